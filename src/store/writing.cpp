#include "store/writing.h"

#include <span>
#include <utility>

#include "base/check.h"
#include "store/refused_change.h"
#include "store/failure.h"
#include "store/search_index.h"
#include "store/writing_connection.h"

namespace laoyou::store {
namespace {

std::int64_t id_of(const Table& table, Row row) { return std::get<std::int64_t>(row[table.id_position()]); }

KnownRowPtr present_row(Connection& connection, const Table& table, std::int64_t id) {
  KnownRowPtr row = writers(connection).row(table, id);
  CHECK(row != nullptr);
  return row;
}

/// Of a row that changes, the statement and its parameters.
struct RowUpdate {
  std::string sql;
  std::vector<Cell> parameters;
};

/// PostgreSQL sees by itself which indexes a change touches, and one statement is prepared for each table. SQLite writes every index of which a column is
/// named, changed or not: there only what differs is named.
RowUpdate update_of(DatabaseKind kind, const Table& table, Row before, std::vector<Cell> after) {
  const std::int64_t id = id_of(table, after);
  RowUpdate update;
  if (kind == DatabaseKind::postgresql) {
    update = {table.update_sql(), std::move(after)};
  } else {
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (after[i] == before[i]) continue;
      update.parameters.push_back(std::move(after[i]));
      update.sql += (update.sql.empty() ? "update " + identifier(table.name()) + " set " : ", ") + identifier(table.columns()[i].name) + " = $" + std::to_string(update.parameters.size());
    }
    CHECK(!update.parameters.empty());
    update.sql += " where id = $" + std::to_string(update.parameters.size() + 1);
  }
  update.parameters.emplace_back(id);
  return update;
}

}  // namespace

/// The row as it is to be stored, of a record that may be; `plain` gets what the record leaves to the store.
std::vector<Cell> Writing::checked_new_row(const Table& table, std::vector<Cell>& plain) const {
  CHECK(plain.size() <= table.definition().columns.size());
  plain.resize(table.definition().columns.size());
  if (const auto version = table.plain_version_position()) plain[*version] = std::int64_t{1};
  check_scope(table, plain);
  check_references(table, plain, {});
  std::vector<Cell> row = contents_.codec.stored(table, plain, {});
  CHECK(id_of(table, row) > 0);
  return row;
}

void Writing::insert_row(const Table& table, std::vector<Cell> plain) {
  std::vector<Cell> row = checked_new_row(table, plain);
  run(table, table.insert_sql(), row);
  follow_change(connection_, table, {}, row);
  note(Action::insert, table, {}, row);
  const std::int64_t id = id_of(table, row);
  writers(connection_).remember(table, id, std::move(row));
  settle_dated(table, {}, plain);
}

void Writing::insert_rows(const Table& table, std::vector<std::vector<Cell>> plain) {
  WritingConnection& connection = writers(connection_);
  // A part at a time: a hundred thousand rows are held in memory once, not twice.
  constexpr std::size_t k_at_once = 128;
  std::vector<Cell> cells;
  for (std::size_t from = 0; from < plain.size(); from += k_at_once) {
    const auto part = std::span(plain).subspan(from, std::min(k_at_once, plain.size() - from));
    cells.clear();
    for (std::vector<Cell>& each : part) {
      std::vector<Cell> row = checked_new_row(table, each);
      cells.insert(cells.end(), std::make_move_iterator(row.begin()), std::make_move_iterator(row.end()));
    }
    connection.inserter(table).each_statement(connection.kind(), cells, [&](const std::string& sql, Row of_statement, std::size_t rows) {
      connection.change(&table, sql, of_statement, rows, [&table](const DuplicateKey& duplicate) { throw RefusedChange(duplicate_refusal(table, duplicate.key())); });
    });
    const std::size_t width = table.columns().size();
    for (std::size_t i = 0; i < part.size(); ++i) {
      const Row row = Row(cells).subspan(i * width, width);
      follow_change(connection_, table, {}, row);
      note(Action::insert, table, {}, row);
      settle_dated(table, {}, std::exchange(part[i], {}));
    }
  }
}

