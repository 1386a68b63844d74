// The independent judge of a plan: its own reading of the rules, sharing no evaluation with the search.
#pragma once

#include <vector>

#include "base/result.h"
#include "engines/dispatch/plan.h"

namespace laoyou::dispatch {

/// What a plan is worth and what is wrong with it.
struct Judgement {
  Refusals broken;                 ///< each broken rule: "dispatch.check.<rule>", place "/routes/<shift>/<stop>" where there is one
  Terms terms{};                   ///< every term of the objective
  std::vector<TimedRoute> routes;  ///< the earliest times the rules allow
  std::vector<int> unserved;       ///< visits in no route

  bool valid() const { return broken.empty(); }
};

/// Judges a plan against the whole problem; works on any plan, however wrong. Linear in the plan times the length of its longest chain of
/// links. Rules: unknown_stop, twice, skill, wish, excluded, pinned_carer, window, link, same_carer, group_split, shift_end, work_limit,
/// carer_work_limit, break_missing, break_late, break_alone, locked, endless (routes waiting for each other for ever).
Judgement check(const Problem& problem, const Plan& plan);

}  // namespace laoyou::dispatch
