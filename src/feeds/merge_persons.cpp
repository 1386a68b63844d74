#include "feeds/merge_persons.h"

#include <boost/json.hpp>
#include <algorithm>
#include <set>

#include "feeds/plain_names.h"
#include "record/json_read.h"

namespace laoyou::feeds {
namespace {

namespace json = boost::json;
using store::Filter;
using store::Writing;

/// A row that named the one and names the other.
struct MovedRow {
  std::string record, column;
  std::int64_t id = 0;
};

std::vector<MovedRow> moved_of(std::string_view text) {
  std::vector<MovedRow> moved;
  const Result<json::value> value = record::parse_json_text(text);
  if (!value || !value->is_array()) throw record::DamagedCell("person_merge");
  for (const json::value& each : value->get_array()) moved.push_back({std::string(each.at(0).get_string()), std::string(each.at(1).get_string()), each.at(2).to_number<std::int64_t>()});
  return moved;
}

std::string text_of(const std::vector<MovedRow>& moved) {
  json::array rows;
  for (const MovedRow& row : moved) rows.push_back(json::array{row.record, row.column, row.id});
  return json::serialize(rows);
}

std::vector<Cells> rows_with(const Writing& writing, const store::Table& table, const Filter& filter) {
  std::vector<Cells> rows;
  writing.each_row(table, store::Scope::country(), filter, [&](store::Row cells) { rows.emplace_back(cells.begin(), cells.end()); });
  return rows;
}

/// What belongs to a person within the scope may itself lie elsewhere: a stay in another county's home.
std::vector<MovedRow> name_the_other(Writing& writing, const std::string& residents, std::int64_t from, std::int64_t to) {
  std::vector<MovedRow> moved;
  const auto move = [&](const store::Table& table, const std::string& column, const std::string& register_column) {
    const std::size_t position = table.plain_position(column);
    Filter filter = Filter().equals(column, Cell(from));
    if (!register_column.empty()) filter.equals(register_column, residents);
    for (Cells& cells : rows_with(writing, table, filter)) {
      moved.push_back({table.name(), column, std::get<std::int64_t>(cells[table.plain_id_position()])});
      cells[position] = to;
      writing.update_row(table, std::move(cells));
    }
  };
  for (const store::Referrer& referrer : writing.catalog().referrers(residents)) move(*referrer.table, referrer.column, "");
  for (const PlainName& plain : plain_names(writing.catalog(), residents)) move(*plain.table, plain.column, plain.register_column);
  return moved;
}

/// Other open questions whether these two are one are answered by the merge.
void answer_pairs(Writing& writing, std::int64_t kept, std::int64_t but, std::int64_t account) {
  for (PersonTask& task : writing.select<PersonTask>(store::Scope::country(), Filter().equals("resident", Cell(kept)).equals("other", Cell(kept)))) {
    if (task.id.number == but || task.state == PersonTaskState::done) continue;
    task.state = PersonTaskState::done;
    task.decision = PersonDecision::same;
    task.decided_by = account;
    task.decided_at = writing.now();
    writing.update(task);
  }
}

/// Asked again, as they were: what answer_pairs() answered has the merge's own time.
void ask_again(Writing& writing, const PersonMerge& merge) {
  for (PersonTask& task : writing.select<PersonTask>(store::Scope::country(), Filter().equals("resident", Cell(merge.kept)).equals("other", Cell(merge.kept)))) {
    if (task.id.number == merge.task || task.decided_at != merge.merged_at) continue;
    task.state = task.until ? PersonTaskState::later : PersonTaskState::open;
    task.decision.reset();
    task.decided_by.reset();
    task.decided_at.reset();
    writing.update(task);
  }
}

/// Fields that other records say day by day, and the store's own, are not carried over.
std::set<std::size_t> own_positions(const Writing& writing, const collection::Collection& residents) {
  std::set<std::size_t> positions;
  for (std::size_t i = 0; i < residents.fields.size(); ++i) positions.insert(i);
  for (const char* field : {"id", "version", "synthetic"}) positions.erase(residents.position(field));
  for (const store::DatedBy& by : writing.catalog().dated_of(residents.record)) positions.erase(residents.position(by.value->column));
  return positions;
}

RegionCode region_of(const collection::Collection& residents, const Cells& cells) { return RegionCode::parse(std::get<std::string>(cells[residents.position("region")])).value(); }

}  // namespace

Result<PersonMerge> merge_persons(Writing& writing, const collection::Collection& residents, std::int64_t kept, std::int64_t gone, std::int64_t task, std::int64_t account) {
  if (kept == gone) return refuse("feeds.same_record");
  const store::Table& table = writing.catalog().table(residents.record);
  const auto kept_before = writing.find_row(table, writing.scope(), kept), gone_before = writing.find_row(table, writing.scope(), gone);
  if (!kept_before || !gone_before) return refuse("records.not_found");
  PersonMerge merge;
  merge.id = writing.new_id<PersonMerge>();
  merge.region = region_of(residents, *kept_before);
  merge.kept = kept;
  merge.gone = gone;
  merge.task = task;
  merge.kept_before = row_text(*kept_before);
  merge.gone_before = row_text(*gone_before);
  Writing everywhere = writing.beyond_scope();
  merge.moved = text_of(name_the_other(everywhere, residents.record, gone, kept));
  answer_pairs(everywhere, kept, task, account);
  writing.remove_row(table, gone);
  Cells now = writing.find_row(table, writing.scope(), kept).value();
  for (const std::size_t position : own_positions(writing, residents))
    if (absent(now[position])) now[position] = (*gone_before)[position];
  writing.update_row(table, std::move(now));
  merge.kept_after = row_text(writing.find_row(table, writing.scope(), kept).value());
  merge.merged_by = account;
  merge.merged_at = writing.now();
  writing.insert(merge);
  return merge;
}

Result<void> part_persons(Writing& writing, const collection::Collection& residents, Id<PersonMerge> id, std::int64_t account) {
  auto merge = writing.find(writing.scope(), id);
  if (!merge) return refuse("person_merges.not_found");
  if (merge->undone_at) return refuse("feeds.merge_undone");
  const store::Table& table = writing.catalog().table(residents.record);
  const auto found = writing.find_row(table, writing.scope(), merge->kept);
  if (!found) return refuse("records.not_found");
  Cells now = *found;
  const Cells before = row_of(merge->kept_before), after = row_of(merge->kept_after);
  // First what the two may not both have goes back, then the other comes.
  for (const std::size_t position : own_positions(writing, residents))
    if (now[position] == after[position]) now[position] = before[position];
  writing.update_row(table, std::move(now));
  writing.insert_row(table, row_of(merge->gone_before));
  Writing beyond = writing.beyond_scope();
  ask_again(beyond, *merge);
  for (const MovedRow& row : moved_of(merge->moved)) {
    const store::Table* const named = writing.catalog().find(row.record);
    auto cells = named == nullptr ? std::nullopt : writing.find_row(*named, store::Scope::country(), row.id);
    if (!cells || (*cells)[named->plain_position(row.column)] != Cell(merge->kept)) continue;
    (*cells)[named->plain_position(row.column)] = merge->gone;
    beyond.update_row(*named, std::move(*cells));
  }
  merge->undone_by = account;
  merge->undone_at = writing.now();
  writing.update(*merge);
  if (auto task = writing.find(writing.scope(), Id<PersonTask>{merge->task})) {
    task->state = PersonTaskState::open;
    task->decision.reset();
    writing.update(*task);
  }
  return {};
}

}  // namespace laoyou::feeds
