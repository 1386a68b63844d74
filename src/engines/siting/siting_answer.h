#pragma once

#include <cstdint>
#include <vector>

namespace laoyou::siting {

/// A choice of places with its proof of quality.
struct SitingAnswer {
  std::vector<std::int32_t> open;       ///< every open place, the existing ones included, rising
  double value = 0;                     ///< of the goal: people reached, places or fen needed, travel, farthest travel
  double bound = 0;                     ///< no choice is better than this: at least `value` for reach_most, at most it otherwise
  bool proved = false;                  ///< nothing better exists (within 1e-9 of the value where costs are not whole)
  std::vector<std::int32_t> served_by;  ///< per client the place most of its people go to, −1 when it is not reached
  std::int64_t nodes = 0;               ///< of the branching tree

  /// How far from the best the choice may be, as a share of its value: 0.004 for 0.4 %.
  [[nodiscard]] double gap() const;
};

}  // namespace laoyou::siting
