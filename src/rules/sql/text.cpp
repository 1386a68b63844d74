#include "rules/sql/text.h"

#include "base/check.h"
#include "base/region_code.h"

namespace laoyou::rules {
namespace {

std::string quoted(std::string_view text, char quote, bool double_backslash) {
  std::string made(1, quote);
  for (const char letter : text) {
    CHECK(letter != '\0');
    if (letter == quote || (double_backslash && letter == '\\')) made += letter;
    made += letter;
  }
  return made + quote;
}

}  // namespace

std::string sql_name(std::string_view name) { return quoted(name, '"', false); }

std::string sql_text(SqlDialect dialect, std::string_view text) {
  const bool escaped = dialect == SqlDialect::postgresql && text.find('\\') != std::string_view::npos;
  return (escaped ? "E" : "") + quoted(text, '\'', escaped);
}

std::string sql_integer(SqlDialect dialect, std::int64_t value) {
  const std::string digits = value < 0 ? "(" + std::to_string(value) + ")" : std::to_string(value);
  return dialect == SqlDialect::postgresql ? digits + "::bigint" : digits;
}

std::string sql_missing(SqlDialect dialect, Kind kind) {
  if (dialect == SqlDialect::sqlite) return "null";
  if (kind == Kind::boolean) return "null::boolean";
  return kind == Kind::code || kind == Kind::region || kind == Kind::text ? "null::text" : "null::bigint";
}

std::string sql_constant(SqlDialect dialect, const Schema& schema, Type type, Value value) {
  if (!value) return sql_missing(dialect, type.kind);
  switch (type.kind) {
    case Kind::boolean: return *value != 0 ? "true" : "false";
    case Kind::code: return sql_text(dialect, schema.code_lists[static_cast<std::size_t>(type.detail)].codes[static_cast<std::size_t>(*value)].name);
    case Kind::region: return sql_text(dialect, RegionCode::from_number(*value).text());
    case Kind::text: CHECK(false);
    default: return sql_integer(dialect, *value);
  }
}

}  // namespace laoyou::rules
