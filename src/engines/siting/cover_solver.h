#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engines/siting/cover_problem.h"
#include "engines/siting/effort.h"

namespace laoyou::siting {

/// A choice of places that reaches every client, and the least any such choice can cost.
struct CoverAnswer {
  static constexpr std::int64_t k_impossible = std::numeric_limits<std::int64_t>::max() / 4;

  std::vector<std::int32_t> chosen;     ///< rising; empty when impossible
  std::int64_t price = k_impossible;    ///< k_impossible when some client is reached by no place
  std::int64_t bound = 0;               ///< no choice costs less; equal to price when proved
};

/// Solves `problem` by reduction, splitting into independent parts, Lagrangian bounds and branching.
/// Stops early, with what it has, once it knows that no choice costs less than `cutoff`.
CoverAnswer solve_cover(const CoverProblem& problem, const Effort& effort, std::int64_t cutoff = CoverAnswer::k_impossible);

}  // namespace laoyou::siting
