#include "rules/what_if/merged_books.h"

#include <algorithm>

#include "base/check.h"
#include "rules/what_if/remap.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

bool same(const DatedValue::Row& left, const DatedValue::Row& right) { return left.low == right.low && left.high == right.high && left.value == right.value; }

bool same(const DatedValue& left, const DatedValue& right) {
  return left.from == right.from && left.until == right.until && left.otherwise == right.otherwise && left.ended == right.ended &&
         std::equal(left.rows.begin(), left.rows.end(), right.rows.begin(), right.rows.end(), [](const auto& a, const auto& b) { return same(a, b); });
}

bool same(const Parameter& left, const Parameter& right) {
  return left.type == right.type && left.key_type == right.key_type &&
         std::equal(left.values.begin(), left.values.end(), right.values.begin(), right.values.end(), [](const auto& a, const auto& b) { return same(a, b); });
}

/// True when the tree, of the book `after`, reads something that has been given another position.
bool reads_changed(const Node& tree, const std::vector<bool>& changed_parameters, const std::vector<bool>& changed_rules) {
  const auto changed = [](const std::vector<bool>& list, int position) { return list[static_cast<std::size_t>(position)]; };
  if (const auto* read = std::get_if<ParameterRead>(&tree.what)) return changed(changed_parameters, read->parameter);
  if (const auto* read = std::get_if<RuleRead>(&tree.what)) return changed(changed_rules, read->rule);
  if (const auto* read = std::get_if<TotalRead>(&tree.what)) return changed(changed_rules, read->rule);
  const auto* lookup = std::get_if<ParameterLookup>(&tree.what);
  bool found = lookup != nullptr && changed(changed_parameters, lookup->parameter);
  for_each_child(tree, [&](const Node& child) { found = found || reads_changed(child, changed_parameters, changed_rules); });
  return found;
}

int position_by_key(const auto& entries, const std::string& key) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].key == key) return static_cast<int>(i);
  CHECK(false);
}

}  // namespace

WhatIf merged_books(std::shared_ptr<const Book> before, std::shared_ptr<const Book> after) {
  WhatIf made;
  made.together = *before;
  Remap remap;
  std::vector<bool> changed_parameters, changed_rules;
  for (const Parameter& parameter : after->parameters) {
    const int position = position_by_key(before->parameters, parameter.key);
    changed_parameters.push_back(!same(parameter, before->parameters[static_cast<std::size_t>(position)]));
    remap.parameters.push_back(changed_parameters.back() ? static_cast<int>(made.together.parameters.size()) : position);
    if (changed_parameters.back()) made.together.parameters.push_back(parameter);
  }
  for (std::size_t i = 0; i < before->rules.size(); ++i) made.rules_before.push_back(static_cast<int>(i));
  made.rules_after.resize(before->rules.size());
  for (const Rule& rule : after->rules) {
    const int position = position_by_key(before->rules, rule.key);
    const bool other_text = rule.expression.text != before->rules[static_cast<std::size_t>(position)].expression.text;
    changed_rules.push_back(other_text || reads_changed(*rule.tree, changed_parameters, changed_rules));
    remap.rules.push_back(changed_rules.back() ? static_cast<int>(made.together.rules.size()) : position);
    if (changed_rules.back()) {
      made.together.rules.push_back(rule);
      made.together.rules.back().tree = remapped(rule.tree, remap);
    }
    made.rules_after[static_cast<std::size_t>(position)] = remap.rules.back();
  }
  made.before = std::move(before);
  made.after = std::move(after);
  return made;
}

}  // namespace laoyou::rules
