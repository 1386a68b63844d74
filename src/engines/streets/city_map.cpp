#include "engines/streets/city_map.h"

#include <algorithm>

namespace laoyou::streets {

void Bounds::widen(Point point) {
  west = std::min(west, point.longitude);
  east = std::max(east, point.longitude);
  south = std::min(south, point.latitude);
  north = std::max(north, point.latitude);
}

Bounds bounds_of(const CityMap& map) {
  Bounds bounds;
  for (const Point& junction : map.walk.junctions) bounds.widen(junction);
  return bounds;
}

double walk_length_m(const CityMap& map) {
  double length_m = 0;
  for (const Street& street : map.walk.streets) length_m += street.length_mm / 1000.0;
  return length_m;
}

}  // namespace laoyou::streets
