// case and first: conditions are boolean and can hold, results have one type. That conditions exclude one another is proved in case_proof.cpp.
#include "rules/check/expression_checker.h"

namespace laoyou::rules {

NodePtr ExpressionChecker::check_condition(const ParsePtr& node, const Scope& scope) {
  const NodePtr condition = check(node, scope, Hint{Type{Kind::boolean}, false});
  return require(condition, *node, Kind::boolean) ? condition : nullptr;
}

std::vector<NodePtr> ExpressionChecker::check_results(const std::vector<ParsePtr>& results, const Scope& scope, const Hint& hint) {
  // The first result that has a type of its own tells the others theirs.
  std::vector<NodePtr> nodes(results.size());
  Hint told = hint;
  const auto take = [&](std::size_t i) {
    nodes[i] = check(results[i], scope, told);
    if (!nodes[i]) told.silent = !told.type;
    if (nodes[i] && !told.type) told.type = nodes[i]->type;
  };
  for (std::size_t i = 0; i < results.size(); ++i)
    if (!waits_for_type(*results[i], scope)) take(i);
  const std::vector<NodePtr> typed = nodes;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (!typed[i] && waits_for_type(*results[i], scope)) take(i);
  for (const NodePtr& node : nodes)
    if (!node) return {};
  return results_in_one_type(results, std::move(nodes));
}

std::vector<NodePtr> ExpressionChecker::results_in_one_type(const std::vector<ParsePtr>& results, std::vector<NodePtr> nodes) {
  Type type = nodes.front()->type;
  for (const NodePtr& node : nodes)
    if (!converted(node, type)) {
      bool all = true;
      for (const NodePtr& other : nodes) all = all && (other->type != type || converted(other, node->type));
      if (all) type = node->type;
    }
  bool good = true;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NodePtr changed = converted(nodes[i], type);
    if (!changed) refuse_types(*results[i], nodes[i]->type, type);
    good = good && changed;
    nodes[i] = changed;
  }
  return good ? nodes : std::vector<NodePtr>();
}

NodePtr ExpressionChecker::check_case(const ParseNode& at, const ParsedCase& choice, const Scope& scope, const Hint& hint) {
  std::vector<ParsePtr> results;
  std::vector<NodePtr> conditions;
  bool good = true;
  for (const auto& [condition, result] : choice.branches) {
    conditions.push_back(check_condition(condition, scope));
    good = good && conditions.back();
    results.push_back(result);
  }
  if (choice.otherwise) results.push_back(choice.otherwise);
  const std::vector<NodePtr> nodes = check_results(results, scope, hint);
  if (!good || !prove_case(choice, conditions) || nodes.empty()) return nullptr;
  Case checked{choice.ordered, {}, choice.otherwise ? nodes.back() : nullptr};
  std::int64_t bound = 0;
  for (const NodePtr& node : nodes) bound = std::max(bound, node->bound);
  for (std::size_t i = 0; i < conditions.size(); ++i) checked.branches.emplace_back(conditions[i], nodes[i]);
  return make(at, nodes.front()->type, bound, std::move(checked));
}

}  // namespace laoyou::rules
