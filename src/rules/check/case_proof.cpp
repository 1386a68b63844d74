// What can be proved of conditions before any row is seen: that each can hold, that those of a case exclude one another, that none of a first
// comes too late. Parameters change, so everything is asked for each of the days on which one of them does.
#include <set>

#include "rules/ranges/condition_ranges.h"
#include "rules/check/expression_checker.h"

namespace laoyou::rules {
namespace {

using Switches = ConditionRanges::Switches;

constexpr std::size_t k_most_days = 100;

}  // namespace

std::vector<Date> ExpressionChecker::days_to_prove(const std::vector<NodePtr>& conditions) const {
  std::set<int> parameters;
  for (const NodePtr& condition : conditions) parameters.merge(draft_.parameters_of(*condition));
  std::set<Date> days;
  if (draft_.source.from) days.insert(*draft_.source.from);
  for (const int parameter : parameters)
    for (const DatedValue& value : draft_.parameters[static_cast<std::size_t>(parameter)].parameter.values) {
      const bool inside = (!draft_.source.from || value.from >= *draft_.source.from) && (!draft_.source.to || value.from <= *draft_.source.to);
      if (inside && days.size() < k_most_days) days.insert(value.from);
    }
  if (days.empty()) days.insert(Date());
  return {days.begin(), days.end()};
}

ConditionRanges ExpressionChecker::ranges_on(Date day, ConditionRanges::Switches switches) {
  parameters_of_draft_.clear();
  for (const DraftParameter& parameter : draft_.parameters) parameters_of_draft_.push_back(&parameter.parameter);
  return ConditionRanges(draft_.schema, draft_.source.region, draft_.finished, parameters_of_draft_, day, switches);
}

bool ExpressionChecker::prove_possible(const ParseNode& place, const NodePtr& condition) {
  for (const Date day : days_to_prove({condition}))
    if (!ranges_on(day, Switches::stay_open).where(*condition, true).empty()) return true;
  refuse(place, "rules.case_contradiction", {written(place)});
  return false;
}

bool ExpressionChecker::prove_exclusive(const ParsedCase& written_case, const std::vector<NodePtr>& conditions) {
  const std::vector<Date> days = days_to_prove(conditions);
  std::set<std::pair<std::size_t, std::size_t>> refused;
  for (const Date day : days) {
    ConditionRanges ranges = ranges_on(day, Switches::decide);
    std::vector<Boxes> holds;
    for (const NodePtr& condition : conditions) holds.push_back(ranges.where(*condition, true));
    for (std::size_t later = 1; later < holds.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Boxes both = meet(holds[earlier], holds[later]);
        if (both.empty() || !refused.insert({earlier, later}).second) continue;
        const ParseNode &first = *written_case.branches[earlier].first, &second = *written_case.branches[later].first;
        refuse(second, "rules.case_overlap", {written(first), written(second), example_of(both.front())});
      }
  }
  return refused.empty();
}

bool ExpressionChecker::prove_reachable(const ParsedCase& written_case, const std::vector<NodePtr>& conditions) {
  // A branch is reached where its condition is TRUE and every earlier one FALSE; the else where all are FALSE.
  std::vector<bool> reached(conditions.size() + 1);
  for (const Date day : days_to_prove(conditions)) {
    ConditionRanges ranges = ranges_on(day, Switches::stay_open);
    Boxes before{Box{}};
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const Boxes own = ranges.where(*conditions[i], true);
      if (!(written_case.ordered ? meet(before, own) : own).empty()) reached[i] = true;
      before = meet(before, ranges.where(*conditions[i], false));
    }
    if (!before.empty()) reached.back() = true;
  }
  bool all = true;
  const auto refuse_at = [&](const ParseNode& place) {
    refuse(place, "rules.case_unreachable", {written(place)});
    all = false;
  };
  for (std::size_t i = 0; i < conditions.size(); ++i)
    if (!reached[i]) refuse_at(*written_case.branches[i].first);
  if (written_case.otherwise && !reached.back()) refuse_at(*written_case.otherwise);
  return all;
}

bool ExpressionChecker::prove_case(const ParsedCase& written_case, const std::vector<NodePtr>& conditions) {
  bool possible = true;
  for (std::size_t i = 0; i < conditions.size(); ++i) possible = prove_possible(*written_case.branches[i].first, conditions[i]) && possible;
  if (!possible) return false;
  if (!written_case.ordered && !prove_exclusive(written_case, conditions)) return false;
  return prove_reachable(written_case, conditions);
}

std::string ExpressionChecker::example_of(const Box& box) const {
  for (const auto& [term, range] : box) {
    if (term.starts_with("missing(") || term.starts_with("order(") || range.type.kind == Kind::text) continue;
    const std::int64_t least = range.values.least();
    // An open range begins at no value worth showing.
    if (least < -field_bound(range.type.kind) / 2) continue;
    return " (" + term + " = " + literal_text(draft_.schema, range.type, least) + ")";
  }
  return {};
}

}  // namespace laoyou::rules
