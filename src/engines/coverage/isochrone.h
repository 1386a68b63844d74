#pragma once

#include <cstdint>
#include <vector>

#include "base/point.h"
#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// A closed line round an area, first point not repeated. An outer ring runs counter-clockwise, a hole clockwise.
struct Ring {
  std::vector<Point> points;
  bool hole = false;
};

/// The area from which some place is reached within the limit, for drawing on a map: the squares of side `cell_m` that hold a piece of
/// street within the limit. People are never counted by it (a house across the river may stand inside it). Refused as "coverage.input"
/// {what} where cell_m is not above 1 m or the area would have more than 50 million squares.
Result<std::vector<Ring>> reached_area(const ReachIndex& index, std::span<const Position> places, const ReachOptions& options, double cell_m);

}  // namespace laoyou::coverage
