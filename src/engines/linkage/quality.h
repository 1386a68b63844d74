// How right an answer is, where the truth is known.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/linkage/clusters.h"

namespace laoyou::linkage {

/// Counted over pairs of records: found, and of those right; true pairs there are.
struct Quality {
  std::uint64_t found = 0, right = 0, there = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 1 : static_cast<double>(right) / static_cast<double>(found); }
  [[nodiscard]] double recall() const { return there == 0 ? 1 : static_cast<double>(right) / static_cast<double>(there); }
  [[nodiscard]] double f1() const { return found + there == 0 ? 1 : 2.0 * static_cast<double>(right) / static_cast<double>(found + there); }
};

/// At the threshold that was chosen, and at the best one, which only the truth can name.
struct Judged {
  Quality chosen, best;
  double best_weight = 0;
};

struct Judgement {
  Judged pairs;     ///< each pair by itself
  Judged clusters;  ///< every two records of one cluster
};

/// `truth`: by row, equal numbers are one person. `edges`: sorted (sort_edges). `chosen_weight`: pairs of at least it are taken.
Judgement judge(const Records& records, const Comparer& comparer, const Weights& weights, const std::vector<Edge>& edges, const std::vector<std::uint32_t>& truth, double chosen_weight);

}  // namespace laoyou::linkage
