// A variant of a plan: figures and rules that would be others. What screens send and proposals keep.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/stack/plan.h"
#include "record/leaf.h"
#include "rules/what_if/what_if.h"

namespace laoyou::whatif {

/// One row of a parameter's table, or its plain value under an empty key; both as plans write them ("80..89", "50元").
struct AmountRow {
  std::string key;
  std::string value;
};
LAOYOU_RECORD(AmountRow, "amount_row", key, value)

/// The parameter has these rows from a day on.
struct ParameterChange {
  std::string key;
  std::optional<Date> from;  ///< else the first day of the period looked at
  std::vector<AmountRow> rows;
};
LAOYOU_RECORD(ParameterChange, "parameter_change", key, from, rows)

/// The rule is this expression instead.
struct RuleChange {
  std::string key;
  std::string expression;
};
LAOYOU_RECORD(RuleChange, "rule_change", key, expression)

struct Variant {
  std::string name;
  std::vector<ParameterChange> parameters;
  std::vector<RuleChange> rules;
};
LAOYOU_RECORD(Variant, "what_if_variant", name, parameters, rules)

/// The plan as it stands and as the variant makes it; without changes both are the same. Refused as rules::what_if() does, the places those of the patches.
CheckedResult<rules::WhatIf> what_if_of(const plan::Plan& plan, const Variant& variant, Date first_day);

/// The plan's source with the variant in it, unchecked: for those who write it down.
std::vector<rules::Patch> patches_of(const Variant& variant, Date first_day);

}  // namespace laoyou::whatif
