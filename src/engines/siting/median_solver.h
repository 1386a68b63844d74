#pragma once

#include <cstdint>
#include <vector>

#include "engines/siting/effort.h"
#include "engines/siting/median_problem.h"

namespace laoyou::siting {

/// The best choice found for a MedianProblem and the least any choice could cost.
struct MedianAnswer {
  std::vector<std::int32_t> open;  ///< places, rising
  double value = 0;
  double bound = 0;  ///< at most value; equal to it when the choice is proved best
  std::int64_t nodes = 0;
};

/// Two solutions closer than this share of their cost count as equal: the tolerance of a proof on costs that are not whole.
inline constexpr double k_proof_tolerance = 1e-9;

/// Solves `problem` by local search and Lagrangian bounds, fixes places by reduced cost and branches on the rest.
/// `problem.most_places` is at least 0; opening nothing is an allowed answer.
MedianAnswer solve_median(const MedianProblem& problem, const Effort& effort);

}  // namespace laoyou::siting
