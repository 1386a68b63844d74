#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// How many people of a region reach a place.
struct RegionReach {
  std::string region;
  Ratio people;  ///< reached ÷ all
  bool operator==(const RegionReach&) const = default;
};

/// The share reached by region, in the order of the region codes, the whole under the empty code last. People are counted by their own
/// travel time, never by whether they stand inside a drawn area. `count` and `region` have an entry for each of `nearest`.
std::vector<RegionReach> share_by_region(std::span<const NearestPlace> nearest, std::span<const std::int64_t> count, std::span<const std::string> region);

/// Those without a place within the limit, in their order.
std::vector<std::int32_t> not_reached(std::span<const NearestPlace> nearest);

}  // namespace laoyou::coverage
