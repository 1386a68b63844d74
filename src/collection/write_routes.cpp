// POST and PUT /api/…: create, change, end, remove, and a masked field shown in full for a purpose.
#include "collection/access_note.h"
#include "collection/answer_schemas.h"
#include "collection/desk.h"
#include "collection/place_checks.h"
#include "collection/route_kit.h"
#include "http/problem.h"
#include "store/failure.h"

namespace laoyou::collection {
namespace {

/// The row as it is now, in an answer that says why it could not be changed.
http::Reply changed_meanwhile(const Desk& desk, const http::Context& context, Refusal refusal, std::int64_t id) {
  http::Answer answer = http::problem_answer(409, std::move(refusal), context.request_id(), context.language());
  if (!desk.acting.powers.has(desk.collection.reads)) return answer;
  desk.services.store.read([&](store::Snapshot& snapshot) {
    const auto now = snapshot.find_row(desk.table(snapshot), desk.acting.scope, id);
    if (!now) return;
    answer.body.pop_back();
    answer.body += ",\"current\":";
    write_row(answer.body, desk.collection, *now);
    answer.body += '}';
  });
  return answer;
}

/// What a command is about and what it left: read within it, since a reading after the commit could fail and then deny what is stored.
struct Changed {
  std::int64_t id = 0;
  std::optional<Cells> row;  ///< nothing when it was removed
  Refusals refusals;

