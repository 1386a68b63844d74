#include "store/snapshot.h"

#include "store/failure.h"
#include "store/writing_connection.h"

namespace laoyou::store {
namespace {

bool lies_in(const Scope& scope, const Table& table, Row row) {
  if (scope.whole_country()) return true;
  const Result<RegionCode> region = RegionCode::parse(std::get<std::string>(row[table.region_position()]));
  return region && scope.contains(*region);
}

/// The one row that a command asks for by its id: it may be known already. `found` is called with it, or not at all. False: ask the database.
bool asked_by_id(Connection& connection, const Table& table, const Scope& scope, const Filter& filter, const std::function<void(const KnownRow&)>& found) {
  WritingConnection* writer = scope.owner() ? nullptr : WritingConnection::of(connection);
  const std::optional<std::int64_t> id = writer == nullptr ? std::nullopt : only_id(filter);
  if (!id) return false;
  if (const KnownRowPtr row = writer->row(table, *id); row && lies_in(scope, table, row->stored())) found(*row);
  return true;
}

}  // namespace

void Snapshot::each_row(const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_plain) const {
  if (asked_by_id(connection_, table, scope, filter, [&](const KnownRow& row) { visit_plain(row.plain(contents_, table)); })) return;
  Statement statement(connection_.kind());
  add_select(statement, contents_.catalog, table, filter);
  add_where(statement, table, contents_.codec, scope, filter);
  add_order(statement, table, filter);
  // A command that finds a few rows most often goes on to change them; one that walks a whole register does not.
  constexpr std::size_t k_kept_of_a_list = 64;
  WritingConnection* writer = filter.as_of_day() ? nullptr : WritingConnection::of(connection_);
  std::size_t kept = 0;
  connection_.query(statement.sql(), statement.parameters(), [&](Row row) {
    if (writer == nullptr || kept++ >= k_kept_of_a_list) return visit_plain(contents_.codec.plain(table, row));
    const KnownRowPtr known = writer->keep(table, row);
    visit_plain(known->plain(contents_, table));
  });
}

std::int64_t Snapshot::count_rows(const Table& table, const Scope& scope, const Filter& filter) const {
  std::int64_t known = 0;
  if (asked_by_id(connection_, table, scope, filter, [&](const KnownRow&) { known = 1; })) return known;
  Statement statement(connection_.kind());
  add_select(statement, contents_.catalog, table, filter, "count(*)");
  add_where(statement, table, contents_.codec, scope, filter);
  return query_integer(connection_, statement.sql(), statement.parameters());
}

std::optional<std::vector<Cell>> Snapshot::find_row(const Table& table, const Scope& scope, std::int64_t id) const {
  std::optional<std::vector<Cell>> found;
  each_row(table, scope, Filter().equals("id", Cell(id)).page(0, 1), [&](Row row) { found.emplace(row.begin(), row.end()); });
  return found;
}

std::vector<std::pair<Cell, std::int64_t>> Snapshot::count_groups(const Table& table, const Scope& scope, const Filter& filter,
                                                                 std::string_view column) const {
  CHECK(table.column(column).role == StoredColumn::Role::plain);
  Statement statement(connection_.kind(), "select " + identifier(column) + ", count(*) from " + identifier(table.name()));
  add_where(statement, table, contents_.codec, scope, filter);
  statement.text(" group by 1 order by 1 asc nulls first");
  std::vector<std::pair<Cell, std::int64_t>> groups;
  connection_.query(statement.sql(), statement.parameters(), [&](Row row) { groups.emplace_back(row[0], std::get<std::int64_t>(row[1])); });
  return groups;
}

std::vector<JournalEntry> Snapshot::journal(const Scope& scope, const JournalQuery& query) const {
  std::vector<JournalEntry> entries;
  read_entries(
      connection_, scope, query, [&](JournalEntry entry) { entries.push_back(std::move(entry)); },
      [](std::int64_t sequence) { throw StoreDamaged(refuse("store.damaged", {"journal " + std::to_string(sequence)}), "a journal entry is no entry"); });
  return entries;
}

}  // namespace laoyou::store
