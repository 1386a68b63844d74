#include <algorithm>

#include "planning/answers/place_faults.h"
#include "planning/routes/tables.h"
#include "record/json_read.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;
using store::Scope;

constexpr std::string_view k_kind = "planning.import_map";
constexpr std::size_t k_extract_bytes_most = std::size_t{256} << 20;

/// What an import is asked with, as its job keeps it.
MapHead head_of(const ImportMapRequest& request) { return {request.region, request.name, request.source, request.format.value_or(MapFormat::automatic), false}; }

Result<MapList> list(const Services& services, Context& context, const RegionRequest& request) {
  const RegionCode region = region_of(context, request.region);
  const std::vector<StreetMap> current = services.cities.current();
  std::vector<StreetMap> maps = services.store.read([&](store::Snapshot& snapshot) { return snapshot.select<StreetMap>(Scope::country()); });
  std::erase_if(maps, [&](const StreetMap& map) { return !region.contains(map.region) && !map.region.contains(region); });
  std::sort(maps.begin(), maps.end(), [](const StreetMap& a, const StreetMap& b) { return std::pair(b.loaded_at, b.id.number) < std::pair(a.loaded_at, a.id.number); });
  MapList answer;
  for (const StreetMap& map : maps)
    answer.rows.push_back(map_row(services, map, std::any_of(current.begin(), current.end(), [&](const StreetMap& each) { return each.id == map.id; })));
  return answer;
}

Result<jobs::JobRow> ask_import(const Services& services, Context& context, const ImportMapRequest& request) {
  const Result<jobs::Job> job = services.jobs.ask({std::string(k_kind), jobs::acting_of(context), record::to_json(request), context.body()});
  if (!job) return job.error();
  return services.jobs.row(*job, context);
}

CheckedResult<void> run_import(const Services& services, jobs::JobWork& work) {
  const CheckedResult<ImportMapRequest> request = record::parse_json<ImportMapRequest>(work.job().arguments);
  if (!request) return request.error();
  const Result<std::string> bytes = work.input();
  if (!bytes) return Refusals{bytes.error()};
  auto read = read_map(*bytes, head_of(*request), services.cities, services.store, [&](const char* phase) { work.phase(phase); });
  if (!read) return read.error();
  work.phase("keeping");
  store::Contents contents(services.store);
  const store::KeptContent kept = contents.keep(content_source(read->packed));
  read->row.id = {services.store.new_id()};
  read->report.map = read->row.id.number;
  work.outcome(record::to_json(read->report));
  const Result<void> done = work.write_last([&](store::Writing& writing) { return insert_map(writing, contents, kept, read->row); });
  if (!done) return Refusals{done.error()};
  return {};
}

CheckedResult<ImportOutcome> import_outcome(const Services& services, Context& context, const JobIdRequest& request) {
  const Result<std::string> found = services.jobs.outcome(context, request.job.number, k_kind);
  if (!found) return Refusals{found.error()};
  const CheckedResult<ImportReport> report = record::parse_json<ImportReport>(*found);
  if (!report) return report.error();
  ImportOutcome outcome{std::nullopt, report->nodes, report->ways, report->ways_travelled, report->nodes_missing, report->places_inside, report->places_outside, 0, 0};
  const auto map = services.store.read([&](store::Snapshot& snapshot) { return snapshot.find<StreetMap>(Scope::country(), {report->map}); });
  if (!map) return outcome;
  outcome.map = map_row(services, *map, true);
  const auto situation = services.cities.situation(*map);
  outcome.people_placed = situation->registers().placed[0];
  outcome.people_unplaced = situation->registers().unplaced[0];
  return outcome;
}

Result<MapRow> use(const Services& services, Context& context, const MapRequest& request) {
  StreetMap chosen;
  const Result<void> done = services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    auto map = writing.find<StreetMap>(writing.scope(), request.id);
    if (!map) return refuse("planning.map_not_found");
    map->version = request.version;
    map->chosen_at = writing.now();
    writing.update(*map);
    chosen = *map;
    return {};
  }).result();
  if (!done) return done.error();
  return map_row(services, chosen, true);
}

/// The map's content goes with the last version that has it.
Result<void> remove(const Services& services, Context& context, const MapRequest& request) {
  return services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    const auto map = writing.find<StreetMap>(writing.scope(), request.id);
    if (!map) return refuse("planning.map_not_found");
    if (map->version != request.version) return refuse("record.changed");
    const auto same = writing.select<StreetMap>(Scope::country(), store::Filter().equals("content", map->content));
    writing.remove(map->id);
    if (same.size() == 1) store::Contents::let_go(writing, {map->content});
    return {};
  }).result();
}

