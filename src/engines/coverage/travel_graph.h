#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/streets/street_network.h"

namespace laoyou::coverage {

/// A step from one junction to a neighbour.
struct Arc {
  std::int32_t head = 0;
  std::int32_t time_ms = 0;
};

/// Arcs by junction: those of junction j stand at [first[j], first[j + 1]).
struct ArcLists {
  std::vector<std::int32_t> first = {0};
  std::vector<Arc> arcs;

  [[nodiscard]] std::span<const Arc> of(std::int32_t junction) const {
    const auto j = static_cast<std::size_t>(junction);
    return std::span(arcs).subspan(static_cast<std::size_t>(first[j]), static_cast<std::size_t>(first[j + 1] - first[j]));
  }
};

/// The network as searches want it: immutable, the quickest of parallel streets only, no loops.
struct TravelGraph {
  ArcLists out;      ///< along the travel
  ArcLists against;  ///< against it: the arcs that end in the junction, head is where they come from
  std::int32_t longest_arc_ms = 0;

  explicit TravelGraph(const streets::StreetNetwork& network);
  [[nodiscard]] std::int32_t junctions() const { return static_cast<std::int32_t>(out.first.size()) - 1; }
};

/// The same network with junctions numbered along a space-filling curve, so that neighbours stand near each other in memory; streets
/// are sorted by their first junction. Searches run faster on it.
streets::StreetNetwork numbered_by_place(const streets::StreetNetwork& network);

}  // namespace laoyou::coverage
