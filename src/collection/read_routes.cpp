// GET /api/…: the list, one record, its history.
#include "collection/answer_schemas.h"
#include "collection/desk.h"
#include "collection/route_kit.h"

namespace laoyou::collection {
namespace {

http::Reply list(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const CheckedResult<ListQuery> query = read_list_query(desk, incoming.fields, context.now().beijing_day());
  if (!query) return refused(query.error());
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    const store::Table& table = desk.table(snapshot);
    store::Filter filter = query->filter;
    if (!query->sort.empty()) filter.order_by(query->sort, query->order);
    filter.page(0, query->rows + 1);
    if (query->after) filter.after(*query->after);
    if (query->after_row) {
      const auto before = snapshot.find_row(table, query->scope, *query->after_row);
      if (!before) return refused({at("/after", refuse("records.page_unknown"))});
      filter.after({(*before)[desk.collection.position(query->sort)], *query->after_row});
    }
    Names names;
    Cells last;
    std::string rows;
    std::int64_t count = 0;
    bool more = false;
    snapshot.each_row(table, query->scope, filter, [&](store::Row row) {
      if (count == query->rows) return static_cast<void>(more = true);
      last.assign(row.begin(), row.end());
      if (count++ > 0) rows += ',';
      write_row(rows, desk.collection, last);
      names.note(desk, last);
    });
    std::string out = "{\"rows\":[" + rows + "],\"names\":" + names.json(desk, snapshot);
    if (more) {
      out += ",\"after\":";
      record::write_json_string(out, page_mark(desk.collection, *query, last));
    }
    if (query->counted) out += ",\"total\":" + std::to_string(snapshot.count_rows(table, query->scope, query->filter));
    return json_answer(out + '}');
  });
}

http::Reply one(const Desk& desk, http::Context&, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  if (!id) return refused({id.error()});
  store::Filter filter;
  filter.equals("id", Cell(*id));
  if (const std::string* text = record::find_field(incoming.fields, "as_of")) {
    const Result<Date> day = Date::parse(*text);
    if (!day) return refused({at("/as_of", day.error())});
    filter.as_of(*day);
  }
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    Cells cells;
    snapshot.each_row(desk.table(snapshot), desk.acting.scope, filter, [&](store::Row row) { cells.assign(row.begin(), row.end()); });
    if (cells.empty()) return not_found();
    return json_answer(row_answer(desk, snapshot, cells));
  });
}


void write_text(std::string& out, std::string_view name, std::string_view text) {
  if (out.back() != '{') out += ',';
  record::write_json_string(out, name);
  out += ':';
  record::write_json_string(out, text);
}

void write_change(std::string& out, const store::ShownChange& change) {
  out += '{';
  write_text(out, "field", change.field);
  write_text(out, "zh", change.entry->zh);
  write_text(out, "en", change.entry->en);
  if (change.before) write_text(out, "before_zh", change.before->zh);
  if (change.before) write_text(out, "before_en", change.before->en);
  if (change.after) write_text(out, "after_zh", change.after->zh);
  if (change.after) write_text(out, "after_en", change.after->en);
  out += '}';
}

/// The values of one field from day to day, the newest first, each with the record that says so.
void write_line(std::string& out, const Desk& desk, const store::Snapshot& snapshot, const DatedBy& by, std::int64_t id) {
  constexpr std::int64_t k_values = 50;
  const Collection& child = *by.collection;
  const Field& field = child.fields[child.position(by.value->value)];
  const auto show = [&](const std::string& text) { return field.masked ? record::masked(text, field.entry->mask) : text; };
  const auto filter = store::Filter().equals(by.value->reference, Cell(id)).is_present(field.name).order_by(by.value->day, store::Order::falling).order_by("id", store::Order::falling);
  out += '{';
  write_text(out, "field", by.value->column);
  write_text(out, "record", child.record);
  out += ",\"values\":[";
  const Desk reading{desk.services, desk.registers, child, desk.acting};
  snapshot.each_row(reading.table(snapshot), desk.acting.scope, store::Filter(filter).page(0, k_values), [&](store::Row row) {
    const auto shown = field.shown(row[child.position(field.name)]);
    if (out.back() == '}') out += ',';
    out += '{';
    write_text(out, "id", std::to_string(std::get<std::int64_t>(row[child.position("id")])));
    write_text(out, "from", std::get<std::string>(row[child.position(by.value->day)]));
    write_text(out, "zh", shown ? show(shown->zh) : "");
    write_text(out, "en", shown ? show(shown->en) : "");
    out += '}';
  });
  out += "]}";
}

