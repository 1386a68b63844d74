#include "fact_tables.h"

#include "base/check.h"
#include "rules/value/period_value.h"

namespace laoyou::rules {
namespace {

using store::identifier;

bool is_text(Kind kind) {
  return kind == Kind::date || kind == Kind::period || kind == Kind::code || kind == Kind::region || kind == Kind::text;
}

const CodeList& code_list(const Schema& schema, Type type) { return schema.code_lists[static_cast<std::size_t>(type.detail)]; }

std::string stored_text(const Schema& schema, const Facts& facts, Type type, std::int64_t value) {
  switch (type.kind) {
    case Kind::date: return Date::from_days(value).text();
    case Kind::period: return unpack_period(value).text();
    case Kind::code: return code_list(schema, type).codes[static_cast<std::size_t>(value)].name;
    case Kind::region: return RegionCode::from_number(value).text();
    case Kind::text: return facts.texts.at(value);
    default: CHECK(false);
  }
}

}  // namespace

SqlDialect dialect_of(store::DatabaseKind kind) { return kind == store::DatabaseKind::sqlite ? SqlDialect::sqlite : SqlDialect::postgresql; }

std::string stored_literal(SqlDialect dialect, const Schema& schema, const Facts& facts, Type type, Value value) {
  if (!value) return "null";
  return is_text(type.kind) ? sql_text(dialect, stored_text(schema, facts, type, *value)) : std::to_string(*value);
}

std::string column_definitions(SqlDialect dialect, const RecordKind& kind) {
  const bool sqlite = dialect == SqlDialect::sqlite;
  std::string text;
  for (int i = 0; i < static_cast<int>(kind.fields.size()); ++i) {
    const Field& field = kind.fields[static_cast<std::size_t>(i)];
    text += (i == 0 ? "" : ", ") + identifier(field.name) + (is_text(field.type.kind) ? (sqlite ? " text" : " text collate \"C\"") : sqlite ? " integer" : " bigint");
  }
  return text;
}

std::string row_literals(SqlDialect dialect, const Schema& schema, const Facts& facts, int record) {
  const RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const Table& table = facts.tables[static_cast<std::size_t>(record)];
  std::string text;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    text += row == 0 ? "(" : ", (";
    for (int field = 0; field < table.fields(); ++field)
      text += (field == 0 ? "" : ", ") + stored_literal(dialect, schema, facts, kind.fields[static_cast<std::size_t>(field)].type, table.column(field).at(row));
    text += ")";
  }
  return text;
}

void store_facts(store::Connection& connection, const Schema& schema, const Facts& facts) {
  const SqlDialect dialect = dialect_of(connection.kind());
  connection.execute("begin");
  for (std::size_t record = 0; record < schema.records.size(); ++record) {
    const RecordKind& kind = schema.records[record];
    const std::string table = identifier(kind.name);
    connection.execute("drop table if exists " + table);
    connection.execute("create table " + table + " (" + column_definitions(dialect, kind) + ")" + (dialect == SqlDialect::sqlite ? " strict" : ""));
    const std::string rows = row_literals(dialect, schema, facts, static_cast<int>(record));
    if (!rows.empty()) connection.execute("insert into " + table + " values " + rows);
    for (const Field& field : kind.fields)
      if (field.type.kind == Kind::id) connection.execute("create index " + identifier(kind.name + "_by_" + field.name) + " on " + table + " (" + identifier(field.name) + ")");
    if (dialect == SqlDialect::postgresql) connection.execute("analyze " + table);
  }
  connection.commit();
}

Value read_value(const Schema& schema, const Facts& facts, Type type, const record::Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return {};
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  const auto* text = std::get_if<std::string>(&cell);
  CHECK(text != nullptr);
  switch (type.kind) {
    case Kind::code: return code_list(schema, type).find(*text);
    case Kind::region: return RegionCode::parse(*text).value().number();
    case Kind::text: return facts.texts.find(*text);
    default: CHECK(false);
  }
}

}  // namespace laoyou::rules
