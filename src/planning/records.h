// What the store keeps of planning: the versions of a city's map, and what somebody tried out.
#pragma once

#include <optional>
#include <string>

#include "planning/travel.h"
#include "store/table_definition.h"

namespace laoyou::planning {

/// One version of the map of a place (路网版本). Of several versions the one chosen last is used.
struct StreetMap {
  Id<StreetMap> id;
  std::int32_t version = 0;
  RegionCode region;             ///< the city or county it is the map of
  std::string name;
  std::string source;            ///< where the extract comes from, and of when
  bool synthetic = false;
  std::int64_t content = 0;      ///< of the store's contents
  std::int64_t bytes = 0;
  std::int64_t junctions = 0, streets = 0, addresses = 0, areas = 0;
  double length_km = 0;
  double west = 0, south = 0, east = 0, north = 0;
  Instant loaded_at;
  std::int64_t loaded_by = 0;
  Instant chosen_at;
};
LAOYOU_RECORD(StreetMap, "street_map", id, version, region, name, source, synthetic, content, bytes, junctions, streets, addresses, areas, length_km, west, south, east, north, loaded_at,
              loaded_by, chosen_at)

/// What would be different: places put, closed or changed, kept under a name (方案推演).
struct Scenario {
  Id<Scenario> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::optional<std::string> note;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  PeopleGroup group = PeopleGroup::everybody;
  std::string changes;           ///< JSON list of Change
  Instant made_at;
  std::int64_t made_by = 0;
};
LAOYOU_RECORD(Scenario, "planning_scenario", id, version, region, name, note, kind, way, minutes, metres, group, changes, made_at, made_by)

}  // namespace laoyou::planning