void write_lines(std::string& out, const Desk& desk, const store::Snapshot& snapshot, std::int64_t id) {
  out += ",\"lines\":[";
  for (const DatedBy& by : dated_of(desk.registers, desk.collection)) {
    if (!desk.acting.powers.has(by.collection->reads)) continue;
    if (out.back() == '}') out += ',';
    write_line(out, desk, snapshot, by, id);
  }
  out += ']';
}

void write_entry(std::string& out, const Desk& desk, const store::Snapshot& snapshot, const store::JournalEntry& entry) {
  out += '{';
  write_text(out, "sequence", std::to_string(entry.sequence));
  write_text(out, "at", entry.at.text());
  write_text(out, "who", desk.services.account_name(entry.actor.account));
  write_text(out, "door", entry.actor.door);
  write_text(out, "action", store::action_name(entry.action));
  out += ",\"changes\":[";
  bool first = true;
  for (const store::ShownChange& change : snapshot.shown_entry(entry).changes) {
    if (change.field == "id") continue;
    if (!first) out += ',';
    first = false;
    write_change(out, change);
  }
  out += "]}";
}

http::Reply history(const Desk& desk, http::Context&, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  if (!id) return refused({id.error()});
  constexpr std::int64_t k_entries = 50;
  store::JournalQuery query{0, desk.collection.record, *id, 0, true, k_entries + 1};
  if (const std::string* before = record::find_field(incoming.fields, "after")) {
    const Result<std::int64_t> sequence = record::read_integer(*before);
    if (!sequence || *sequence < 1) return refused({at("/after", refuse("records.page_unknown"))});
    query.before_sequence = *sequence;
  }
  return desk.services.store.read([&](store::Snapshot& snapshot) -> http::Reply {
    if (!snapshot.find_row(desk.table(snapshot), desk.acting.scope, *id)) return not_found();
    const std::vector<store::JournalEntry> entries = snapshot.journal(desk.acting.scope, query);
    std::string out = "{\"entries\":[";
    Names names;
    for (std::size_t i = 0; i < entries.size() && i < k_entries; ++i) {
      if (i > 0) out += ',';
      for (const auto* row : {&entries[i].before, &entries[i].after})
        if (*row) names.note(desk, snapshot.cells_of(desk.table(snapshot), **row));
      write_entry(out, desk, snapshot, entries[i]);
    }
    out += "],\"names\":" + names.json(desk, snapshot);
    write_lines(out, desk, snapshot, *id);
    if (entries.size() > k_entries) write_text(out, "after", std::to_string(entries[k_entries - 1].sequence));
    return json_answer(out + '}');
  });
}

}  // namespace

void add_read_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table) {
  const RouteKit kit{services, registers, collection};
  const std::string& zh = collection.label.zh;
  const std::string& en = collection.label.en;
  table.push_back(kit.route(http::Verb::get, "", collection.reads, {zh + "列表", en}, kit.list_types(), list));
  table.push_back(kit.route(http::Verb::get, "/{id}", collection.reads, {"一条：" + zh, en + ": one"}, kit.row_types({kit.id_field(), kit.text_field("as_of", "截至", "As of", false)}), one));
  table.push_back(kit.route(http::Verb::get, "/{id}/history", collection.reads, {zh + "变更记录", en + ": history of one"},
                            kit.types({kit.id_field(), kit.text_field("after", "接在其后", "After", false)}, history_schema), history));
}

}  // namespace laoyou::collection
