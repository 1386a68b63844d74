#pragma once

#include "base/result.h"
#include "engines/siting/effort.h"
#include "engines/siting/median_problem.h"
#include "engines/siting/siting_answer.h"
#include "engines/siting/siting_problem.h"

namespace laoyou::siting {

// One function a goal; each takes a checked problem (check_problem) without use limits.
CheckedResult<SitingAnswer> reach_most(const SitingProblem& problem, const Effort& effort);
CheckedResult<SitingAnswer> reach_all(const SitingProblem& problem, const Effort& effort);
CheckedResult<SitingAnswer> least_travel(const SitingProblem& problem, const Effort& effort);
CheckedResult<SitingAnswer> least_farthest(const SitingProblem& problem, const Effort& effort);

/// Any goal but least_farthest as a mixed-integer program given to CBC: where places have capacities or least uses, opening costs, or a number
/// of places and a budget both bind a complete covering.
CheckedResult<SitingAnswer> solve_by_program(const SitingProblem& problem, const Effort& effort);

/// Everything that is wrong with the figures, or cannot be met whatever is chosen; empty when nothing is.
Refusals check_problem(const SitingProblem& problem);

/// The problem without the clients where nobody lives, who bind nobody; the whole where nobody lives anywhere. `kept` says which clients are
/// left.
SitingProblem without_nobody(const SitingProblem& problem, std::vector<std::size_t>& kept);

/// The goal as a MedianProblem over all places, the existing ones not yet decided: people not reached for the covering
/// goals, people × cost for the others. A client nobody can serve has `unserved_cost`, which must exceed all travel.
MedianProblem as_median(const SitingProblem& problem);

/// The place nearest to each client among `open` (within `radius`), −1 for none.
std::vector<std::int32_t> nearest_open(const SitingProblem& problem, const std::vector<std::int32_t>& open, double radius);

}  // namespace laoyou::siting
