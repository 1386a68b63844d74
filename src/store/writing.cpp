#include "store/writing.h"

#include "base/check.h"
#include "store/duplicate.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

std::int64_t id_of(const Table& table, Row row) { return std::get<std::int64_t>(row[table.id_position()]); }

}  // namespace

void Writing::insert_row(const Table& table, const std::vector<Cell>& plain) {
  const std::vector<Cell> row = contents_.codec.stored(table, plain, {});
  CHECK(id_of(table, row) > 0);
  run(table, table.insert_sql(), row);
  note(Action::insert, table, {}, row);
}

void Writing::update_row(const Table& table, const std::vector<Cell>& plain) {
  const std::int64_t id = std::get<std::int64_t>(plain[table.plain_id_position()]);
  const std::vector<Cell> before = row_as_it_stands(table, id);
  std::vector<Cell> after = contents_.codec.stored(table, plain, before);
  if (after == before) return;
  after.emplace_back(id);
  run(table, table.update_sql(), after);
  after.pop_back();
  note(Action::update, table, before, after);
}

void Writing::remove_row(const Table& table, std::int64_t id) {
  const std::vector<Cell> before = row_as_it_stands(table, id);
  const std::vector<Cell> parameters{id};
  run(table, table.remove_sql(), parameters);
  note(Action::remove, table, before, {});
}

std::vector<Cell> Writing::row_as_it_stands(const Table& table, std::int64_t id) const {
  std::vector<Cell> row;
  const std::vector<Cell> parameters{id};
  connection_.query(table.select_sql() + " where id = $1", parameters, [&](Row found) { row.assign(found.begin(), found.end()); });
  CHECK(!row.empty());
  return row;
}

void Writing::run(const Table& table, const std::string& sql, Row parameters) {
  try {
    CHECK(connection_.run(sql, parameters) == 1);
  } catch (const DuplicateKey& duplicate) {
    throw Duplicate(duplicate_refusal(table, duplicate.key()));
  }
}

void Writing::note(Action action, const Table& table, Row before, Row after) {
  const Row row = after.empty() ? before : after;
  const Result<RegionCode> region = RegionCode::parse(std::get<std::string>(row[table.region_position()]));
  CHECK(region.has_value());
  JournalEntry entry{0, now_, actor_, action, table.name(), id_of(table, row), *region, std::nullopt, std::nullopt, ""};
  if (!before.empty()) entry.before = RowCodec::json(table, before);
  if (!after.empty()) entry.after = RowCodec::json(table, after);
  entries_.push_back(std::move(entry));
}

}  // namespace laoyou::store
