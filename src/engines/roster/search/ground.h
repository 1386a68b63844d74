// What every part of the search reads: the problem, what rows and covers cost, and a finder of rows for each carer.
#pragma once

#include <functional>
#include <vector>

#include "engines/roster/rows/best_row.h"
#include "engines/roster/search/covering.h"

namespace laoyou::roster {

struct Ground {
  explicit Ground(const Problem& problem);

  const Problem& problem;
  Rows rows;
  Covering covering;
  std::vector<std::vector<double>> own;                ///< by carer: own_prices
  std::vector<std::vector<std::uint64_t>> choices;     ///< by carer: all_choices
  std::vector<BestRow> finders;                        ///< by carer

  std::size_t price_at(int day, int kind) const { return static_cast<std::size_t>(day) * (problem.kinds.size() + 1) + static_cast<std::size_t>(kind + 1); }
  /// Prices of requests and covers together. The rows must be allowed ones.
  std::int64_t price(const Plan& plan) const;
};

}  // namespace laoyou::roster
