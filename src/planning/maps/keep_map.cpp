#include "planning/maps/keep_map.h"

#include <cstdio>

#include "engines/coverage/travel_graph.h"
#include "engines/streets/city_map_file.h"
#include "record/json_read.h"
#include "registry/place.h"

namespace laoyou::planning {
namespace {

constexpr double k_margin_degrees = 0.01;

MapFormat format_of(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return MapFormat::osm;
  if (bytes[first] == '{') return MapFormat::bundle;
  const std::string_view start = bytes.substr(first, 200);
  const bool table = start.find('<') == std::string_view::npos && start.find(',') != std::string_view::npos && start.find('\n') != std::string_view::npos;
  return table && (start.find("longitude") != std::string_view::npos || start.find("经度") != std::string_view::npos) ? MapFormat::addresses : MapFormat::osm;
}

CheckedResult<streets::CityMap> only(Result<streets::CityMap> map) {
  if (!map) return Refusals{map.error()};
  return std::move(*map);
}

CheckedResult<streets::CityMap> read_bundle(const std::string& bytes) {
  const auto bundle = record::parse_json<MapBundle>(bytes);
  if (!bundle) return bundle.error();
  return only(streets::city_from_tables({bundle->nodes, bundle->edges, bundle->addresses.value_or(""), bundle->areas.value_or("")}));
}

CheckedResult<streets::CityMap> with_addresses(const std::string& bytes, RegionCode region, Cities& cities) {
  const auto map = cities.map_for(region);
  if (!map) return Refusals{map.error()};
  auto addresses = streets::read_addresses(bytes);
  if (!addresses) return Refusals{addresses.error()};
  streets::CityMap city = cities.loaded(*map)->city->map();
  city.addresses = std::move(*addresses);
  return city;
}

CheckedResult<streets::CityMap> read_city(const std::string& bytes, const MapHead& head, Cities& cities) {
  const MapFormat format = head.format == MapFormat::automatic ? format_of(bytes) : head.format;
  if (format == MapFormat::addresses) return with_addresses(bytes, head.region, cities);
  auto city = format == MapFormat::bundle ? read_bundle(bytes) : only(streets::city_from_osm(bytes));
  if (!city) return city;
  city->walk = coverage::numbered_by_place(city->walk);
  if (!city->car.streets.empty()) city->car = coverage::numbered_by_place(city->car);
  return city;
}

std::string degrees(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

/// Counts the places of the region that lie in the map, and refuses one in which none does.
Result<void> look_for_places(const streets::Bounds& bounds, RegionCode region, store::Store& store, ImportReport& report) {
  streets::Bounds wide{bounds.west - k_margin_degrees, bounds.south - k_margin_degrees, bounds.east + k_margin_degrees, bounds.north + k_margin_degrees};
  std::optional<registry::Institution> first;
  store.read([&](store::Snapshot& snapshot) {
    snapshot.each<registry::Institution>(store::Scope(region), store::Filter(), [&](registry::Institution each) {
      if (!each.longitude || !each.latitude) return;
      if (!first) first = each;
      ++(wide.contains({*each.longitude, *each.latitude}) ? report.places_inside : report.places_outside);
    });
    return 0;
  });
  if (!first || report.places_inside > 0) return {};
  return refuse("planning.city_not_in_extract", {degrees(bounds.west), degrees(bounds.south), degrees(bounds.east), degrees(bounds.north), first->name, degrees(*first->longitude),
                                                 degrees(*first->latitude)});
}

void fill_row(const streets::CityMap& city, const streets::Bounds& bounds, const MapHead& head, ReadMap& read) {
  StreetMap& row = read.row;
  row.region = head.region;
  row.name = head.name;
  row.source = head.source;
  row.synthetic = head.synthetic;
  row.bytes = std::ssize(read.packed);
  row.junctions = std::ssize(city.walk.junctions);
  row.streets = std::ssize(city.walk.streets);
  row.addresses = std::ssize(city.addresses);
  row.areas = std::ssize(city.areas);
  constexpr double k_metres = 1000;
  row.length_km = std::round(streets::walk_length_m(city)) / k_metres;
  std::tie(row.west, row.south, row.east, row.north) = std::tuple(bounds.west, bounds.south, bounds.east, bounds.north);
  ImportReport& report = read.report;
  std::tie(report.west, report.south, report.east, report.north) = std::tuple(bounds.west, bounds.south, bounds.east, bounds.north);
  report.nodes = city.counts.nodes;
  report.ways = city.counts.ways;
  report.ways_travelled = city.counts.ways_travelled;
  report.nodes_missing = city.counts.nodes_missing;
}

}  // namespace

store::ContentSource content_source(const std::string& bytes) {
  return {std::ssize(bytes), [&bytes](std::int64_t offset, std::int64_t size) { return bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)); }};
}

CheckedResult<ReadMap> read_map(const std::string& bytes, const MapHead& head, Cities& cities, store::Store& store, const std::function<void(const char*)>& phase) {
  phase("reading_streets");
  const auto city = read_city(bytes, head, cities);
  if (!city) return city.error();
  phase("looking_for_places");
  ReadMap read;
  const streets::Bounds bounds = streets::bounds_of(*city);
  if (const auto found = look_for_places(bounds, head.region, store, read.report); !found) return Refusals{found.error()};
  phase("packing");
  read.packed = streets::pack_city(*city);
  fill_row(*city, bounds, head, read);
  return read;
}

Result<void> insert_map(store::Writing& writing, const store::Contents& contents, const store::KeptContent& kept, StreetMap row) {
  const auto content = contents.settle(writing, kept);
  if (!content) return refuse("planning.map_went_away");
  row.content = content->number;
  row.loaded_at = row.chosen_at = writing.now();
  row.loaded_by = writing.actor().account;
  writing.insert(row);
  return {};
}

CheckedResult<ImportReport> keep_map(const std::string& bytes, const MapHead& head, Cities& cities, store::Store& store, const store::Actor& actor) {
  auto read = read_map(bytes, head, cities, store, [](const char*) {});
  if (!read) return read.error();
  store::Contents contents(store);
  const store::KeptContent kept = contents.keep(content_source(read->packed));
  const Result<void> done = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    read->row.id = writing.new_id<StreetMap>();
    return insert_map(writing, contents, kept, read->row);
  }).result();
  if (!done) return Refusals{done.error()};
  read->report.map = read->row.id.number;
  return read->report;
}

}  // namespace laoyou::planning
