#include "store/snapshot.h"

#include "store/failure.h"

namespace laoyou::store {

void Snapshot::each_row(const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_plain) const {
  Statement statement(connection_.kind());
  add_select(statement, contents_.catalog, table, filter);
  add_where(statement, table, contents_.codec, scope, filter);
  add_order(statement, table, filter);
  connection_.query(statement.sql(), statement.parameters(), [&](Row row) { visit_plain(contents_.codec.plain(table, row)); });
}

std::int64_t Snapshot::count_rows(const Table& table, const Scope& scope, const Filter& filter) const {
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
