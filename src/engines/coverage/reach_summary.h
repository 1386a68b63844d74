#pragma once

#include <span>
#include <string>
#include <vector>

#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// How many people of a region reach a place. Estimates come in fractions of people; they are added as they are and rounded by whoever shows
/// them.
struct RegionReach {
  std::string region;
  double reached = 0;
  double people = 0;  ///< reached or not
  /// reached ÷ people, 0 where nobody lives.
  [[nodiscard]] double share() const { return people > 0 ? reached / people : 0; }
  bool operator==(const RegionReach&) const = default;
};

/// The share reached by region, in the order of the region codes, the whole under the empty code last. People are counted by their own
/// travel time, never by whether they stand inside a drawn area. `count` and `region` have an entry for each of `nearest`.
std::vector<RegionReach> share_by_region(std::span<const NearestPlace> nearest, std::span<const double> count, std::span<const std::string> region);

/// Those without a place within the limit, in their order.
std::vector<std::int32_t> not_reached(std::span<const NearestPlace> nearest);

}  // namespace laoyou::coverage
