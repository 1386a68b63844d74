// Takes a city's map in: reads the file, looks whether it is this city's, keeps it as the newest version.
#pragma once

#include "planning/city/cities.h"
#include "store/content.h"

namespace laoyou::planning {

enum class MapFormat {
  automatic,  ///< by the first bytes
  osm,        ///< OpenStreetMap: .osm.pbf or XML
  bundle,     ///< JSON with CSV texts: nodes, edges, and if wanted addresses, areas
  addresses   ///< CSV of addresses, for the streets that are there
};
LAOYOU_ENUM(MapFormat, "street_map_format", automatic, osm, bundle, addresses)

/// What a map is to be called.
struct MapHead {
  RegionCode region;
  std::string name;
  std::string source;
  MapFormat format = MapFormat::automatic;
  bool synthetic = false;
};

struct MapBundle {
  std::string nodes, edges;
  std::optional<std::string> addresses, areas;
};
LAOYOU_RECORD(MapBundle, "street_map_bundle", nodes, edges, addresses, areas)

/// What an import found, as its job keeps it.
struct ImportReport {
  std::int64_t map = 0;  ///< id of the StreetMap
  std::int64_t nodes = 0, ways = 0, ways_travelled = 0, nodes_missing = 0;
  std::int64_t places_inside = 0, places_outside = 0;
  double west = 0, south = 0, east = 0, north = 0;
};
LAOYOU_RECORD(ImportReport, "street_map_import_report", map, nodes, ways, ways_travelled, nodes_missing, places_inside, places_outside, west, south, east, north)

struct ReadMap {
  std::string packed;
  StreetMap row;
  ImportReport report;
};

/// Refused as the streets' readers refuse, and as "planning.city_not_in_extract" {west, south, east, north, place, longitude, latitude} where places of the region have
/// coordinates and none of them lies in the map. `phase` is told what is done; it may throw.
CheckedResult<ReadMap> read_map(const std::string& bytes, const MapHead& head, Cities& cities, store::Store& store, const std::function<void(const char*)>& phase);

/// Within a command, with the content kept before: inserts the row, chosen from now on. Refused as "planning.map_went_away": the content is to be kept again.
Result<void> insert_map(store::Writing& writing, const store::Contents& contents, const store::KeptContent& kept, StreetMap row);

/// All of it at once, for commands. Throws StoreUnavailable.
CheckedResult<ImportReport> keep_map(const std::string& bytes, const MapHead& head, Cities& cities, store::Store& store, const store::Actor& actor);

store::ContentSource content_source(const std::string& bytes);

}  // namespace laoyou::planning
