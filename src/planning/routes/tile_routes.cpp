#include <algorithm>

#include "planning/routes/tables.h"
#include "planning/tiles/vector_tile.h"

namespace laoyou::planning {
namespace {

using http::Context;
using powers::Power;

http::Answer answer_of(std::string bytes) {
  http::Answer answer;
  answer.content_type = "application/vnd.mapbox-vector-tile";
  answer.body = std::move(bytes);
  return answer;
}

/// Asks for the bytes of a tile that there is.
template <class Make>
Result<http::Answer> tile(const Services& services, const Context& context, const TileRequest& request, const Make& make) {
  const Tile tile{request.z, request.x, request.y};
  if (!tile.exists()) return refuse("planning.tile_not_found");
  const RegionCode region = region_of(context, request.region);
  const auto map = services.cities.map_for(region);
  if (!map) return map.error();
  return answer_of(make(*map, map->region.contains(region) ? region : map->region, tile));
}

std::string places_tile(const Services& services, const StreetMap& map, RegionCode within, const Tile& tile, std::optional<registry::InstitutionKind> kind) {
  const auto situation = services.cities.situation(map);
  TileLayer layer("places");
  for (const PlaceOnMap& place : situation->registers().places) {
    if (!place.open_today || !place.point || !within.contains(place.region) || (kind && place.kind != *kind)) continue;
    const TileSpot spot = tile.place(world_spot(*place.point));
    if (std::min(spot.x, spot.y) < -k_buffer || std::max(spot.x, spot.y) > k_extent + k_buffer) continue;
    layer.attribute("id", std::to_string(place.id.number));
    layer.attribute("kind", record::Leaf<registry::InstitutionKind>::to_json_text(place.kind));
    layer.attribute("name", place.name);
    layer.attribute("capacity", place.capacity);
    layer.attribute("free", place.free);
    layer.point(spot);
  }
  return layer.bytes();
}

}  // namespace

http::RouteTable tile_routes(const Services& services) {
  const http::Access readers = http::needs({Power::projects_read});
  http::RouteTable table;
  table.push_back(http::get("/api/planning/tiles/{z}/{x}/{y}", readers, {"底图瓦片：街道、水面、绿地、房屋", "A tile of the map: streets, water, green, buildings"},
                            [services](Context& context, const TileRequest& request) {
                              return tile(services, context, request, [&](const StreetMap& map, RegionCode, const Tile& tile) { return services.cities.loaded(map)->drawn.tile(tile); });
                            }));
  table.push_back(http::get("/api/planning/tiles/{z}/{x}/{y}/people", readers, {"居民密度瓦片（每格不少于10人）", "A tile of residents as squares of at least ten people"},
                            [services](Context& context, const TileRequest& request) {
                              return tile(services, context, request, [&](const StreetMap& map, RegionCode, const Tile& tile) { return services.cities.density(map)->tile(tile); });
                            }));
  table.push_back(http::get("/api/planning/tiles/{z}/{x}/{y}/places", readers, {"机构瓦片", "A tile of places"}, [services](Context& context, const TileRequest& request) {
    return tile(services, context, request,
                [&](const StreetMap& map, RegionCode within, const Tile& tile) { return places_tile(services, map, within, tile, request.kind); });
  }));
  return table;
}

}  // namespace laoyou::planning
