#include "rules/check/book_draft.h"

#include "rules/check/expression_checker.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::rules {
namespace {

/// A rule may read rules that read rules, this deep; the way is walked by recursion only where their order was not seen beforehand.
constexpr std::size_t k_longest_way = 32;

}  // namespace

void BookDraft::remember_names() {
  for (std::size_t i = 0; i < source.parameters.size(); ++i) {
    const ParameterSource& parameter = source.parameters[i];
    for (const std::string* name : {&parameter.key, &parameter.name})
      if (!name->empty()) parameter_names_.emplace(*name, static_cast<int>(i));
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].record < 0 && !rules[i].source->record.empty()) continue;
    for (const std::string* name : {&rules[i].source->key, &rules[i].source->name})
      if (!name->empty()) rule_names_.emplace(std::pair(rules[i].record, *name), static_cast<int>(i));
  }
}

int BookDraft::find_parameter(const std::string& key_or_name) const {
  const auto found = parameter_names_.find(key_or_name);
  return found == parameter_names_.end() ? -1 : found->second;
}

int BookDraft::find_rule(int record, const std::string& key_or_name) const {
  const auto found = rule_names_.find(std::pair(record, key_or_name));
  return found == rule_names_.end() ? -1 : found->second;
}

const DraftRule& BookDraft::checked_rule(int rule, const SourceText& from, std::size_t offset) {
  DraftRule& wanted = rules[static_cast<std::size_t>(rule)];
  if (wanted.state == DraftRule::State::working)
    report.add(from, offset, "rules.cycle", {way_round(rule)});
  else if (wanted.state == DraftRule::State::waiting && working_.size() >= k_longest_way)
    report.add(from, offset, "rules.long_way", {std::to_string(k_longest_way)});
  else
    check_rule(rule);
  return wanted;
}

void BookDraft::check_rule(int rule) {
  DraftRule& checked = rules[static_cast<std::size_t>(rule)];
  if (checked.state != DraftRule::State::waiting) return;
  checked.state = DraftRule::State::working;
  working_.push_back(rule);
  if (checked.readable) {
    ExpressionChecker expression(*this, checked.source->expression, checked.numbers);
    checked.tree = expression.check_whole(checked.parsed, checked.record < 0 ? Scope{} : Scope{{checked.record}});
  }
  working_.pop_back();
  checked.state = DraftRule::State::done;
  if (!checked.tree) return;
  const std::int64_t cost = cost_of(*checked.tree);
  if (cost > k_largest_cost) {
    report.add(checked.source->expression, 0, "rules.too_costly", {std::to_string(k_largest_cost)});
    checked.tree = nullptr;
    return;
  }
  finished_costs_.push_back(cost);
  finish(checked);
}

std::int64_t BookDraft::cost_of(const Node& tree) const {
  std::int64_t cost = 1;
  if (const auto* read = std::get_if<RuleRead>(&tree.what)) cost += finished_costs_[static_cast<std::size_t>(read->rule)];
  if (const auto* read = std::get_if<TotalRead>(&tree.what)) cost += finished_costs_[static_cast<std::size_t>(read->rule)];
  for_each_child(tree, [&](const Node& child) { cost = std::min(cost + cost_of(child), k_largest_cost + 1); });
  return std::min(cost, k_largest_cost + 1);
}

std::set<int> BookDraft::parameters_of(const Node& tree) const {
  std::set<int> parameters;
  if (const auto* read = std::get_if<ParameterRead>(&tree.what)) parameters.insert(read->parameter);
  // Rules that are read were finished before: their own ways need not be walked again.
  if (const auto* read = std::get_if<RuleRead>(&tree.what)) parameters = finished_parameters_[static_cast<std::size_t>(read->rule)];
  for_each_child(tree, [&](const Node& child) { parameters.merge(parameters_of(child)); });
  return parameters;
}

void BookDraft::finish(DraftRule& rule) {
  const RuleSource& from = *rule.source;
  rule.position = static_cast<int>(finished.size());
  Rule made;
  made.key = from.key;
  made.name = from.name;
  made.layer = from.layer;
  made.source = from.source;
  made.document = from.document;
  made.unit = from.unit;
  made.place = from.place.place(0);
  made.record = rule.record;
  made.expression = from.expression;
  made.tree = rule.tree;
  made.example = from.example;
  finished_parameters_.push_back(parameters_of(*rule.tree));
  finished.push_back(std::move(made));
}

std::string BookDraft::way_round(int rule) const {
  std::string way;
  bool inside = false;
  for (const int each : working_) {
    inside = inside || each == rule;
    if (inside) way += rules[static_cast<std::size_t>(each)].source->key + " → ";
  }
  return way + rules[static_cast<std::size_t>(rule)].source->key;
}

}  // namespace laoyou::rules
