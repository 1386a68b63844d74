#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/streets/osm_import.h"
#include "engines/streets/street_network.h"

namespace laoyou::streets {

enum class AreaKind : std::uint8_t { water, green, building };

/// A piece of land or a house as it is drawn; the first point is not repeated.
struct DrawnArea {
  AreaKind kind = AreaKind::building;
  std::vector<Point> ring;
};

/// A street as it is drawn, whether anybody may travel it or not.
struct DrawnLine {
  std::uint16_t street_class = 0;  ///< position in CityMap::classes
  std::vector<Point> points;
};

/// A house or a group of houses with the place it lies in: where the people of that place live.
struct Address {
  std::int64_t region = 0;  ///< 12-digit code as a number: the community or village
  std::string name;
  Point point;
  double people = 1;  ///< as against the other addresses of its region
};

/// What a city is made of for planning: its streets on foot and by car, what is drawn of it, and where people live.
struct CityMap {
  StreetNetwork walk, car;
  std::vector<std::string> classes;  ///< names of OpenStreetMap's `highway`
  std::vector<DrawnLine> lines;
  std::vector<DrawnArea> areas;
  std::vector<Address> addresses;
  ImportCounts counts;
};

/// A rectangle of degrees.
struct Bounds {
  double west = 180, south = 90, east = -180, north = -90;

  void widen(Point point);
  [[nodiscard]] bool empty() const { return west > east; }
  [[nodiscard]] bool contains(Point point) const {
    return point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north;
  }
};

/// Around the junctions of the streets travelled on foot.
Bounds bounds_of(const CityMap& map);
/// Of the streets travelled on foot.
double walk_length_m(const CityMap& map);

/// The city of an OpenStreetMap extract with the street classes that come with laoyou. It has no addresses: OpenStreetMap does not know the
/// communities. Water, green and buildings are those drawn as one closed way. Refused as import_osm() refuses.
Result<CityMap> city_from_osm(std::string_view bytes);

/// CSV tables of a city. `addresses`: region, longitude, latitude, if wanted name (or id) and people; further columns of people are passed over.
/// `areas`: kind (water, green, building), wkt (POLYGON of one ring). The last two may be empty.
struct CityTables {
  std::string_view nodes, edges, addresses, areas;
};

/// The city of such tables. Refused as read_street_csv() refuses, with "addresses:" or "areas:" before the place, as "streets.area_unknown"
/// {kind}, "streets.polygon_malformed", "region.malformed", or as "streets.no_street".
Result<CityMap> city_from_tables(const CityTables& tables);

/// Addresses alone, as city_from_tables() reads them.
Result<std::vector<Address>> read_addresses(std::string_view csv);

}  // namespace laoyou::streets
