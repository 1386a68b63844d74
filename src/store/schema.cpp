#include "store/schema.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "store/refused_change.h"
#include "store/failure.h"
#include "store/journal_entry.h"
#include "store/search_index.h"
#include "store/shape.h"

namespace laoyou::store {
namespace {

using record::CellKind;

/// A constant for a column's default; texts are our own (a date, a region code, an enum's first name), never input.
std::string sql_constant(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return std::to_string(*real);
  const std::string& text = std::get<std::string>(cell);
  CHECK(text.find('\'') == std::string::npos);
  return "'" + text + "'";
}

std::set<std::string> names(Connection& connection, const char* sqlite, const char* postgres, const std::string& table) {
  std::set<std::string> found;
  const std::vector<Cell> parameters{table};
  connection.query(connection.kind() == DatabaseKind::sqlite ? sqlite : postgres, parameters,
                   [&](Row row) { found.insert(std::get<std::string>(row[0])); });
  return found;
}

std::set<std::string> column_names(Connection& connection, const std::string& table) {
  return names(connection, "select name from pragma_table_info($1)",
               "select column_name::text from information_schema.columns where table_schema = current_schema() and table_name = $1", table);
}

std::set<std::string> index_names(Connection& connection, const std::string& table) {
  return names(connection, "select name from sqlite_master where type = 'index' and tbl_name = $1",
               "select indexname::text from pg_indexes where schemaname = current_schema() and tablename = $1", table);
}

std::string column_sql(DatabaseKind kind, const StoredColumn& column) {
  const std::string sql = identifier(column.name) + ' ' + sql_type(kind, column.kind);
  if (column.name == "id") return sql + " primary key";
  // Whether a field may be missing is for the record's type to say; were it said here too, a member could never be retired or become
  // optional without writing the whole table anew.
  return column.name == "region" ? sql + " not null" : sql;
}

Migration create_table(DatabaseKind kind, const Table& table) {
  std::string columns;
  for (const StoredColumn& column : table.columns()) columns += (columns.empty() ? "" : ", ") + column_sql(kind, column);
  // STRICT: SQLite then keeps each column to its type, as PostgreSQL does.
  return {"table " + table.name(), "create table " + identifier(table.name()) + " (" + columns + ")" + (kind == DatabaseKind::sqlite ? " strict" : "")};
}

/// Old rows show the default of a required column. A sealed one stays NULL there, since what is sealed belongs to its row; reading gives
/// the default for it (RowCodec::plain).
Migration add_column(DatabaseKind kind, const Table& table, const StoredColumn& column) {
  std::string sql = "alter table " + identifier(table.name()) + " add column " + identifier(column.name) + ' ' + sql_type(kind, column.kind);
  if (column.required && column.role == StoredColumn::Role::plain) sql += " default " + sql_constant(column.fallback);
  return {"column " + table.name() + "." + column.name, sql};
}

void add_index_migrations(Connection& connection, const Table& table, std::vector<Migration>& steps) {
  const std::set<std::string> present = index_names(connection, table.name());
  std::vector<Index> wanted = table.definition().indexes;
  wanted.insert(wanted.begin(), indexed({"region", "id"}));  // every list is read by scope
  for (const Index& index : wanted) {
    const std::string name = index_name(table, index);
    if (present.contains(name)) continue;
    std::string columns;
    // Lists put empty values first, as SQLite does by itself.
    const char* const order = connection.kind() == DatabaseKind::postgresql && !index.unique ? " nulls first" : "";
    for (const std::string& column : stored_columns(table, index)) columns += (columns.empty() ? "" : ", ") + identifier(column) + order;
    steps.push_back({"index " + name, std::string("create ") + (index.unique ? "unique " : "") + "index " + identifier(name) + " on " +
                                          identifier(table.name()) + " (" + columns + ")"});
  }
}

void refuse_unknown_columns(const Table& table, const std::set<std::string>& present) {
  for (const std::string& name : present) {
    const auto known = [&](const StoredColumn& column) { return column.name == name; };
    const auto retired = [&](const std::string& column) { return column == name || match_name(column) == name; };
    if (std::any_of(table.columns().begin(), table.columns().end(), known)) continue;
    if (std::any_of(table.definition().retired.begin(), table.definition().retired.end(), retired)) continue;
    throw StoreDamaged(refuse("store.newer", {table.name() + "." + name}), table.name() + "." + name + " is unknown to this program");
  }
}

}  // namespace

std::vector<Migration> store_migrations(DatabaseKind kind) {
  const std::string integer = sql_type(kind, CellKind::integer);
  const std::string text = sql_type(kind, CellKind::text);
  const std::string required_integer = integer + " not null";
  const std::string required_text = text + " not null";
  const std::string first_hash(k_first_hash);
  return {
      {"store: identity", "create table laoyou_identity (id " + integer + " primary key, made_at " + required_integer + ", cipher " + required_text +
                              ", key_mark " + required_text + ")"},
      {"store: journal", "create table journal (sequence " + integer + " primary key, at " + required_integer + ", account " + required_integer +
                             ", door " + required_text + ", request_id " + required_text + ", action " + required_text + ", record " + required_text +
                             ", record_id " + required_integer + ", region " + required_text + ", before " + text + ", after " + text + ", hash " +
                             required_text + "); create index journal_by_record on journal (record, record_id, sequence)"},
      // Who sees one place alone is told how many entries there are of it: without an index each page would read the whole country's.
      {"store: journal by region", "create index journal_by_region on journal (region, sequence)"},
      {"store: journal seals", "create table journal_seal (batch " + integer + " primary key, first_sequence " + required_integer +
                                   ", last_sequence " + required_integer + ", at " + required_integer + ", algorithm " + required_text +
                                   ", previous_hash " + required_text + ", hash " + required_text + ")"},
      {"store: journal head", "create table journal_head (id " + integer + " primary key, sequence " + required_integer + ", batch " +
                                  required_integer + ", entry_hash " + required_text + ", seal_hash " + required_text +
                                  "); insert into journal_head values (1, 0, 0, '" + first_hash + "', '" + first_hash + "')"},
  };
}

std::vector<Migration> table_migrations(Connection& connection, const Table& table) {
  std::vector<Migration> steps;
  const std::set<std::string> present = column_names(connection, table.name());
  refuse_unknown_columns(table, present);
  if (present.empty()) steps.push_back(create_table(connection.kind(), table));
  for (const StoredColumn& column : table.columns())
    if (!present.empty() && !present.contains(column.name)) steps.push_back(add_column(connection.kind(), table, column));
  add_index_migrations(connection, table, steps);
  for (Migration& step : search_migrations(connection, table)) steps.push_back(std::move(step));
  return steps;
}

}  // namespace laoyou::store
