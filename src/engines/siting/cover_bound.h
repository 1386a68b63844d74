#pragma once

#include <cstdint>
#include <vector>

#include "engines/siting/cover_problem.h"
#include "engines/siting/effort.h"

namespace laoyou::siting {

/// Lagrangian bound of a covering problem and the best cover met while climbing it.
struct CoverBound {
  double bound = 0;
  std::vector<double> reduced_cost;  ///< per place, at the best bound
  std::vector<double> worth;         ///< per client, the multipliers of the best bound
  std::vector<std::int32_t> chosen;  ///< a cover, none of its places needless
  std::int64_t price = 0;
};

/// Climbs the bound for at most `iterations` rounds, until it exceeds `enough` − 1 or meets the price of the best cover.
/// Steps start at the share `step` of the way. Every client of `problem` is reached by some place. Subgradients as in Beasley, "A Lagrangian heuristic for set-covering
/// problems", Naval Research Logistics 37 (1990).
CoverBound climb_cover_bound(const CoverProblem& problem, std::int64_t enough, int iterations, double step, const Effort& effort);

}  // namespace laoyou::siting
