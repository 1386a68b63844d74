#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/coverage/hierarchy.h"
#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// Times from every source to every target over the whole network.
struct TravelMatrix {
  std::size_t targets = 0;
  std::vector<std::int32_t> time_ms;  ///< row by row, a row a source; k_not_reached where there is no way

  [[nodiscard]] std::int32_t at(std::size_t source, std::size_t target) const { return time_ms[source * targets + target]; }
};

/// The matrix by one search up the hierarchy a source and one common sweep down for sixteen sources at a time, restricted to what the
/// targets need (Delling, Goldberg, Nowatzyk, Werneck, "PHAST", 2011; restricted: Delling, Goldberg, Werneck 2011). Of the options the
/// walking speed, the threads and must_stop count; travel is source → target.
TravelMatrix travel_matrix(const ReachIndex& index, const Hierarchy& hierarchy, std::span<const Position> sources, std::span<const Position> targets,
                           const ReachOptions& options);

}  // namespace laoyou::coverage
