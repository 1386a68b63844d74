#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engines/coverage/travel_graph.h"

namespace laoyou::coverage {

/// A contraction hierarchy (Geisberger, Sanders, Schultes, Delling 2008): junctions taken out one by one in order of importance, with
/// shortcuts put in so that every shortest time survives among the rest. Every shortest way then goes up in rank and down again.
/// Made once for a graph; immutable afterwards.
struct Hierarchy {
  std::vector<std::int32_t> rank;      ///< junction → rank, 0 taken out first
  std::vector<std::int32_t> junction;  ///< rank → junction
  ArcLists up;                         ///< by rank: arcs to higher ranks
  ArcLists down;                       ///< by rank: arcs that come from higher ranks, head is where they come from
};

/// Builds the hierarchy. `progress` (may be empty) is told the share done and answers whether to go on; Stopped is thrown otherwise.
Hierarchy build_hierarchy(const TravelGraph& graph, const std::function<bool(double share)>& progress = {});

}  // namespace laoyou::coverage
