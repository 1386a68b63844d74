// The two kinds of case. Each condition and each value is written once, so that nested cases do not grow beyond their text.
#include "rules/sql_writer.h"

namespace laoyou::rules {
namespace {

// Conditions longer than this in all are bound once instead of written twice.
constexpr std::size_t k_repeated_conditions_bytes = 2'000;

/// Where a condition is missing, neither branch is taken: SQL's simple case compares with 1 and 0. PostgreSQL would hand a comparison with true
/// and false to no foreign server.
std::string ordered(SqlWriter& writer, SqlScope& scope, const Node& node, const Case& what) {
  std::string text = writer.write_or_missing(what.otherwise, node.type.kind, scope);
  const std::string number = writer.sqlite() ? "" : "::int";
  for (auto branch = what.branches.rbegin(); branch != what.branches.rend(); ++branch)
    text = "case (" + writer.write(branch->first, scope) + ")" + number + " when 1 then " + writer.write(branch->second, scope) + " when 0 then " + text + " end";
  return text;
}

/// None is TRUE and one is missing: so is the answer. Otherwise all are FALSE.
std::string none_true(const std::vector<std::string>& conditions, const std::string& otherwise) {
  std::string any_missing;
  for (const std::string& condition : conditions) any_missing += (any_missing.empty() ? "" : " or ") + condition + " is null";
  return any_missing.empty() ? otherwise : "case when " + any_missing + " then null else " + otherwise + " end";
}

std::string exclusive(const std::vector<std::string>& conditions, const std::vector<std::string>& values, const std::string& rest) {
  std::string text = "case";
  for (std::size_t i = 0; i < conditions.size(); ++i) text += " when " + conditions[i] + " then " + values[i];
  return text + (rest.empty() ? "" : " else " + rest) + " end";
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Case& what) {
  if (what.branches.empty()) return writer.write_or_missing(what.otherwise, node.type.kind, scope);
  if (what.ordered) return ordered(writer, scope, node, what);
  std::vector<std::string> conditions, values;
  std::size_t bytes = 0;
  for (const auto& [condition, value] : what.branches) {
    conditions.push_back(writer.write(condition, scope));
    values.push_back(writer.write(value, scope));
    bytes += conditions.back().size();
  }
  if (!what.otherwise) return exclusive(conditions, values, "");
  const std::string otherwise = writer.write(what.otherwise, scope);
  if (bytes <= k_repeated_conditions_bytes) return exclusive(conditions, values, none_true(conditions, otherwise));
  return writer.bind_all(conditions, [&](const std::vector<std::string>& names) { return exclusive(names, values, none_true(names, otherwise)); });
}

}  // namespace laoyou::rules
