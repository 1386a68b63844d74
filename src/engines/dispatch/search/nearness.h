// Which visits belong together, and which shifts are near a visit.
#pragma once

#include <vector>

#include "engines/dispatch/search/ground.h"

namespace laoyou::dispatch {

/// Neighbour lists of fixed length, so that one step of the search costs the same on a large day as on a small one.
class Nearness {
 public:
  explicit Nearness(const Ground& ground);

  /// Other visits, nearest first by travel (first mode) and unavoidable waiting.
  const std::vector<int>& visits(int visit) const { return visits_[static_cast<std::size_t>(visit)]; }
  /// Shifts that may take the visit, by travel from their start place; nearest first.
  const std::vector<int>& shifts(int visit) const { return shifts_[static_cast<std::size_t>(visit)]; }

 private:
  std::vector<std::vector<int>> visits_;
  std::vector<std::vector<int>> shifts_;
};

}  // namespace laoyou::dispatch
