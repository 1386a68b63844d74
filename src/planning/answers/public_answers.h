// What families see of the map without an account: places of care, what is free in them, and the way there. Nothing of residents.
#pragma once

#include "planning/travel.h"

namespace laoyou::planning {

struct PublicCity {
  RegionCode region;
  std::string region_name;
};
LAOYOU_RECORD(PublicCity, "public_map_city", region, region_name)

struct PublicKind {
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  std::string zh, en;
  PeopleGroup group = PeopleGroup::everybody;
  PlaceUnit unit = PlaceUnit::none;
  std::int64_t places = 0;
};
LAOYOU_RECORD(PublicKind, "public_map_kind", kind, zh, en, group, unit, places)

struct PublicPlace {
  Id<registry::Institution> id;
  std::string name;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  RegionCode region;
  std::string region_name;
  std::optional<std::string> address, phone;
  std::optional<Fen> monthly_fee;
  std::optional<bool> inclusive;
  std::optional<double> longitude, latitude;
  std::int64_t capacity = 0, free = 0;
};
LAOYOU_RECORD(PublicPlace, "public_map_place", id, name, kind, region, region_name, address, phone, monthly_fee, inclusive, longitude, latitude, capacity, free)

struct PublicMap {
  std::vector<PublicCity> cities;      ///< that have a map
  std::optional<RegionCode> region;    ///< of the one answered; nothing: none is loaded
  std::string region_name, source, edition;
  bool synthetic = false;
  double west = 0, south = 0, east = 0, north = 0;
  Instant as_of;                       ///< of what is free
  std::vector<PublicKind> place_kinds;
  std::vector<PublicPlace> places;
};
LAOYOU_RECORD(PublicMap, "public_map", cities, region, region_name, source, edition, synthetic, west, south, east, north, as_of, place_kinds, places)

struct NearestRequest {
  std::optional<RegionCode> region;
  TravelWay way = TravelWay::walk;
  double longitude = 0, latitude = 0;
};
LAOYOU_RECORD(NearestRequest, "public_map_nearest_request", region, way, longitude, latitude)

struct NearestRow {
  Id<registry::Institution> id;
  double minutes = 0;
  std::optional<double> metres;
};
LAOYOU_RECORD(NearestRow, "public_map_nearest_row", id, minutes, metres)

struct NearestAnswer {
  TravelWay way = TravelWay::walk;
  bool on_map = false;               ///< false: no street near the point
  std::int32_t within_minutes = 0;   ///< no farther places are told
  std::vector<NearestRow> rows;      ///< the nearest first
};
LAOYOU_RECORD(NearestAnswer, "public_map_nearest", way, on_map, within_minutes, rows)

}  // namespace laoyou::planning
