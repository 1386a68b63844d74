#include "whatif/amounts.h"

#include "rules/totals/totals.h"
#include "whatif/tree_parts.h"

namespace laoyou::whatif {

std::optional<rules::Total> only_sum(const rules::Book& book, int rule) {
  const std::vector<const rules::Node*> nodes = rules::totals_of(book, rule);
  if (nodes.size() != 1) return std::nullopt;
  const auto& total = std::get<rules::Total>(nodes.front()->what);
  return total.function == rules::Function::sum ? std::optional(total) : std::nullopt;
}

int add_amount(rules::Book& book, const rules::Total& total) {
  rules::Rule rule;
  rule.key = "amount " + std::to_string(book.rules.size());
  rule.record = total.record;
  rule.tree = total.condition ? make_node(total.value->type, total.value->bound, rules::Case{true, {{total.condition, total.value}}, zero(total.value->type)}) : total.value;
  book.rules.push_back(std::move(rule));
  return static_cast<int>(book.rules.size()) - 1;
}

}  // namespace laoyou::whatif
