#include "feeds/person_pages.h"

#include <algorithm>
#include <boost/json.hpp>

#include "collection/desk.h"
#include "feeds/kept_cells.h"
#include "record/json_read.h"

namespace laoyou::feeds {
namespace {

using store::Filter;

std::string label_of(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, std::int64_t resident, std::int64_t record) {
  const collection::Collection& residents = services.residents();
  if (resident != 0) {
    const auto row = snapshot.find_row(snapshot.catalog().table(residents.record), scope, resident);
    return row ? collection::title_of(residents, *row) : std::string();
  }
  Cells cells(residents.fields.size());
  cells[residents.position("id")] = std::int64_t{0};
  if (const auto said = snapshot.find(scope, Id<FeedRecord>{record}))
    for (auto& [position, cell] : given_of(residents, said->cells)) cells[position] = std::move(cell);
  return collection::title_of(residents, cells);
}

void words(const Services& services, const collection::Field& field, const Cell& cell, std::optional<std::string>& zh, std::optional<std::string>& en) {
  if (absent(cell)) return;
  if (field.codec->kind == "region") {
    zh = en = services.region_name(RegionCode::parse(std::get<std::string>(cell)).value());
    return;
  }
  const auto shown = field.shown(cell);
  if (!shown) return;
  zh = field.masked ? record::masked(shown->zh, field.entry->mask) : shown->zh;
  en = field.masked ? record::masked(shown->en, field.entry->mask) : shown->en;
}

std::int32_t moved_count(std::string_view text) {
  const auto value = record::parse_json_text(text);
  return value && value->is_array() ? static_cast<std::int32_t>(value->get_array().size()) : 0;
}

/// What the register would say to this value in the person's row.
void say_why_unfit(const collection::Collection& residents, const Cells& row, std::size_t position, const Cell& cell, FieldSaid& said) {
  Cells with = row;
  with[position] = cell;
  for (const Refusal& refusal : collection::check_row(residents, with, &row)) {
    if (refusal.place != "/" + residents.fields[position].name) continue;
    said.unfit_zh = message(refusal, Language::zh);
    said.unfit_en = message(refusal, Language::en);
    return;
  }
}

}  // namespace

TaskRow task_row(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, const PersonTask& task) {
  TaskRow row;
  row.id = task.id;
  row.kind = task.kind;
  row.state = task.state;
  row.region = task.region;
  row.region_name = services.region_name(task.region);
  row.label = label_of(services, snapshot, scope, task.resident, 0);
  if (task.kind == PersonTaskKind::same_person) row.other_label = label_of(services, snapshot, scope, task.other, task.source_record);
  row.feed = task.feed;
  const auto feeds = services.feeds(task.region);
  if (const Feed* const feed = feeds->find(task.feed)) {
    row.feed_name = feed->name;
    row.feed_name_en = feed->name_en;
  }
  if (const collection::Field* const field = services.residents().find(task.field)) {
    row.field_zh = field->sheet_zh;
    row.field_en = field->sheet_en;
  }
  row.certainty = task.certainty;
  row.until = task.until;
  row.decision = task.decision;
  if (task.decided_by) row.decided_by_name = services.account_name(*task.decided_by);
  row.decided_at = task.decided_at;
  row.made_at = task.made_at;
  return row;
}

PersonSources sources_of(const Services& services, const store::Snapshot& snapshot, const store::Scope& scope, Id<registry::Resident> id) {
  const collection::Collection& residents = services.residents();
  PersonSources answer;
  const auto row = snapshot.find_row(snapshot.catalog().table(residents.record), scope, id.number);
  if (!row) return answer;
  const RegionCode region = RegionCode::parse(std::get<std::string>((*row)[residents.position("region")])).value();
  const auto feeds = services.feeds(region);
  std::map<std::size_t, FieldSources> fields;
  for (const FeedRecord& record : snapshot.select<FeedRecord>(scope, Filter().equals("resident", id))) {
    const Feed* const feed = feeds->find(record.feed);
    for (const auto& [position, cell] : given_of(residents, record.cells)) {
      const collection::Field& field = residents.fields[position];
      FieldSaid said{record.feed, feed != nullptr ? feed->name : record.feed, feed != nullptr ? feed->name_en : record.feed, feeds->trust(record.feed, field.name), record.day,
                     record.delivery, {}, {}, cell == (*row)[position], record.gone.has_value(), {}, {}};
      words(services, field, cell, said.said_zh, said.said_en);
      if (!said.holds) say_why_unfit(residents, *row, position, cell, said);
      fields[position].said.push_back(std::move(said));
    }
  }
  for (auto& [position, sources] : fields) {
    const collection::Field& field = residents.fields[position];
    sources.field = field.name;
    sources.zh = field.sheet_zh;
    sources.en = field.sheet_en;
    words(services, field, (*row)[position], sources.held_zh, sources.held_en);
    std::sort(sources.said.begin(), sources.said.end(), [](const FieldSaid& one, const FieldSaid& other) { return std::tuple(-one.trust, other.day, one.feed) < std::tuple(-other.trust, one.day, other.feed); });
    sources.by_hand = sources.held_zh && std::none_of(sources.said.begin(), sources.said.end(), [](const FieldSaid& each) { return each.holds; });
    sources.trust_by_hand = feeds->trust_by_hand(field.name);
    answer.fields.push_back(std::move(sources));
  }
  for (const PersonMerge& merge : snapshot.select<PersonMerge>(scope, Filter().equals("kept", store::Cell(id.number)).order_by("merged_at", store::Order::falling))) {
    MergeRow out{merge.id, services.account_name(merge.merged_by), merge.merged_at, {}, merge.undone_at, moved_count(merge.moved)};
    if (merge.undone_by) out.undone_by_name = services.account_name(*merge.undone_by);
    answer.merges.push_back(std::move(out));
  }
  const Filter open = Filter().equals("resident", id).equals("state", PersonTaskState::open);
  answer.tasks_open = snapshot.count<PersonTask>(scope, open);
  return answer;
}

}  // namespace laoyou::feeds
