// Membership in ranges, and tables asked for a key.
#include <algorithm>

#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

// A range without a value of the list in it.
const std::string k_never = "false";

const CodeList& code_list(const SqlWriter& writer, Type type) { return writer.book().schema.code_lists[static_cast<std::size_t>(type.detail)]; }

/// Codes are texts in the database, whose order is not that of their list: a range of them is named one by one.
std::string code_range(const SqlWriter& writer, Type type, const std::string& key, Value low, Value high) {
  const auto last = static_cast<std::int64_t>(code_list(writer, type).codes.size()) - 1;
  std::string names;
  for (std::int64_t code = std::max<std::int64_t>(low.value_or(0), 0); code <= std::min(high.value_or(last), last); ++code)
    names += (names.empty() ? "" : ", ") + writer.constant(type, code);
  return names.empty() ? k_never : key + " in (" + names + ")";
}

std::string region_or_number_range(const SqlWriter& writer, Type type, const std::string& key, Value low, Value high) {
  if (low && high && *low == *high) return key + " = " + writer.constant(type, low);
  if (low && high) return key + " between " + writer.constant(type, low) + " and " + writer.constant(type, high);
  return low ? key + " >= " + writer.constant(type, low) : key + " <= " + writer.constant(type, high);
}

struct KeyedRow {
  Value low, high;
  std::string result;
};

/// The result of the row that holds the key; a missing key has none, not even the otherwise.
std::string choose_row(SqlWriter& writer, Type key_type, const std::string& key_expression, const std::vector<KeyedRow>& rows, const std::string& otherwise) {
  return writer.bind(key_expression, [&](const std::string& key) {
    std::string text = "case when " + key + " is null then null";
    std::string rest = otherwise;
    for (const KeyedRow& row : rows) {
      const std::string range = sql_range(writer, key_type, key, row.low, row.high);
      if (range.empty()) {
        rest = row.result;
        break;
      }
      text += " when " + range + " then " + row.result;
    }
    return text + " else " + rest + " end";
  });
}

}  // namespace

std::string sql_range(const SqlWriter& writer, Type type, const std::string& key, Value low, Value high) {
  if (!low && !high) return {};
  return type.kind == Kind::code ? code_range(writer, type, key, low, high) : region_or_number_range(writer, type, key, low, high);
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node&, const InRanges& what) {
  return writer.bind(writer.write(what.operand, scope), [&](const std::string& key) {
    std::string singles, text;
    bool null_for_null = true;
    for (const std::string& words : what.texts) singles += (singles.empty() ? "" : ", ") + writer.text(words);
    for (const auto& [low, high] : what.ranges) {
      const std::string range = sql_range(writer, what.operand->type, key, low, high);
      null_for_null = null_for_null && !range.empty() && range != k_never;
      text += (text.empty() ? "" : " or ") + (range.empty() ? "true" : range);
    }
    if (!singles.empty()) text += (text.empty() ? "" : " or ") + key + " in (" + singles + ")";
    if (text.empty()) text = k_never;
    if (null_for_null && text != k_never) return "(" + text + ")";
    return "case when " + key + " is not null then (" + text + ") end";
  });
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Bands& what) {
  std::vector<KeyedRow> rows;
  for (const TableRow& row : what.rows) rows.push_back({row.low, row.high, writer.write(row.result, scope)});
  return choose_row(writer, what.key->type, writer.write(what.key, scope), rows, writer.write_or_missing(what.otherwise, node.type.kind, scope));
}

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const ParameterLookup& what) {
  const DatedValue* dated = writer.book().parameters[static_cast<std::size_t>(what.parameter)].on(writer.period().last_day());
  if (dated == nullptr || dated->ended) return writer.missing(node.type.kind);
  std::vector<KeyedRow> rows;
  for (const DatedValue::Row& row : dated->rows) rows.push_back({row.low, row.high, writer.constant(node.type, row.value)});
  return choose_row(writer, what.key->type, writer.write(what.key, scope), rows, writer.constant(node.type, dated->otherwise));
}

}  // namespace laoyou::rules
