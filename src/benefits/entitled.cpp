#include "benefits/entitled.h"

#include <algorithm>

#include "rules/columns/evaluate.h"

namespace laoyou::benefits {

std::vector<PolicyRule> policy_rules(const plan::Plan& plan) {
  std::vector<PolicyRule> rules;
  for (const auto& row : plan.content.policies) {
    const int rule = row.value.condition ? plan.book->find_rule(*row.value.condition) : -1;
    if (rule >= 0 && plan.book->rules[static_cast<std::size_t>(rule)].record >= 0)
      rules.push_back({&row.value, row.layer, rule, plan.book->rules[static_cast<std::size_t>(rule)].record});
  }
  return rules;
}

EntitledRows entitled_rows(const rules::Facts& facts, const rules::Book& book, const Period& period, const PolicyRule& rule, RegionCode within) {
  const rules::RuleColumn holds = rules::evaluate_rule(book, facts, period, rule.rule);
  const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(rule.record)];
  const rules::Table& table = facts.tables[static_cast<std::size_t>(rule.record)];
  EntitledRows found;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const rules::Value value = holds.at(row);
    if (value == rules::Value(0)) continue;
    const rules::Value region = table.column(kind.region_field).at(row);
    if (!region || !within.contains(RegionCode::from_number(*region))) continue;
    if (!value)
      ++found.undecided;
    else
      found.entitled.push_back({table.column(kind.id_field).at(row).value_or(0), RegionCode::from_number(*region)});
  }
  std::sort(found.entitled.begin(), found.entitled.end(), [](const EntitledAt& left, const EntitledAt& right) {
    return std::pair(left.region.number(), left.id) < std::pair(right.region.number(), right.id);
  });
  return found;
}

std::vector<EntitledPolicy> entitled_policies(const rules::Facts& facts, const Asked& asked) {
  const rules::Book& book = *asked.plan->book;
  std::map<int, EntitledRows> known;  // several policies may rest on one rule
  std::vector<EntitledPolicy> policies;
  for (const PolicyRule& rule : policy_rules(*asked.plan)) {
    const auto [counted, fresh] = known.try_emplace(rule.rule);
    if (fresh) counted->second = entitled_rows(facts, book, asked.period, rule, asked.region);
    policies.push_back({rule.policy->number, rule.policy->title, rule.policy->title_en, book.schema.records[static_cast<std::size_t>(rule.record)].name, rule.policy->source,
                        rule.policy->procedure, book.rules[static_cast<std::size_t>(rule.rule)].example, static_cast<std::int64_t>(counted->second.entitled.size()), counted->second.undecided});
  }
  return policies;
}

}  // namespace laoyou::benefits
