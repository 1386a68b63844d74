// /api/public/map…: what families ask without an account. The point somebody asks from comes in the body, is written nowhere and forgotten with the answer.
#include <algorithm>

#include "planning/answers/public_answers.h"
#include "planning/routes/tables.h"

namespace laoyou::planning {
namespace {

using http::Context;
using record::Leaf;

constexpr double k_within_minutes = 60;

/// Open today and on the map.
bool shown(const GoingRules& rules, const PlaceOnMap& place) { return place.open_today && place.point && rules.find_kind(place.kind) != nullptr; }

Result<View> public_view(const Services& services, const std::optional<RegionCode>& region) {
  if (region) return view_of(services, *region);
  const std::vector<StreetMap> maps = services.cities.current();
  if (maps.empty()) return refuse("planning.map_not_found");
  return view_of(services, maps.front().region);
}

PublicPlace public_place(const PlaceOnMap& place, const regions::RegionTree& names) {
  return {place.id,      place.name,        place.kind,      place.region,           names.name(place.region), place.address, place.phone,
          place.monthly_fee, place.inclusive, place.point->longitude, place.point->latitude,   place.capacity, place.free};
}

Result<PublicMap> whole(const Services& services, const RegionRequest& request) {
  PublicMap answer;
  const auto names = services.regions();
  for (const StreetMap& map : services.cities.current()) answer.cities.push_back({map.region, names->name(map.region)});
  if (answer.cities.empty()) return answer;
  const Result<View> view = public_view(services, request.region);
  if (!view) return view.error();
  const StreetMap& map = view->map;
  const Registers& registers = view->situation->registers();
  answer.region = view->within;
  answer.region_name = names->name(view->within);
  answer.source = map.source;
  answer.edition = std::to_string(map.id.number) + "-" + std::to_string(map.version);
  answer.synthetic = map.synthetic;
  std::tie(answer.west, answer.south, answer.east, answer.north) = std::tuple(map.west, map.south, map.east, map.north);
  answer.as_of = registers.as_of;
  for (const PlaceOnMap& place : registers.places)
    if (shown(registers.rules, place) && view->within.contains(place.region)) answer.places.push_back(public_place(place, *names));
  for (const KindOfPlace& kind : registers.rules.kinds) {
    const auto places = std::count_if(answer.places.begin(), answer.places.end(), [&](const PublicPlace& place) { return place.kind == kind.kind; });
    const record::DictionaryEntry& entry = record::dictionary().entry("institution_kind", Leaf<registry::InstitutionKind>::to_json_text(kind.kind));
    if (places > 0) answer.place_kinds.push_back({kind.kind, entry.zh, entry.en, kind.group, kind.unit, places});
  }
  return answer;
}

Result<NearestAnswer> nearest_places(const Services& services, const NearestRequest& request) {
  const Result<Point> from = Point::create(request.longitude, request.latitude);
  if (!from) return at("/longitude", from.error());
  const Result<View> view = public_view(services, request.region);
  if (!view) return view.error();
  const City& city = view->situation->city();
  const GoingRules& rules = view->situation->registers().rules;
  const double speed = rules.metres_per_minute(request.way);
  if (speed <= 0) return at("/way", refuse("planning.way_unknown", {Leaf<TravelWay>::to_sheet_text(request.way)}));
  const Question question{registry::InstitutionKind::elderly_home, request.way, k_within_minutes, std::nullopt, PeopleGroup::everybody, speed};
  NearestAnswer answer{request.way, false, static_cast<std::int32_t>(k_within_minutes), {}};
  const coverage::Position start = city.position(request.way, *from);
  if (!start.on_street()) return answer;
  answer.on_map = true;
  std::vector<const PlaceOnMap*> places;
  std::vector<coverage::Position> positions;
  for (const PlaceOnMap& place : view->situation->registers().places) {
    if (!shown(rules, place) || !view->within.contains(place.region) || !place.position(request.way).on_street()) continue;
    places.push_back(&place);
    positions.push_back(place.position(request.way));
  }
  const std::vector<coverage::Position> starts{start};
  for (const coverage::TravelPair& pair : city.index(question).travel_pairs(starts, positions, city.options(question))) {
    NearestRow row{places[static_cast<std::size_t>(pair.place)]->id, std::round(city.minutes(question, pair.time_ms) * 10) / 10, std::nullopt};
    if (const auto metres = city.metres(question, pair.time_ms)) row.metres = std::round(*metres);
    answer.rows.push_back(row);
  }
  std::sort(answer.rows.begin(), answer.rows.end(), [](const NearestRow& a, const NearestRow& b) { return std::pair(a.minutes, a.id.number) < std::pair(b.minutes, b.id.number); });
  return answer;
}

Result<http::Answer> ground(const Services& services, const TileRequest& request) {
  const Tile tile{request.z, request.x, request.y};
  if (!tile.exists()) return refuse("planning.tile_not_found");
  const Result<View> view = public_view(services, request.region);
  if (!view) return view.error();
  http::Answer answer;
  answer.content_type = "application/vnd.mapbox-vector-tile";
  answer.body = services.cities.loaded(view->map)->drawn.tile(tile);
  return answer;
}

}  // namespace

http::RouteTable public_routes(const Services& services) {
  http::RouteTable table;
  const auto add = [&](http::Route route) { table.push_back(std::move(route)); };
  add(http::get("/api/public/map", http::open_to_all(), {"养老托育地图：机构、空余床位和托位", "The public map: places of care and what is free"},
                [services](Context&, const RegionRequest& request) { return whole(services, request); }));
  add(http::get("/api/public/map/tiles/{z}/{x}/{y}", http::open_to_all(), {"养老托育地图的底图瓦片", "A tile of the public map"},
                [services](Context&, const TileRequest& request) { return ground(services, request); }));
  add(http::post("/api/public/map/nearest", http::open_to_all(), {"从一点走到各机构要多久（不记录这一点）", "How long it takes from a point to each place; the point is not kept"},
                 [services](Context&, const NearestRequest& request) { return nearest_places(services, request); })
          .never_stored());
  return table;
}

}  // namespace laoyou::planning
