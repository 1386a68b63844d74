#include <algorithm>
#include <unordered_map>

#include "base/region_code.h"
#include "engines/streets/city_map.h"
#include "engines/streets/line_text.h"
#include "engines/streets/street_csv.h"
#include "engines/tables/column_table.h"

namespace laoyou::streets {
namespace {

using tables::ColumnTable;

/// The line of each edge and its class. The tables were read by read_street_csv() before: what it takes needs no second check.
class DrawnEdges {
 public:
  explicit DrawnEdges(CityMap& map) : map_(map) {}

  Result<void> read(const CityTables& tables) {
    const auto nodes = ColumnTable::read(tables.nodes, node_columns());
    if (!nodes) return nodes.error();
    std::unordered_map<std::string, Point> points;
    for (std::size_t row = 0; row < nodes->rows(); ++row) {
      const auto east = nodes->number(row, "longitude", -180, 180), north = nodes->number(row, "latitude", -90, 90);
      if (east && north) points[nodes->text(row, "id")] = {*east, *north};
    }
    const auto edges = ColumnTable::read(tables.edges, edge_columns());
    if (!edges) return edges.error();
    for (std::size_t row = 0; row < edges->rows(); ++row) {
      const std::string& highway = edges->text(row, "highway");
      DrawnLine line{class_of(highway.empty() ? "unclassified" : highway), {points[edges->text(row, "from")], points[edges->text(row, "to")]}};
      if (auto drawn = read_line_text(edges->text(row, "wkt"))) line.points = std::move(*drawn);
      map_.lines.push_back(std::move(line));
    }
    return {};
  }

 private:
  std::uint16_t class_of(const std::string& name) {
    const auto known = std::find(map_.classes.begin(), map_.classes.end(), name);
    if (known != map_.classes.end()) return static_cast<std::uint16_t>(known - map_.classes.begin());
    map_.classes.push_back(name);
    return static_cast<std::uint16_t>(map_.classes.size() - 1);
  }

  CityMap& map_;
};

Result<std::vector<DrawnArea>> read_areas(std::string_view csv) {
  std::vector<DrawnArea> areas;
  if (csv.empty()) return areas;
  const auto table = ColumnTable::read(csv, {tables::needed("kind", {"类型"}), tables::needed("wkt")});
  if (!table) return table.error();
  constexpr std::pair<std::string_view, AreaKind> k_kinds[] = {{"water", AreaKind::water}, {"green", AreaKind::green}, {"building", AreaKind::building}};
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string& kind = table->text(row, "kind");
    const auto* const known = std::find_if(std::begin(k_kinds), std::end(k_kinds), [&](const auto& each) { return each.first == kind; });
    if (known == std::end(k_kinds)) return table->refused(row, "kind", "streets.area_unknown", {kind});
    auto ring = read_polygon_text(table->text(row, "wkt"));
    if (!ring) return table->refused(row, "wkt", "streets.polygon_malformed");
    areas.push_back({known->second, std::move(*ring)});
  }
  return areas;
}

}  // namespace

Result<std::vector<Address>> read_addresses(std::string_view csv) {
  std::vector<Address> addresses;
  if (csv.empty()) return addresses;
  std::vector<tables::KnownColumn> columns{tables::needed("region", {"区划代码"}), tables::needed("longitude", {"lon", "lng", "经度"}), tables::needed("latitude", {"lat", "纬度"}),
                                           tables::wanted("people", {"人数", "人口"}), tables::wanted("name", {"名称", "地址"}), tables::wanted("id", {"编号"})};
  for (const char* const passed_over : {"over_65", "over_80", "under_3"}) columns.push_back(tables::wanted(passed_over));
  const auto table = ColumnTable::read(csv, columns);
  if (!table) return table.error();
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto region = RegionCode::parse(table->text(row, "region"));
    if (!region) return table->refused(row, "region", region.error().code, region.error().words);
    const auto east = table->number(row, "longitude", -180, 180);
    if (!east) return east.error();
    const auto north = table->number(row, "latitude", -90, 90);
    if (!north) return north.error();
    const auto people = table->number_or(1, row, "people", 0, 1e9);
    if (!people) return people.error();
    addresses.push_back({region->number(), table->text(row, table->has("name") ? "name" : "id"), {*east, *north}, *people});
  }
  return addresses;
}

Result<CityMap> city_from_tables(const CityTables& tables) {
  CityMap map;
  for (const auto& [mode, network] : {std::pair(TravelMode::walk, &map.walk), std::pair(TravelMode::car, &map.car)}) {
    auto read = read_street_csv(tables.nodes, tables.edges, default_profile(mode));
    if (!read) return read.error();
    *network = std::move(*read);
  }
  if (map.walk.streets.empty()) return refuse("streets.no_street");
  if (const auto drawn = DrawnEdges(map).read(tables); !drawn) return drawn.error();
  auto addresses = read_addresses(tables.addresses);
  if (!addresses) return at("addresses:", addresses.error());
  map.addresses = std::move(*addresses);
  auto areas = read_areas(tables.areas);
  if (!areas) return at("areas:", areas.error());
  map.areas = std::move(*areas);
  map.counts.nodes = static_cast<std::int64_t>(map.walk.junctions.size());
  map.counts.ways = static_cast<std::int64_t>(map.lines.size());
  map.counts.ways_travelled = static_cast<std::int64_t>(map.walk.streets.size());
  return map;
}

}  // namespace laoyou::streets