  void keep(const Desk& desk, const store::Writing& writing) { row = writing.find_row(desk.table(writing), desk.acting.scope, id); }
};

/// The row with the names in it; without them when they cannot be read any more.
http::Reply stored_row(const Desk& desk, const Cells& cells) {
  if (!desk.acting.powers.has(desk.collection.reads)) {
    // Who may write but not read learns only what the next change needs.
    const auto number = [&](const char* field) { return std::to_string(std::get<std::int64_t>(cells[desk.collection.position(field)])); };
    return json_answer("{\"row\":{\"id\":\"" + number("id") + "\",\"version\":" + number("version") + "},\"names\":{}}");
  }
  try {
    return json_answer(row_answer(desk, cells));
  } catch (const store::StoreUnavailable&) {
    std::string out = "{\"row\":";
    write_row(out, desk.collection, cells);
    return json_answer(out + ",\"names\":{}}");
  }
}

/// What came of a command.
http::Reply answered(const Desk& desk, const http::Context& context, const store::WriteOutcome& outcome, const Changed& changed) {
  if (!changed.refusals.empty() && !outcome.failure) return refused(changed.refusals);
  if (const Result<void> done = outcome.result(); !done) {
    if (done.error().code == "record.changed") return changed_meanwhile(desk, context, done.error(), changed.id);
    return refused({done.error()});
  }
  if (!changed.row) return json_answer("{}");
  return stored_row(desk, *changed.row);
}

http::Reply create(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  CheckedResult<Cells> cells = read_new_row(desk.collection, incoming.body != nullptr ? *incoming.body : boost::json::object());
  if (!cells) return refused(cells.error());
  if (Refusals nowhere = unknown_places(desk, *cells, nullptr); !nowhere.empty()) return refused(std::move(nowhere));
  Changed made;
  const store::WriteOutcome outcome = desk.services.store.write(desk.acting, [&](store::Writing& writing) -> Result<void> {
    made.id = writing.new_id_number();
    (*cells)[desk.collection.position("id")] = made.id;
    writing.insert_row(desk.table(writing), *cells);
    made.keep(desk, writing);
    return {};
  });
  return answered(desk, context, outcome, made);
}

/// Runs `change` on the record's cells; it gives the new ones, or what is wrong.
http::Reply change_row(const Desk& desk, http::Context& context, const http::Incoming& incoming, const std::function<CheckedResult<Cells>(const Cells&)>& change) {
  const Result<std::int64_t> id = path_id(incoming);
  if (!id) return refused({id.error()});
  Changed changed{*id, std::nullopt, {}};
  const store::WriteOutcome outcome = desk.services.store.write(desk.acting, [&](store::Writing& writing) -> Result<void> {
    const store::Table& table = desk.table(writing);
    const auto before = writing.find_row(table, desk.acting.scope, *id);
    if (!before) return refuse("records.not_found");
    CheckedResult<Cells> after = change(*before);
    if (!after) {
      changed.refusals = std::move(after.error());
      return changed.refusals.front();
    }
    writing.update_row(table, std::move(*after));
    changed.keep(desk, writing);
    return {};
  });
  return answered(desk, context, outcome, changed);
}

http::Reply change(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  return change_row(desk, context, incoming, [&](const Cells& before) -> CheckedResult<Cells> {
    CheckedResult<Cells> after = read_changed_row(desk.collection, incoming.body != nullptr ? *incoming.body : boost::json::object(), before);
    if (!after) return after;
    if (Refusals nowhere = unknown_places(desk, *after, &before); !nowhere.empty()) return nowhere;
    return after;
  });
}

/// The version that the caller has seen.
Result<Cell> seen_version(const http::Incoming& incoming) {
  const boost::json::value* version = incoming.body != nullptr ? incoming.body->if_contains("version") : nullptr;
  if (version == nullptr || !version->is_int64()) return at("/version", refuse("json.missing_field", {"version"}));
  return Cell(version->get_int64());
}

http::Reply end(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  return change_row(desk, context, incoming, [&](const Cells& before) -> CheckedResult<Cells> {
    const Result<Cell> version = seen_version(incoming);
    const Result<Date> day = Date::parse(body_text(incoming, "day").value_or(""));
    Refusals refusals;
    if (!version) refusals.push_back(version.error());
    if (!day) refusals.push_back(at("/day", day.error()));
    if (!refusals.empty()) return refusals;
    Cells after = before;
    after[desk.collection.position("version")] = *version;
    after[desk.collection.position(desk.collection.ends)] = Cell(day->text());
    if (Refusals wrong = check_row(desk.collection, after, &before); !wrong.empty()) return wrong;
    return after;
  });
}

http::Reply remove(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  if (!id) return refused({id.error()});
  const Result<Cell> version = seen_version(incoming);
  if (!version) return refused({version.error()});
  const store::WriteOutcome outcome = desk.services.store.write(desk.acting, [&](store::Writing& writing) -> Result<void> {
    const store::Table& table = desk.table(writing);
    const auto before = writing.find_row(table, desk.acting.scope, *id);
    if (!before) return refuse("records.not_found");
    if ((*before)[desk.collection.position("version")] != *version) return at("/version", refuse("record.changed", {desk.collection.record}));
    writing.remove_row(table, *id);
    return {};
  });
  return answered(desk, context, outcome, {*id, std::nullopt, {}});
}

http::Reply reveal(const Desk& desk, http::Context& context, const http::Incoming& incoming) {
  const Result<std::int64_t> id = path_id(incoming);
  const std::string name = body_text(incoming, "field").value_or(""), purpose = body_text(incoming, "purpose").value_or("");
  const Field* field = desk.collection.find(name);
  Refusals refusals;
  if (!id) return refused({id.error()});
  if (field == nullptr || !field->masked || withheld(desk.collection, *field)) refusals.push_back(at("/field", refuse("records.not_masked", {name})));
  if (trimmed(purpose).empty()) refusals.push_back(at("/purpose", refuse("json.missing_field", {"purpose"})));
  if (!refusals.empty()) return refused(std::move(refusals));
  const auto cells = desk.services.store.read([&](store::Snapshot& snapshot) { return snapshot.find_row(desk.table(snapshot), desk.acting.scope, *id); });
  if (!cells) return not_found();
  // Written first: nobody is shown what the journal does not know of.
  const RegionCode region = RegionCode::parse(std::get<std::string>((*cells)[desk.collection.position("region")])).value();
  const store::WriteOutcome noted = desk.services.store.write(desk.acting.actor, [&](store::Writing& writing) -> Result<void> {
    writing.insert(AccessNote{writing.new_id<AccessNote>(), region, desk.collection.record, *id, name, std::string(trimmed(purpose)), desk.acting.actor.account, context.now()});
    return {};
  });
  if (const Result<void> done = noted.result(); !done) return refused({done.error()});
  const Cell& cell = (*cells)[desk.collection.position(name)];
  std::string out = "{\"value\":";
  if (std::holds_alternative<std::monostate>(cell))
    out += "null";
  else
    field->codec->write_json(out, cell);
  return json_answer(out + '}');
}

}  // namespace

void add_write_routes(const Services& services, const Registers& registers, const Collection& collection, http::RouteTable& table) {
  const RouteKit kit{services, registers, collection};
  const std::string& zh = collection.label.zh;
  const std::string& en = collection.label.en;
  const http::DescribedField version{"version", "版本", "Version", true, boost::json::object{{"type", "integer"}}};
  if (collection.writes) {
    const powers::Power power = *collection.writes;
    table.push_back(kit.route(http::Verb::post, "", power, {"登记：" + zh, en + ": add one"}, kit.row_types(kit.body_fields(false)), create).creates());
    std::vector<http::DescribedField> changed = kit.body_fields(true);
    changed.insert(changed.begin(), kit.id_field());
    table.push_back(kit.route(http::Verb::put, "/{id}", power, {"修改：" + zh, en + ": change one"}, kit.row_types(std::move(changed)), change));
    if (!collection.ends.empty())
      table.push_back(kit.route(http::Verb::post, "/{id}/end", power, {"终止：" + zh, en + ": end one"},
                                kit.row_types({kit.id_field(), version, kit.text_field("day", "日期", "Day", true)}), end));
    table.push_back(kit.route(http::Verb::post, "/{id}/remove", power, {"删除：" + zh, en + ": remove one entered by mistake"}, kit.types({kit.id_field(), version}, empty_schema), remove));
  }
  if (collection.unmasks)
    table.push_back(kit.route_with(http::Verb::post, "/{id}/reveal", http::needs({collection.reads}).also(*collection.unmasks), {"查看完整信息：" + zh, en + ": a masked field in full"},
                              kit.types({kit.id_field(), kit.text_field("field", "字段", "Field", true), kit.text_field("purpose", "用途", "Purpose", true)}, revealed_schema), reveal));
}

}  // namespace laoyou::collection
