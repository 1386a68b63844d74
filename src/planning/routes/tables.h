// The parts of the room's route table, and what they share.
#pragma once

#include "http/declare_route.h"
#include "planning/room.h"
#include "planning/routes/requests.h"

namespace laoyou::planning {

http::RouteTable answer_routes(const Services& services);    ///< setting, places, reach, accessibility, need
http::RouteTable tile_routes(const Services& services);
http::RouteTable map_routes(const Services& services);       ///< versions, import, faults
http::RouteTable scenario_routes(const Services& services);
http::RouteTable siting_routes(const Services& services);
http::RouteTable measure_routes(const Services& services);   ///< the measures that plans name, as records

http::RouteTable report_routes(const Services& services);    ///< the year ahead as a paper

http::RouteTable public_routes(const Services& services);    ///< without an account

jobs::JobKind import_kind(const Services& services);
jobs::JobKind siting_kind(const Services& services);
jobs::JobKind measure_kind(const Services& services);

/// The region asked for, else the caller's own.
inline RegionCode region_of(const http::Context& context, const std::optional<RegionCode>& asked) { return asked.value_or(context.caller().scope); }

/// The map of a region with what the registers say today.
struct View {
  StreetMap map;
  std::shared_ptr<const Situation> situation;
  RegionCode within;  ///< the region asked for, within the map's own
};
/// Refused as "planning.map_not_found".
Result<View> view_of(const Services& services, RegionCode region);

/// By which questions about a region are asked: those of its map's place, or its own where it has no map.
GoingRules rules_for(const Services& services, RegionCode region);

MapRow map_row(const Services& services, const StreetMap& map, bool current);

/// A record in the register of works for each place to be built, in its planned stage (草案). Returns their ids.
struct DraftPlace {
  RegionCode region;
  std::string name;
  std::optional<std::int64_t> capacity;
};
Result<DraftedProjects> draft_projects(const Services& services, const http::Context& context, registry::InstitutionKind kind, const std::vector<DraftPlace>& places);

/// The place that the nearest address of the map lies in.
RegionCode region_at(const Situation& situation, RegionCode within, Point point);

}  // namespace laoyou::planning
