#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/coverage/street_finder.h"
#include "engines/streets/street_network.h"

namespace laoyou::coverage {

/// Those who reach no place however long they travel: more often a fault of the map than of the town.
struct CutOff {
  std::vector<std::int32_t> no_street;  ///< by position: no street near enough
  std::vector<std::int32_t> islands;    ///< by position: on streets that are not joined to the street of any place
};

/// Of `people`, against the `places` that stand on streets of `network`. Directions of one-way streets do not count.
CutOff cut_off(const streets::StreetNetwork& network, std::span<const Position> people, std::span<const Position> places);

}  // namespace laoyou::coverage
