#include "planning/routes/tables.h"

#include <cmath>

#include "registry/locality.h"

namespace laoyou::planning {

std::vector<store::TableDefinition> tables() { return {store::table<StreetMap>({store::indexed({"region"})}), store::table<Scenario>({store::indexed({"region"})})}; }

std::vector<jobs::JobKind> job_kinds(const Services& services) { return {import_kind(services), siting_kind(services), measure_kind(services)}; }

http::RouteTable routes(Services services) {
  http::RouteTable table;
  for (http::RouteTable part : {answer_routes(services), tile_routes(services), map_routes(services), scenario_routes(services), siting_routes(services), measure_routes(services), report_routes(services), public_routes(services)})
    for (http::Route& route : part) table.push_back(std::move(route));
  return table;
}

Result<View> view_of(const Services& services, RegionCode region) {
  const auto map = services.cities.map_for(region);
  if (!map) return map.error();
  return View{*map, services.cities.situation(*map), map->region.contains(region) ? region : map->region};
}

GoingRules rules_for(const Services& services, RegionCode region) {
  const auto map = services.cities.map_for(region);
  return services.cities.rules(map ? map->region : region);
}

MapRow map_row(const Services& services, const StreetMap& map, bool current) {
  return {map.id,       map.version, map.region,    services.regions()->name(map.region), map.name,  map.source, map.synthetic, current,  map.loaded_at, services.account_name(map.loaded_by), map.bytes,
          map.junctions, map.streets, map.addresses, map.areas,                            map.length_km, map.west,   map.south,     map.east, map.north};
}

RegionCode region_at(const Situation& situation, RegionCode within, Point point) {
  const City& city = situation.city();
  const auto [first, last] = city.addresses_in(within);
  double least = INFINITY;
  RegionCode region = within;
  for (std::size_t at = first; at < last; ++at) {
    const double here = distance_m(point, city.addresses()[at].point);
    if (here < least) std::tie(least, region) = std::pair(here, RegionCode::from_number(city.addresses()[at].region));
  }
  return region;
}

Result<DraftedProjects> draft_projects(const Services& services, const http::Context& context, registry::InstitutionKind kind, const std::vector<DraftPlace>& places) {
  const GoingRules rules = rules_for(services, places.empty() ? context.caller().scope : places.front().region);
  const KindOfPlace* const known = rules.find_kind(kind);
  const std::string kind_name = record::Leaf<registry::InstitutionKind>::to_sheet_text(kind);
  DraftedProjects drafted;
  const Result<void> done = services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    drafted.projects.clear();
    for (const DraftPlace& place : places) {
      registry::Construction work;
      work.id = writing.new_id<registry::Construction>();
      work.region = place.region;
      work.project = kind_name + "（规划草案）" + place.name;
      if (known != nullptr && known->unit == PlaceUnit::slots) work.slots_added = place.capacity;
      if (known != nullptr && known->unit == PlaceUnit::beds) work.beds_added = place.capacity;
      writing.insert(work);
      drafted.projects.push_back(std::to_string(work.id.number));
    }
    return {};
  }).result();
  if (!done) return done.error();
  return drafted;
}

}  // namespace laoyou::planning
