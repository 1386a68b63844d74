// A city's streets, water, green and houses, ready to be cut into tiles. Immutable; safe across threads.
#pragma once

#include <string>
#include <vector>

#include "engines/streets/city_map.h"
#include "planning/tiles/tile.h"

namespace laoyou::planning {

class DrawnCity {
 public:
  /// The map must outlive it.
  explicit DrawnCity(const streets::CityMap& map);

  /// Layers water, green, buildings (from zoom 14) and streets {class}; fine streets only where there is room for them. Empty bytes for an empty tile.
  std::string tile(const Tile& tile) const;

 private:
  /// What is drawn from a zoom on: a line or an area, with the square of the world it lies in.
  struct Shape {
    float west, north, east, south;  // of the world, within the city's own square
    std::int32_t at;                 // of the map's lines, or ~position of its areas
    std::uint8_t least_zoom;
  };
  void add(const std::vector<Point>& points, std::int32_t at, int least_zoom);
  void fill_grid();
  std::vector<TileSpot> spots(std::int32_t at, const Tile& tile) const;

  const streets::CityMap& map_;
  WorldSpot low_, high_;  // of the whole city
  std::vector<Shape> shapes_;
  std::vector<std::int32_t> first_spot_;
  std::vector<WorldSpot> world_;  // of all lines, then all areas
  int columns_ = 1;
  std::vector<std::vector<std::int32_t>> grid_;  // shapes that touch a square
};

}  // namespace laoyou::planning