void Writing::update_row(const Table& table, std::vector<Cell> plain) {
  const std::int64_t id = std::get<std::int64_t>(plain[table.plain_id_position()]);
  const KnownRowPtr standing = present_row(connection_, table, id);
  const std::vector<Cell>& before = standing->stored();
  if (const auto version = table.version_position(); version && before[*version] != plain[*table.plain_version_position()])
    throw RefusedChange(at("/version", refuse("record.changed", {table.name()})));
  const std::vector<Cell>& plain_before = standing->plain(contents_, table);
  CHECK(plain.size() <= plain_before.size());
  plain.insert(plain.end(), plain_before.begin() + static_cast<std::ptrdiff_t>(plain.size()), plain_before.end());
  // Cells that differ are never stored alike: most changes need not be sealed a second time to see it.
  if (plain == plain_before && contents_.codec.stored(table, plain, before) == before) return;
  check_scope(table, plain_before);
  check_scope(table, plain);
  check_references(table, plain, plain_before);
  check_dated(table, plain_before, plain);
  replace_row(table, before, plain);
  settle_dated(table, plain_before, plain);
}

void Writing::replace_row(const Table& table, std::vector<Cell> before, std::vector<Cell> plain) {
  const std::int64_t id = id_of(table, before);
  std::vector<Cell> after = contents_.codec.stored(table, plain, before);
  if (const auto version = table.version_position()) after[*version] = std::get<std::int64_t>(after[*version]) + 1;
  const RowUpdate update = update_of(connection_.kind(), table, before, after);
  run(table, update.sql, update.parameters);
  follow_change(connection_, table, before, after);
  note(Action::update, table, before, after);
  writers(connection_).remember(table, id, std::move(after));
}

void Writing::remove_row(const Table& table, std::int64_t id) {
  const KnownRowPtr standing = present_row(connection_, table, id);
  const std::vector<Cell>& before = standing->stored();
  const std::vector<Cell>& plain_before = standing->plain(contents_, table);
  check_scope(table, plain_before);
  check_not_in_use(table, id);
  const std::vector<Cell> parameters{id};
  run(table, table.remove_sql(), parameters);
  writers(connection_).remember(table, id, {});
  follow_change(connection_, table, before, {});
  note(Action::remove, table, before, {});
  settle_dated(table, plain_before, {});
}

void Writing::check_scope(const Table& table, const std::vector<Cell>& plain) const {
  const std::string& region = std::get<std::string>(plain[table.plain_position("region")]);
  const Result<RegionCode> code = RegionCode::parse(region);
  CHECK(code.has_value());
  if (!scope_.contains(*code)) throw RefusedChange(at("/region", refuse("scope.outside", {region})));
  if (!scope_.owner()) return;
  const std::string* column = table.owner_column(scope_.owner()->kind);
  if (column == nullptr) throw RefusedChange(refuse("scope.not_own"));
  if (plain[table.plain_position(*column)] != Cell(scope_.owner()->id)) throw RefusedChange(at("/" + *column, refuse("scope.not_own")));
}

void Writing::check_references(const Table& table, const std::vector<Cell>& plain, const std::vector<Cell>& before) const {
  for (const record::Reference& reference : table.definition().references) {
    const std::size_t position = table.plain_position(reference.column);
    const Table* target = contents_.catalog.find(reference.record);
    const auto* id = std::get_if<std::int64_t>(&plain[position]);
    if (target == nullptr || id == nullptr || *id == 0 || (!before.empty() && before[position] == plain[position])) continue;
    if (count_rows(*target, scope_, Filter().equals("id", Cell(*id))) == 0)
      throw RefusedChange(at("/" + reference.column, refuse("reference.not_found", {std::to_string(*id)})));
  }
}

void Writing::check_not_in_use(const Table& table, std::int64_t id) const {
  for (const Referrer& referrer : writers(connection_).referrers(contents_.catalog, table))
    if (count_rows(*referrer.table, Scope::country(), Filter().equals(referrer.column, Cell(id))) > 0)
      throw RefusedChange(refuse("reference.in_use", {referrer.table->name()}));
}

std::vector<Cell> Writing::row_as_it_stands(const Table& table, std::int64_t id) const { return present_row(connection_, table, id)->stored(); }

void Writing::run(const Table& table, const std::string& sql, Row parameters) {
  writers(connection_).change(&table, sql, parameters, 1, [&table](const DuplicateKey& duplicate) { throw RefusedChange(duplicate_refusal(table, duplicate.key())); });
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
