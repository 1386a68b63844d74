// A tile of the web's map: where it lies, and how points of the earth stand on it (Web Mercator, EPSG:3857, tiles numbered from the north-west).
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

#include "base/point.h"
#include "engines/streets/city_map.h"

namespace laoyou::planning {

inline constexpr int k_extent = 4096;  ///< units of a tile's side (Mapbox Vector Tile Specification 2.1)
inline constexpr int k_buffer = 64;    ///< drawn beyond the edge, so that lines join
inline constexpr int k_zoom_most = 20;

/// Shares of the whole world's square from the north-west.
struct WorldSpot {
  double x = 0, y = 0;
};

inline WorldSpot world_spot(Point point) {
  constexpr double k_half_turn = 180;
  const double angle = point.latitude * std::numbers::pi / k_half_turn;
  return {(point.longitude + k_half_turn) / (2 * k_half_turn), (1 - std::asinh(std::tan(angle)) / std::numbers::pi) / 2};
}

inline Point point_of(WorldSpot spot) {
  constexpr double k_half_turn = 180;
  return {spot.x * 2 * k_half_turn - k_half_turn, std::atan(std::sinh(std::numbers::pi * (1 - 2 * spot.y))) * k_half_turn / std::numbers::pi};
}

/// Units of a tile from its north-west corner.
struct TileSpot {
  double x = 0, y = 0;
};

struct Tile {
  int zoom = 0;
  std::int32_t x = 0, y = 0;

  bool exists() const { return zoom >= 0 && zoom <= k_zoom_most && x >= 0 && y >= 0 && x < (1 << zoom) && y < (1 << zoom); }
  TileSpot place(WorldSpot spot) const {
    const double tiles = std::ldexp(1.0, zoom);
    return {(spot.x * tiles - x) * k_extent, (spot.y * tiles - y) * k_extent};
  }
  auto operator<=>(const Tile&) const = default;
};

}  // namespace laoyou::planning
