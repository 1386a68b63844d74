// The two kinds of case. Conditions are needed twice; long ones are bound, so that nested cases do not grow beyond their text.
#include "rules/sql/writer.h"

namespace laoyou::rules {
namespace {

// Conditions longer than this in all are bound once instead of written twice.
constexpr std::size_t k_repeated_conditions_bytes = 2'000;

/// One branch after the other, side by side and not within each other: SQLite's parser keeps a hundred open ends at most.
std::string ordered(const std::vector<std::string>& conditions, const std::vector<std::string>& values, const std::string& otherwise) {
  std::string text = "case";
  for (std::size_t i = 0; i < conditions.size(); ++i) text += " when " + conditions[i] + " then " + values[i] + " when " + conditions[i] + " is null then null";
  return text + " else " + otherwise + " end";
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
  return text + " else " + rest + " end";
}

}  // namespace

std::string write_node(SqlWriter& writer, SqlScope& scope, const Node& node, const Case& what) {
  const std::string otherwise = writer.write_or_missing(what.otherwise, node.type.kind, scope);
  if (what.branches.empty()) return otherwise;
  std::vector<std::string> conditions, values;
  std::size_t bytes = 0;
  for (const auto& [condition, value] : what.branches) {
    conditions.push_back(writer.write(condition, scope));
    values.push_back(writer.write(value, scope));
    bytes += conditions.back().size();
  }
  if (!what.ordered && !what.otherwise) return exclusive(conditions, values, otherwise);
  const auto with = [&](const std::vector<std::string>& names) {
    return what.ordered ? ordered(names, values, otherwise) : exclusive(names, values, none_true(names, otherwise));
  };
  return bytes <= k_repeated_conditions_bytes ? with(conditions) : writer.bind_all(conditions, with);
}

}  // namespace laoyou::rules
