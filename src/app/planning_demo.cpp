#include "app/planning_demo.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/random.h"
#include "planning/answers/measures.h"
#include "engines/streets/synthetic_district.h"
#include "record/json_write.h"
#include "registry/locality.h"

namespace laoyou::app {
namespace {

using registry::Institution;

constexpr std::size_t k_places_a_command = 500;

/// The villages that the region's registers speak of: where people live, or a place stands.
std::vector<RegionCode> communities_of(store::Store& store, RegionCode region) {
  std::set<RegionCode> found;
  store.read([&](store::Snapshot& snapshot) {
    snapshot.each<registry::Locality>(store::Scope(region), store::Filter(), [&](const registry::Locality& each) {
      if (each.region.level() == RegionLevel::village) found.insert(each.region);
    });
    return 0;
  });
  return {found.begin(), found.end()};
}

/// Blocks enough for so many communities.
streets::DistrictSize size_for(std::size_t communities, Point middle) {
  constexpr double k_blocks_a_community = 2.2;
  streets::DistrictSize size;
  const int side = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(communities) * k_blocks_a_community)));
  size.columns = std::clamp(side + 1, size.columns, 60);
  size.rows = std::clamp(side, size.rows, 60);
  size.middle = middle;
  return size;
}

/// Each plan's city has its own spot in the desert, a hundred kilometres from the next.
Point middle_for(std::uint64_t seed) {
  constexpr Point k_desert{105.0, 40.0};
  return {k_desert.longitude + static_cast<double>(seed % 10), k_desert.latitude};
}

std::string text_of(const std::vector<streets::DistrictFile>& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  return found == files.end() ? std::string() : found->text;
}

/// At a house of its place, by its number; one above the villages at a house of any of them.
Result<std::int64_t> give_coordinates(store::Store& store, const store::Actor& actor, const planning::City& city, RegionCode region) {
  std::vector<Institution> places = store.read([&](store::Snapshot& snapshot) { return snapshot.select<Institution>(store::Scope(region)); });
  std::erase_if(places, [&](Institution& place) {
    const auto address = city.address_for(place.region, place.id.number);
    if (!place.synthetic || place.longitude || !address) return true;
    constexpr double k_beside = 0.0002;  // about twenty metres from the houses' own spot
    place.longitude = city.addresses()[*address].point.longitude + k_beside;
    place.latitude = city.addresses()[*address].point.latitude;
    return false;
  });
  for (std::size_t first = 0; first < places.size(); first += k_places_a_command) {
    const Result<void> done = store.write(actor, [&](store::Writing& writing) -> Result<void> {
      for (std::size_t at = first; at < std::min(first + k_places_a_command, places.size()); ++at) writing.update(places[at]);
      return {};
    }).result();
    if (!done) return done.error();
  }
  return std::ssize(places);
}

}  // namespace

std::string synthetic_bundle(const std::vector<RegionCode>& communities, Point middle, std::uint64_t seed) {
  streets::SyntheticDistrict district = streets::make_district(seed, size_for(communities.size(), middle));
  std::vector<std::string> codes;
  for (const RegionCode community : communities) codes.push_back(community.text());
  streets::give_communities(district, codes);
  const auto files = streets::district_files(district, seed);
  return record::to_json(planning::MapBundle{text_of(files, "nodes.csv"), text_of(files, "edges.csv"), text_of(files, "people.csv"), text_of(files, "areas.csv")});
}

Result<std::int64_t> put_on_synthetic_map(store::Store& store, const store::Actor& actor, planning::Cities& cities, RegionCode region, std::uint64_t seed) {
  if (region.level() == RegionLevel::country) return std::int64_t{0};
  const std::vector<planning::StreetMap> maps = cities.current();
  if (std::any_of(maps.begin(), maps.end(), [&](const planning::StreetMap& map) { return map.region == region; })) return std::int64_t{0};
  const std::vector<RegionCode> communities = communities_of(store, region);
  if (communities.empty()) return std::int64_t{0};
  const planning::MapHead head{region, "虚构城区（演示）", "程序生成，不是任何真实城区；种子 " + std::to_string(seed), planning::MapFormat::bundle, true};
  const auto kept = planning::keep_map(synthetic_bundle(communities, middle_for(seed), seed), head, cities, store, actor);
  if (!kept) return kept.error().front();
  const auto map = cities.map_for(region);
  if (!map) return map.error();
  return give_coordinates(store, actor, *cities.loaded(*map)->city, region);
}

Result<void> count_reach(store::Store& store, const store::Actor& actor, planning::Cities& cities, const std::function<planning::Terms(RegionCode)>& terms) {
  for (const planning::StreetMap& map : cities.current())
    if (const auto kept = planning::keep_reach(*cities.situation(map), terms(map.region).measures, map.region, store, actor); !kept) return kept.error();
  return {};
}

}  // namespace laoyou::app
