#include "store/claims.h"

#include <algorithm>
#include <boost/json.hpp>

#include "store/failure.h"
#include "store/search_index.h"

namespace laoyou::store {
namespace {

using Names = std::set<std::string>;

std::string text(const Cell& cell) { return std::get<std::string>(cell); }

Names names(Connection& connection, const char* sql) {
  Names found;
  connection.query(sql, {}, [&](Row row) { found.insert(text(row[0])); });
  return found;
}

/// The database's objects by kind.
struct Objects {
  Names tables;
  std::vector<std::string> others;  ///< "view reading", "trigger reading_changed"
};

// Both answer with rows of text: kind, name.
constexpr const char* k_sqlite_objects = "select type, name from sqlite_master where type in ('table', 'view', 'trigger') and name not like 'sqlite\\_%' escape '\\' order by 1, 2";
constexpr const char* k_postgres_objects =
    "select case c.relkind when 'r' then 'table' when 'p' then 'table' else 'view' end, c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace "
    "where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm', 'f') "
    "union all select 'trigger', t.tgname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace "
    "where n.nspname = current_schema() and not t.tgisinternal "
    "union all select 'rule', rulename::text from pg_rules where schemaname = current_schema() order by 1, 2";

Objects read_objects(Connection& connection) {
  Objects objects;
  connection.query(connection.kind() == DatabaseKind::sqlite ? k_sqlite_objects : k_postgres_objects, {}, [&](Row row) {
    if (text(row[0]) == "table")
      objects.tables.insert(text(row[1]));
    else
      objects.others.push_back(text(row[0]) + " " + text(row[1]));
  });
  return objects;
}

/// What stands after `prefix` in the names of the steps done: tables, or "table.column".
Names done(const Names& steps, std::string_view prefix) {
  Names found;
  for (const std::string& step : steps)
    if (step.starts_with(prefix)) found.insert(step.substr(prefix.size()));
  return found;
}

/// The columns that a record's table must have: those its newest row in the journal names, and those added later.
Names claimed_columns(Connection& connection, const std::string& record, const Names& added) {
  Names claimed;
  const std::vector<Cell> parameters{record};
  connection.query("select after from journal where sequence = (select max(sequence) from journal where record = $1 and after is not null)", parameters, [&](Row row) {
    boost::system::error_code error;
    const boost::json::value kept = boost::json::parse(text(row[0]), error);
    if (error || !kept.is_object()) return;
    for (const auto& member : kept.get_object()) claimed.emplace(member.key());
  });
  for (const std::string& column : added)
    if (column.starts_with(record + ".")) claimed.insert(column.substr(record.size() + 1));
  return claimed;
}

bool in_program(const Table& table, const std::string& column) {
  const auto& columns = table.columns();
  const auto& retired = table.definition().retired;
  return std::any_of(columns.begin(), columns.end(), [&](const StoredColumn& each) { return each.name == column; }) ||
         std::any_of(retired.begin(), retired.end(), [&](const std::string& each) { return each == column || match_name(each) == column; });
}

std::optional<ShapeFault> find_column_fault(Connection& connection, const Catalog* catalog, const Names& records, const Names& added) {
  for (const TableShape& shape : read_shape(connection)) {
    if (!records.contains(shape.name)) continue;
    const std::vector<std::string> present = shape.column_names();
    const Names claimed = claimed_columns(connection, shape.name, added);
    for (const std::string& column : claimed)
      if (std::find(present.begin(), present.end(), column) == present.end()) return ShapeFault{RowFault::column_missing, shape.name + "." + column};
    const Table* table = catalog != nullptr && catalog->tables().contains(shape.name) ? &catalog->table(shape.name) : nullptr;
    for (const std::string& column : present)
      if (table != nullptr && !claimed.contains(column) && !in_program(*table, column)) return ShapeFault{RowFault::object_foreign, "column " + shape.name + "." + column};
  }
  return std::nullopt;
}

std::string first_missing(const Names& wanted, const Names& present) {
  for (const std::string& name : wanted)
    if (!present.contains(name)) return name;
  return {};
}

[[noreturn]] void throw_lost(std::string_view code, const std::string& object) { throw StoreDamaged(refuse(code, {object}), object + " was there and is gone"); }

}  // namespace

const std::set<std::string>& store_tables() {
  static const Names tables{"laoyou_schema", "laoyou_identity", "journal", "journal_seal", "journal_head"};
  return tables;
}

std::optional<ShapeFault> find_shape_fault(Connection& connection, const Catalog* catalog) {
  const Objects objects = read_objects(connection);
  if (const std::string lost = first_missing(store_tables(), objects.tables); !lost.empty()) return ShapeFault{RowFault::table_missing, lost};
  const Names steps = names(connection, "select name from laoyou_schema");
  Names records = names(connection, "select distinct record from journal");
  records.merge(done(steps, "table "));
  if (const std::string lost = first_missing(records, objects.tables); !lost.empty()) return ShapeFault{RowFault::table_missing, lost};
  if (!objects.others.empty()) return ShapeFault{RowFault::object_foreign, objects.others.front()};
  for (const std::string& name : objects.tables)
    if (!records.contains(name) && !records.contains(searched_record(name)) && !store_tables().contains(name)) return ShapeFault{RowFault::object_foreign, "table " + name};
  return find_column_fault(connection, catalog, records, done(steps, "column "));
}

void refuse_lost_parts(Connection& connection, const Catalog& catalog) {
  const Names present = read_objects(connection).tables;
  const Names steps = names(connection, "select name from laoyou_schema");
  if (const std::string lost = first_missing(store_tables(), present); !lost.empty()) throw_lost("store.table_missing", lost);
  if (const std::string lost = first_missing(done(steps, "table "), present); !lost.empty()) throw_lost("store.table_missing", lost);
  const Names added = done(steps, "column ");
  const std::vector<TableShape> shapes = read_shape(connection);
  for (const auto& [name, table] : catalog.tables()) {
    const auto shape = std::find_if(shapes.begin(), shapes.end(), [&, &wanted = name](const TableShape& each) { return each.name == wanted; });
    const std::vector<std::string> columns = shape == shapes.end() ? std::vector<std::string>{} : shape->column_names();
    const auto there = [&](const StoredColumn& column) { return std::find(columns.begin(), columns.end(), column.name) != columns.end(); };
    if (std::all_of(table.columns().begin(), table.columns().end(), there)) continue;
    const Names claimed = claimed_columns(connection, name, added);
    if (shape == shapes.end() && !claimed.empty()) throw_lost("store.table_missing", name);
    for (const StoredColumn& column : table.columns())
      if (!there(column) && claimed.contains(column.name)) throw_lost("store.column_missing", name + "." + column.name);
  }
}

}  // namespace laoyou::store
