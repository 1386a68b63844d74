// The independent judge of a plan: its own reading of the rules, sharing no evaluation with the search.
#pragma once

#include <vector>

#include "base/result.h"
#include "engines/dispatch/broken.h"
#include "engines/dispatch/plan.h"

namespace laoyou::dispatch {

/// What a plan is worth and what is wrong with it.
struct Judgement {
  std::vector<Broken> broken;      ///< each broken rule
  Terms terms{};                   ///< every term of the objective
  std::vector<TimedRoute> routes;  ///< the earliest times the rules allow
  std::vector<int> unserved;       ///< visits in no route

  bool valid() const { return broken.empty(); }
};

/// Judges a plan against the whole problem; works on any plan, however wrong, and on problems whose shifts or locked beginnings contradict
/// each other. Linear in the plan times the length of its longest chain of links.
Judgement check(const Problem& problem, const Plan& plan);

/// The locked beginnings alone, as a plan.
Plan locked_beginnings(const Problem& problem);

}  // namespace laoyou::dispatch
