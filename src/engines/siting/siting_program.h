#pragma once

#include <cstdint>
#include <vector>

#include "engines/siting/median_problem.h"
#include "engines/siting/siting_problem.h"

namespace laoyou::siting {

/// Which requirements a program holds; one may be left out to see whether it is the one that cannot be met.
struct Requirements {
  bool most_places = true;
  bool budget = true;
  bool capacity = true;
  bool least_use = true;
};

/// A siting problem as a mixed-integer program: one 0/1 column a place, then one column for each client and place within
/// reach, the share of the client's people who go there.
struct SitingProgram {
  std::int32_t places = 0;
  std::vector<std::int32_t> pair_client, pair_place;  ///< of column places + k
  std::vector<double> objective;
  std::vector<double> lower;
  std::vector<std::uint8_t> whole;
  // Rows: row_lower ≤ Σ entry × column ≤ row_upper.
  std::vector<std::int32_t> row_first = {0};
  std::vector<std::int32_t> entry_column;
  std::vector<double> entry;
  std::vector<double> row_lower, row_upper;
};

/// States `problem`, for the covering goals with the pairs within the radius. To be minimised; reach_most counts people reached as negative cost.
SitingProgram state_program(const SitingProblem& problem, const Requirements& requirements);

/// States a MedianProblem whose offers all cost 0 (a covering problem): one 0/1 column a place, then one a client that is 1 where it
/// stays unreached. Minimising gives the cost without the constant.
SitingProgram state_covering(const MedianProblem& problem);

}  // namespace laoyou::siting