Result<FaultList> faults(const Services& services, Context& context, const RegionRequest& request) {
  const Result<View> view = view_of(services, region_of(context, request.region));
  if (!view) return view.error();
  const auto names = services.regions();
  FaultList list;
  for (const PlaceOnMap& place : view->situation->registers().places) {
    if (!place.open_today || !view->within.contains(place.region)) continue;
    ++list.checked;
    const auto found = fault_of_place(view->situation->city(), place);
    if (!found) continue;
    FaultRow row{place.id, place.version, place.name, place.kind, place.region, names->name(place.region), std::nullopt, std::nullopt, found->fault, std::nullopt, std::nullopt, std::nullopt};
    if (place.point) std::tie(row.longitude, row.latitude) = std::pair(place.point->longitude, place.point->latitude);
    if (found->offered) {
      std::tie(row.offered_longitude, row.offered_latitude) = std::pair(found->offered->longitude, found->offered->latitude);
      row.off_m = std::round(distance_m(*place.point, *found->offered));
    }
    list.rows.push_back(std::move(row));
  }
  return list;
}

CheckedResult<CorrectAnswer> correct(const Services& services, Context& context, const CorrectRequest& request) {
  Refusals refusals;
  for (std::size_t at = 0; at < request.rows.size(); ++at)
    if (const auto point = Point::create(request.rows[at].longitude, request.rows[at].latitude); !point) refusals.push_back(laoyou::at("/rows/" + std::to_string(at), point.error()));
  if (!refusals.empty()) return refusals;
  const Result<void> done = services.store.write(jobs::acting_of(context), [&](store::Writing& writing) -> Result<void> {
    for (std::size_t at = 0; at < request.rows.size(); ++at) {
      const Correction& each = request.rows[at];
      auto place = writing.find<registry::Institution>(writing.scope(), each.id);
      if (!place) return laoyou::at("/rows/" + std::to_string(at), refuse("records.not_found"));
      place->version = each.version;
      place->longitude = each.longitude;
      place->latitude = each.latitude;
      writing.update(*place);
    }
    return {};
  }).result();
  if (!done) return Refusals{done.error()};
  return CorrectAnswer{std::ssize(request.rows)};
}

}  // namespace

jobs::JobKind import_kind(const Services& services) {
  return {std::string(k_kind), [](const jobs::Job&) { return http::Summary{"载入地图", "Load a map"}; },
          [](const jobs::Job& job) { return "/planning/streets?job=" + std::to_string(job.id.number); }, [services](jobs::JobWork& work) { return run_import(services, work); }};
}

http::RouteTable map_routes(const Services& services) {
  const http::Access readers = http::needs({Power::projects_read}), writers = http::needs({Power::projects_write});
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/planning/maps", readers, {"地图的各个版本", "All versions of the maps"}, [services](Context& context, const RegionRequest& request) { return list(services, context, request); }));
  add(http::post("/api/planning/maps/import", writers, {"在后台载入地图", "Take a map in by a job"},
                 [services](Context& context, const ImportMapRequest& request) { return ask_import(services, context, request); })
          .takes_file({"application/octet-stream"}, k_extract_bytes_most)
          .creates()
          .refuses(429, "jobs.too_many"));
  add(http::get("/api/planning/maps/import/{job}", writers, {"载入的结果", "What taking a map in found"},
                [services](Context& context, const JobIdRequest& request) { return import_outcome(services, context, request); })
          .never_stored()
          .refuses(404, "jobs.files_gone")
          .refuses(403, "jobs.rights_changed"));
  add(http::post("/api/planning/maps/{id}/use", writers, {"改用这一版地图", "Use this version of the map"},
                 [services](Context& context, const MapRequest& request) { return use(services, context, request); })
          .refuses(409, "record.changed"));
  add(http::post("/api/planning/maps/{id}/remove", writers, {"删除这一版地图", "Remove this version of the map"},
                 [services](Context& context, const MapRequest& request) { return remove(services, context, request); })
          .refuses(409, "record.changed"));
  add(http::get("/api/planning/faults", readers, {"位置可疑的机构", "Places whose position is doubtful"},
                [services](Context& context, const RegionRequest& request) { return faults(services, context, request); }));
  add(http::post("/api/planning/faults/correct", http::needs({Power::places_write}), {"更正机构的位置", "Correct where places stand"},
                 [services](Context& context, const CorrectRequest& request) { return correct(services, context, request); })
          .refuses(409, "record.changed"));
  return table;
}

}  // namespace laoyou::planning
