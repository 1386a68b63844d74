#include "engines/streets/city_map.h"

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "base/random.h"
#include "engines/streets/city_map_file.h"
#include "engines/streets/street_csv.h"
#include "engines/streets/synthetic_district.h"

namespace laoyou::streets {
namespace {

std::string text_of(const std::vector<DistrictFile>& files, std::string_view name) {
  for (const DistrictFile& file : files)
    if (file.name == name) return file.text;
  return {};
}

CityMap city(std::uint64_t seed) {
  const auto files = district_files(make_district(seed), seed);
  auto map = city_from_tables({text_of(files, "nodes.csv"), text_of(files, "edges.csv"), text_of(files, "people.csv"), text_of(files, "areas.csv")});
  EXPECT_TRUE(map) << (map ? "" : map.error().code + map.error().place);
  return map ? std::move(*map) : CityMap{};
}

bool same_streets(const StreetNetwork& one, const StreetNetwork& other) {
  const auto near = [](Point a, Point b) { return std::abs(a.longitude - b.longitude) < 1e-9 && std::abs(a.latitude - b.latitude) < 1e-9; };
  if (one.junctions.size() != other.junctions.size() || one.streets.size() != other.streets.size() || one.first_bend != other.first_bend) return false;
  for (std::size_t at = 0; at < one.junctions.size(); ++at)
    if (!near(one.junctions[at], other.junctions[at])) return false;
  for (std::size_t at = 0; at < one.streets.size(); ++at) {
    const Street &a = one.streets[at], &b = other.streets[at];
    if (a.from != b.from || a.to != b.to || a.length_mm != b.length_mm || a.forward_ms != b.forward_ms || a.backward_ms != b.backward_ms) return false;
  }
  return true;
}

TEST(CityMap, a_packed_map_travels_and_draws_as_before_and_is_small) {
  const CityMap map = city(4);
  const std::string packed = pack_city(map);
  const auto again = unpack_city(packed);
  ASSERT_TRUE(again);
  EXPECT_TRUE(same_streets(map.walk, again->walk));
  EXPECT_TRUE(same_streets(map.car, again->car));
  EXPECT_EQ(map.classes, again->classes);
  ASSERT_EQ(map.lines.size(), again->lines.size());
  ASSERT_EQ(map.areas.size(), again->areas.size());
  ASSERT_EQ(map.addresses.size(), again->addresses.size());
  for (std::size_t at = 0; at < map.addresses.size(); ++at) {
    EXPECT_EQ(map.addresses[at].region, again->addresses[at].region);
    EXPECT_EQ(map.addresses[at].name, again->addresses[at].name);
    EXPECT_NEAR(map.addresses[at].people, again->addresses[at].people, 1e-3);
  }
  EXPECT_EQ(pack_city(*again), packed);
  EXPECT_LT(packed.size(), map.lines.size() * 60);
}

TEST(CityMap, damaged_bytes_are_refused_and_never_crash) {
  const std::string packed = pack_city(city(5));
  EXPECT_EQ(unpack_city("").error().code, "streets.map_damaged");
  EXPECT_EQ(unpack_city(packed.substr(0, packed.size() / 2)).error().code, "streets.map_damaged");
  SeededRandom random(1);
  for (int round = 0; round < 200; ++round) {
    std::string mangled = packed;
    for (int change = 0; change < 3; ++change) mangled[random.below(mangled.size())] = static_cast<char>(random.below(256));
    const auto read = unpack_city(mangled);
    if (!read) {
      EXPECT_EQ(read.error().code, "streets.map_damaged");
    }
  }
}

TEST(CityMap, a_synthetic_city_has_all_that_is_drawn) {
  const CityMap map = city(6);
  std::array<int, 3> kinds{};
  for (const DrawnArea& area : map.areas) ++kinds[static_cast<std::size_t>(area.kind)];
  EXPECT_EQ(kinds[0], 1);
  EXPECT_GT(kinds[1], 3);
  EXPECT_GE(kinds[2], static_cast<int>(map.addresses.size()));
  EXPECT_GT(walk_length_m(map), 50'000);
  for (const Address& address : map.addresses) EXPECT_GT(address.people, 0);
}

TEST(CityMap, communities_are_given_to_all_estates_in_equal_shares) {
  SyntheticDistrict district = make_district(2);
  std::vector<std::string> communities;
  for (int number = 1; number <= 32; ++number) communities.push_back("6502040010" + std::string(number < 10 ? "0" : "") + std::to_string(number));
  give_communities(district, communities);
  std::map<std::string, std::size_t> estates;
  for (const auto& estate : district.estates) ++estates[estate.region];
  EXPECT_EQ(estates.size(), 32U);
  for (const auto& [region, count] : estates) EXPECT_NEAR(static_cast<double>(count), static_cast<double>(district.estates.size()) / 32, 1) << region;
}

TEST(CityMap, an_extract_gives_streets_of_both_kinds_water_green_and_houses) {
  const auto map = city_from_osm(R"(<?xml version="1.0"?><osm version="0.6">
    <node id="1" version="1" lon="105.00" lat="40.00"/><node id="2" version="1" lon="105.01" lat="40.00"/><node id="3" version="1" lon="105.01" lat="40.01"/>
    <node id="4" version="1" lon="105.00" lat="40.01"/>
    <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
    <way id="2" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
    <way id="3" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="natural" v="water"/></way>
    <way id="4" version="1"><nd ref="1"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="leisure" v="park"/></way>
    <way id="5" version="1"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="building" v="yes"/></way>
    <way id="6" version="1"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="building" v="no"/></way></osm>)");
  ASSERT_TRUE(map) << map.error().code;
  EXPECT_EQ(map->walk.streets.size(), 2U);
  EXPECT_EQ(map->car.streets.size(), 1U);
  EXPECT_EQ(map->classes, (std::vector<std::string>{"residential", "footway"}));
  ASSERT_EQ(map->areas.size(), 3U);
  EXPECT_EQ(map->areas[0].kind, AreaKind::water);
  EXPECT_EQ(map->areas[1].kind, AreaKind::green);
  EXPECT_EQ(map->areas[2].kind, AreaKind::building);
  EXPECT_EQ(map->areas[0].ring.size(), 3U);
}

TEST(CityMap, wrong_tables_are_refused_with_their_place) {
  const std::string nodes = "id,longitude,latitude\n1,105,40\n2,105.01,40\n", edges = "from,to\n1,2\n";
  const auto refused = [&](std::string_view addresses, std::string_view areas) {
    const auto map = city_from_tables({nodes, edges, addresses, areas});
    return map ? std::string("taken") : map.error().code + " " + map.error().place;
  };
  EXPECT_EQ(refused("", ""), "taken");
  EXPECT_EQ(refused("region,longitude,latitude\n12,105,40\n", ""), "region.malformed addresses:2:1");
  EXPECT_EQ(refused("", "kind,wkt\nlake,\"POLYGON ((1 1, 2 2, 3 1))\"\n"), "streets.area_unknown areas:2:1");
  EXPECT_EQ(refused("", "kind,wkt\nwater,\"POLYGON ((1 1, 2 2\"\n"), "streets.polygon_malformed areas:2:7");
}

}  // namespace
}  // namespace laoyou::streets
