#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/point.h"

namespace laoyou::streets {

/// A way that may not be travelled in this direction.
inline constexpr std::int32_t k_closed = -1;

/// A piece of street between two junctions, with the time it takes in both directions.
struct Street {
  std::int32_t from = 0;  ///< junction
  std::int32_t to = 0;    ///< junction
  std::int32_t length_mm = 0;
  std::int32_t forward_ms = k_closed;   ///< from → to
  std::int32_t backward_ms = k_closed;  ///< to → from
};

/// The streets of an area for one way of travelling. Junctions and streets are counted from 0.
struct StreetNetwork {
  std::vector<Point> junctions;
  std::vector<Street> streets;
  /// Points of street s between its two junctions stand at [first_bend[s], first_bend[s + 1]), in the direction from → to.
  std::vector<std::int32_t> first_bend = {0};
  std::vector<Point> bends;

  [[nodiscard]] std::span<const Point> bends_of(std::size_t street) const {
    return std::span(bends).subspan(static_cast<std::size_t>(first_bend[street]), static_cast<std::size_t>(first_bend[street + 1] - first_bend[street]));
  }
  /// Adds a street with its inner points.
  void add(const Street& street, std::span<const Point> inner) {
    streets.push_back(street);
    bends.insert(bends.end(), inner.begin(), inner.end());
    first_bend.push_back(static_cast<std::int32_t>(bends.size()));
  }
};

/// For each junction the smallest-numbered junction it hangs together with, by streets in whatever direction: equal for two junctions that
/// are joined at all.
std::vector<std::int32_t> joined_parts(const StreetNetwork& network);

/// The network without the parts that hang together with fewer than `least_junctions` junctions, the largest part excepted: a
/// footway drawn inside a courtyard and joined to nothing would otherwise catch the people who live there.
StreetNetwork without_islands(const StreetNetwork& network, std::int32_t least_junctions);

}  // namespace laoyou::streets
