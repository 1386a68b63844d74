// What is wrong with where places are said to stand, and where they may have been meant.
#pragma once

#include "planning/answers/answers.h"
#include "planning/city/registers.h"

namespace laoyou::planning {

/// Where a point can stand: off the map, in water, without a street near it; nothing where all is well.
std::optional<PlaceFault> fault_of_spot(const City& city, Point point);

struct FoundFault {
  PlaceFault fault = PlaceFault::missing;
  std::optional<Point> offered;
};

/// The fault of a place in the registers. A shift between coordinate systems is taken for one where the corrected point stands by an address of the place's own village and
/// the given one does not.
std::optional<FoundFault> fault_of_place(const City& city, const PlaceOnMap& place);

/// BD-09 to GCJ-02, by the published inverse of Baidu's shift (x_pi = π·3000/180).
TilePoint from_bd09(double longitude, double latitude);

}  // namespace laoyou::planning
