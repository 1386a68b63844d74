#include <algorithm>
#include <optional>
#include <osmium/handler.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/visitor.hpp>
#include <unordered_map>
#include <unordered_set>

#include "engines/streets/city_map.h"
#include "engines/streets/osm_ways.h"
#include "engines/streets/pbf_blocks.h"

namespace laoyou::streets {
namespace {

bool has(const osmium::TagList& tags, const char* key, std::initializer_list<std::string_view> values) {
  const char* const value = tags.get_value_by_key(key);
  return value != nullptr && std::find(values.begin(), values.end(), std::string_view(value)) != values.end();
}

/// OpenStreetMap wiki, Map features: what is water, green or a house when drawn as a closed way.
std::optional<AreaKind> area_of(const osmium::TagList& tags) {
  if (has(tags, "natural", {"water"}) || has(tags, "waterway", {"riverbank", "dock"}) || has(tags, "landuse", {"reservoir", "basin"})) return AreaKind::water;
  if (has(tags, "leisure", {"park", "garden", "nature_reserve", "golf_course"}) || has(tags, "landuse", {"grass", "forest", "meadow", "recreation_ground", "village_green"}) ||
      has(tags, "natural", {"wood", "grassland", "scrub"}))
    return AreaKind::green;
  const char* const building = tags.get_value_by_key("building");
  if (building != nullptr && std::string_view(building) != "no") return AreaKind::building;
  return std::nullopt;
}

/// What is drawn, with the nodes it is drawn by.
class Drawer : public osmium::handler::Handler {
 public:
  explicit Drawer(CityMap& map) : map_(map) {}

  void node(const osmium::Node& node) {
    if (node.visible() && node.location().valid()) places_[node.id()] = {node.location().lon(), node.location().lat()};
  }

  void way(const osmium::Way& way) {
    if (!way.visible() || way.nodes().size() < 2 || !seen_.insert(way.id()).second) return;
    if (const char* const highway = way.tags().get_value_by_key("highway"); highway != nullptr) {
      ways_.push_back({refs_of(way), class_of(highway), std::nullopt});
    } else if (way.nodes().size() >= 4 && way.is_closed()) {
      if (const auto kind = area_of(way.tags())) ways_.push_back({refs_of(way), 0, kind});
    } else {
      seen_.erase(way.id());  // a skeleton without tags may be followed by the whole way
    }
  }

  /// All nodes are known only at the end: in some files they follow the ways.
  void finish() {
    for (const DrawnWay& way : ways_) {
      std::vector<Point> points;
      for (const std::int64_t ref : way.refs)
        if (const auto found = places_.find(ref); found != places_.end()) points.push_back(found->second);
      if (way.area && points.size() >= 4) {
        points.pop_back();
        map_.areas.push_back({*way.area, std::move(points)});
      } else if (!way.area && points.size() >= 2) {
        map_.lines.push_back({way.street_class, std::move(points)});
      }
    }
  }

 private:
  struct DrawnWay {
    std::vector<std::int64_t> refs;
    std::uint16_t street_class;
    std::optional<AreaKind> area;
  };

  static std::vector<std::int64_t> refs_of(const osmium::Way& way) {
    std::vector<std::int64_t> refs;
    for (const osmium::NodeRef& ref : way.nodes()) refs.push_back(ref.ref());
    return refs;
  }

  std::uint16_t class_of(const std::string& name) {
    const auto [known, fresh] = classes_.try_emplace(name, static_cast<std::uint16_t>(std::min<std::size_t>(map_.classes.size(), UINT16_MAX - 1)));
    if (fresh) map_.classes.push_back(name);
    return known->second;
  }

  CityMap& map_;
  std::unordered_map<std::int64_t, Point> places_;
  std::unordered_set<std::int64_t> seen_;
  std::unordered_map<std::string, std::uint16_t> classes_;
  std::vector<DrawnWay> ways_;
};

/// The bytes were read by import_osm() before, so nothing in them is broken.
void draw(std::string_view bytes, CityMap& map) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool xml = first != std::string_view::npos && bytes[first] == '<';
  std::string known_blocks;
  if (!xml && has_foreign_blocks(bytes).value()) known_blocks = without_foreign_blocks(bytes);
  const std::string_view read = known_blocks.empty() ? bytes : std::string_view(known_blocks);
  osmium::io::Reader reader(osmium::io::File(read.data(), read.size(), xml ? "osm" : "pbf"), osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
  Drawer drawer(map);
  while (const osmium::memory::Buffer buffer = reader.read()) osmium::apply(buffer, drawer);
  reader.close();
  drawer.finish();
}

}  // namespace

Result<CityMap> city_from_osm(std::string_view bytes) {
  CityMap map;
  auto walk = import_osm(bytes, default_profile(TravelMode::walk));
  if (!walk) return walk.error();
  map.walk = std::move(walk->network);
  map.counts = walk->counts;
  // An extract of footways alone is a city without cars.
  if (auto car = import_osm(bytes, default_profile(TravelMode::car))) map.car = std::move(car->network);
  draw(bytes, map);
  return map;
}

}  // namespace laoyou::streets
