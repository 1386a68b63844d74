// What every network read from a file must hold, whatever the file.
#pragma once

#include "engines/coverage/reach.h"
#include "engines/coverage/street_finder.h"
#include "require.h"

/// Ends the program where a network contradicts itself, then asks it the questions a screen would ask.
inline void check_network(const laoyou::streets::StreetNetwork& network) {
  using namespace laoyou;
  const auto junctions = static_cast<std::int32_t>(network.junctions.size());
  require(network.first_bend.size() == network.streets.size() + 1);
  for (const streets::Street& street : network.streets) {
    require(street.from >= 0 && street.from < junctions && street.to >= 0 && street.to < junctions);
    require(street.forward_ms >= streets::k_closed && street.backward_ms >= streets::k_closed && street.length_mm >= 0);
  }
  if (network.streets.empty()) return;
  const streets::StreetNetwork numbered = coverage::numbered_by_place(network);
  const coverage::ReachIndex index(numbered);
  const coverage::StreetFinder finder(numbered);
  const std::vector<coverage::Position> people = finder.nearest(std::span(numbered.junctions).first(1), 1000, 1);
  (void)index.nearest_places(people, people, {});
}
