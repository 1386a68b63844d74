#include "whatif/variant.h"

namespace laoyou::whatif {

std::vector<rules::Patch> patches_of(const Variant& variant, Date first_day) {
  std::vector<rules::Patch> patches;
  for (const ParameterChange& change : variant.parameters) {
    rules::ParameterPatch patch{change.key, change.from.value_or(first_day), {}};
    for (const AmountRow& row : change.rows) patch.rows.emplace_back(row.key, row.value);
    patches.emplace_back(std::move(patch));
  }
  for (const RuleChange& change : variant.rules) patches.emplace_back(rules::RulePatch{change.key, change.expression});
  return patches;
}

CheckedResult<rules::WhatIf> what_if_of(const plan::Plan& plan, const Variant& variant, Date first_day) {
  const std::vector<rules::Patch> patches = patches_of(variant, first_day);
  return rules::what_if(plan.book, plan::book_source(plan), patches);
}

}  // namespace laoyou::whatif
