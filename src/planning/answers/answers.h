// What the routes of planning answer.
#pragma once

#include <vector>

#include "planning/records.h"

namespace laoyou::planning {

struct MapRow {
  Id<StreetMap> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string region_name, name, source;
  bool synthetic = false, current = false;
  Instant loaded_at;
  std::string loaded_by;
  std::int64_t bytes = 0, junctions = 0, streets = 0, addresses = 0, areas = 0;
  double length_km = 0, west = 0, south = 0, east = 0, north = 0;
};
LAOYOU_RECORD(MapRow, "street_map_row", id, version, region, region_name, name, source, synthetic, current, loaded_at, loaded_by, bytes, junctions, streets, addresses, areas, length_km, west,
              south, east, north)

struct MapList {
  std::vector<MapRow> rows;
};
LAOYOU_RECORD(MapList, "street_map_list", rows)

struct KindRow {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  std::string zh, en;
  PeopleGroup group = PeopleGroup::everybody;
  PlaceUnit unit = PlaceUnit::none;
  std::int64_t places = 0, placed = 0, capacity = 0, free = 0;
};
LAOYOU_RECORD(KindRow, "planning_kind_row", kind, zh, en, group, unit, places, placed, capacity, free)

struct WayRow {
  TravelWay way = TravelWay::walk;
  std::string zh, en;
  double metres_per_minute = 0;
  std::string source;
  bool unverified = false;
};
LAOYOU_RECORD(WayRow, "planning_way_row", way, zh, en, metres_per_minute, source, unverified)

struct LimitRow {
  std::optional<double> minutes, metres;
  std::string zh, en, source;
  bool unverified = false;
};
LAOYOU_RECORD(LimitRow, "planning_limit_row", minutes, metres, zh, en, source, unverified)

struct GroupRow {
  PeopleGroup group = PeopleGroup::everybody;
  std::int64_t people = 0;
  bool drawn = false;  ///< on the map: not where too few are of the age, or too few are not
};
LAOYOU_RECORD(GroupRow, "planning_group_row", group, people, drawn)

struct Setting {
  RegionCode region;
  std::string region_name;
  std::vector<MapRow> maps;
  std::optional<MapRow> streets;
  Instant as_of;
  std::vector<KindRow> place_kinds;
  std::vector<WayRow> ways;
  std::vector<LimitRow> limits;
  std::vector<GroupRow> people;
  std::int64_t people_placed = 0, people_unplaced = 0, faults = 0;
};
LAOYOU_RECORD(Setting, "planning_setting", region, region_name, maps, streets, as_of, place_kinds, ways, limits, people, people_placed, people_unplaced, faults)

/// What is wrong with where a place is said to stand.
enum class PlaceFault {
  missing,    ///< the register does not say
  outside,    ///< off the map
  swapped,    ///< latitude and longitude have changed places
  gcj02,      ///< as Chinese map tiles draw it
  bd09,       ///< as one company's map draws it
  water,      ///< in a river or lake
  no_street   ///< no street near it
};
LAOYOU_ENUM(PlaceFault, "place_fault", missing, outside, swapped, gcj02, bd09, water, no_street)

struct PlaceRow {
  Id<registry::Institution> id;
  std::string name;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  RegionCode region;
  std::string region_name;
  std::optional<double> longitude, latitude;
  std::int64_t capacity = 0, free = 0;
  std::optional<PlaceFault> fault;
};
LAOYOU_RECORD(PlaceRow, "planning_place_row", id, name, kind, region, region_name, longitude, latitude, capacity, free, fault)

struct PlaceList {
  Instant as_of;
  std::vector<PlaceRow> rows;
};
LAOYOU_RECORD(PlaceList, "planning_place_list", as_of, rows)

/// How many of a place's people reach a place of the kind.
struct ReachRow {
  RegionCode region;
  std::string name;
  std::string level;               ///< county, street, village
  std::int64_t people = 0, reached = 0, not_reached = 0;
  double share = 0;
  double longitude = 0, latitude = 0;  ///< middle of its people
  std::optional<double> instead_m, instead_minutes;  ///< mean way of those not reached to the place they would go to
  std::optional<double> farthest_m, farthest_minutes;
  std::optional<std::string> nearest_place;  ///< where most of those not reached would go
};
LAOYOU_RECORD(ReachRow, "planning_reach_row", region, name, level, people, reached, not_reached, share, longitude, latitude, instead_m, instead_minutes, farthest_m, farthest_minutes,
              nearest_place)

struct ReachAnswer {
  Instant as_of;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  PeopleGroup group = PeopleGroup::everybody;
  std::int64_t places = 0, people = 0, reached = 0;
  double share = 0;
  std::int64_t no_street = 0, cut_off = 0, unplaced = 0;
  std::vector<ReachRow> regions;
};
LAOYOU_RECORD(ReachAnswer, "planning_reach", as_of, kind, way, minutes, metres, group, places, people, reached, share, no_street, cut_off, unplaced, regions)

struct AreaRing {
  bool hole = false;
  std::vector<double> points;  ///< longitude, latitude, longitude …
};
LAOYOU_RECORD(AreaRing, "planning_area_ring", hole, points)

struct AreaAnswer {
  std::vector<AreaRing> rings;
};
LAOYOU_RECORD(AreaAnswer, "planning_area", rings)

struct AccessRow {
  RegionCode region;
  std::string name;
  std::int64_t people = 0;
  double score = 0;            ///< beds or slots for each thousand people
  double longitude = 0, latitude = 0;
};
LAOYOU_RECORD(AccessRow, "planning_access_row", region, name, people, score, longitude, latitude)

struct AccessAnswer {
  std::int64_t capacity = 0;
  double unused = 0;
  std::vector<AccessRow> rows;
};
LAOYOU_RECORD(AccessAnswer, "planning_access", capacity, unused, rows)

struct YearRow {
  std::int32_t year = 0;
  std::int64_t places = 0;
  double share = 0;
};
LAOYOU_RECORD(YearRow, "planning_year_row", year, places, share)

struct YearAnswer {
  std::vector<YearRow> rows;
};
LAOYOU_RECORD(YearAnswer, "planning_over_time", rows)

struct FaultRow {
  Id<registry::Institution> id;
  std::int32_t version = 0;
  std::string name;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  RegionCode region;
  std::string region_name;
  std::optional<double> longitude, latitude;
  PlaceFault fault = PlaceFault::missing;
  std::optional<double> offered_longitude, offered_latitude;
  std::optional<double> off_m;  ///< between the two
};
LAOYOU_RECORD(FaultRow, "planning_fault_row", id, version, name, kind, region, region_name, longitude, latitude, fault, offered_longitude, offered_latitude, off_m)

struct FaultList {
  std::int64_t checked = 0;
  std::vector<FaultRow> rows;
};
LAOYOU_RECORD(FaultList, "planning_fault_list", checked, rows)

}  // namespace laoyou::planning
