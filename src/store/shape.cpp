#include "store/shape.h"

#include "store/failure.h"
#include "store/search_index.h"

namespace laoyou::store {
namespace {

using record::CellKind;

// Both answer with rows of text: table, column, type.
constexpr const char* k_sqlite_columns =
    "select t.name, c.name, lower(c.type) from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' "
    "order by t.name, c.cid";
constexpr const char* k_postgres_columns =
    "select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = current_schema() "
    "order by table_name::text collate \"C\", ordinal_position";

// Both answer with rows of text: table, index, "1" when unique, column.
constexpr const char* k_sqlite_indexes =
    "select t.name, i.name, cast(i.\"unique\" as text), c.name from sqlite_master t, pragma_index_list(t.name) i, pragma_index_info(i.name) c "
    "where t.type = 'table' and t.name not like 'sqlite_%' and i.origin = 'c' order by t.name, i.name, c.seqno";
constexpr const char* k_postgres_indexes =
    "select t.relname::text, i.relname::text, case when x.indisunique then '1' else '0' end, a.attname::text from pg_index x "
    "join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = t.relnamespace "
    "cross join lateral unnest(x.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number "
    "where n.nspname = current_schema() and not x.indisprimary order by t.relname::text collate \"C\", i.relname::text collate \"C\", k.place";

CellKind read_kind(const std::string& table, const std::string& type) {
  if (type == "integer" || type == "bigint") return CellKind::integer;
  if (type == "real" || type == "double precision") return CellKind::real;
  if (type == "text") return CellKind::text;
  throw StoreDamaged(refuse("store.foreign"), "table " + table + " has a column of type " + type);
}

TableShape& table_named(std::vector<TableShape>& tables, const std::string& name) {
  for (TableShape& table : tables)
    if (table.name == name) return table;
  return tables.emplace_back(TableShape{name, {}, {}});
}

std::string text(const Cell& cell) { return std::get<std::string>(cell); }

}  // namespace

std::vector<std::string> TableShape::column_names() const {
  std::vector<std::string> names;
  for (const ColumnShape& column : columns) names.push_back(column.name);
  return names;
}

std::string sql_type(DatabaseKind database, CellKind kind) {
  if (database == DatabaseKind::sqlite) return kind == CellKind::integer ? "integer" : kind == CellKind::real ? "real" : "text";
  return kind == CellKind::integer ? "bigint" : kind == CellKind::real ? "double precision" : "text collate \"C\"";
}

// What FTS5 keeps is left out: it is made from the tables, and made anew where they are copied.
std::vector<TableShape> read_shape(Connection& connection) {
  const bool sqlite = connection.kind() == DatabaseKind::sqlite;
  std::vector<TableShape> tables;
  connection.query(sqlite ? k_sqlite_columns : k_postgres_columns, {}, [&](Row row) {
    if (searched_record(text(row[0])).empty()) table_named(tables, text(row[0])).columns.push_back({text(row[1]), read_kind(text(row[0]), text(row[2]))});
  });
  connection.query(sqlite ? k_sqlite_indexes : k_postgres_indexes, {}, [&](Row row) {
    if (!searched_record(text(row[0])).empty()) return;
    std::vector<IndexShape>& indexes = table_named(tables, text(row[0])).indexes;
    if (indexes.empty() || indexes.back().name != text(row[1])) indexes.push_back({text(row[1]), text(row[2]) == "1", {}});
    indexes.back().columns.push_back(text(row[3]));
  });
  return tables;
}

void create_table(Connection& connection, const TableShape& table) {
  std::string sql = "create table " + identifier(table.name) + " (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ColumnShape& column = table.columns[i];
    sql += (i == 0 ? "" : ", ") + identifier(column.name) + " " + sql_type(connection.kind(), column.kind) + (i == 0 ? " primary key" : "");
  }
  // STRICT: SQLite then keeps each column to its type, as PostgreSQL does.
  connection.execute(sql + (connection.kind() == DatabaseKind::sqlite ? ") strict" : ")"));
}

void create_indexes(Connection& connection, const TableShape& table) {
  for (const IndexShape& index : table.indexes) {
    std::string columns;
    for (const std::string& column : index.columns) columns += (columns.empty() ? "" : ", ") + identifier(column);
    connection.execute(std::string("create ") + (index.unique ? "unique " : "") + "index " + identifier(index.name) + " on " +
                       identifier(table.name) + " (" + columns + ")");
  }
}

}  // namespace laoyou::store
