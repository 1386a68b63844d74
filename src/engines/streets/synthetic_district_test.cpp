#include "engines/streets/synthetic_district.h"

#include <gtest/gtest.h>

#include <numeric>

#include "engines/streets/street_csv.h"

namespace laoyou::streets {
namespace {

StreetNetwork network_of(const SyntheticDistrict& district, TravelMode mode) {
  const auto files = district_files(district, 1);
  auto network = read_street_csv(files[0].text, files[1].text, default_profile(mode));
  EXPECT_TRUE(network) << (network ? "" : network.error().code + network.error().place);
  return network ? *network : StreetNetwork{};
}

TEST(SyntheticDistrict, equal_seeds_give_equal_districts_and_others_differ) {
  const auto text = [](std::uint64_t seed) {
    std::string all;
    for (const DistrictFile& file : district_files(make_district(seed), 0)) all += file.text;
    return all;
  };
  EXPECT_EQ(text(5), text(5));
  EXPECT_NE(text(5), text(6));
}

TEST(SyntheticDistrict, hangs_together_on_foot_and_is_marked_as_made_up) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const SyntheticDistrict district = make_district(seed);
    const StreetNetwork network = network_of(district, TravelMode::walk);
    EXPECT_EQ(without_islands(network, 1'000'000).junctions.size(), network.junctions.size()) << seed;
    EXPECT_NE(district_files(district, seed).back().text.find("made up"), std::string::npos);
  }
}

TEST(SyntheticDistrict, only_bridges_join_the_banks) {
  SyntheticDistrict district = make_district(3);
  const std::size_t whole = network_of(district, TravelMode::walk).junctions.size();
  ASSERT_EQ(district.bridges.size(), 6U);  // four bridges, two of them with a pavement beside the fast road
  for (auto bridge = district.bridges.rbegin(); bridge != district.bridges.rend(); ++bridge) {
    district.ways.erase(district.ways.begin() + static_cast<std::ptrdiff_t>(*bridge));
  }
  EXPECT_LT(without_islands(network_of(district, TravelMode::walk), 1'000'000).junctions.size(), whole * 9 / 10);
}

TEST(SyntheticDistrict, holds_people_places_and_candidates_that_make_sense) {
  const SyntheticDistrict district = make_district(1);
  const auto people = std::accumulate(district.estates.begin(), district.estates.end(), 0, [](int sum, const auto& estate) { return sum + estate.people; });
  EXPECT_GT(people, 150'000);
  EXPECT_LT(people, 800'000);
  for (const auto& estate : district.estates) {
    EXPECT_GE(estate.over_65, estate.over_80);
    EXPECT_GE(estate.people, estate.over_65 + estate.under_3);
    EXPECT_TRUE(estate.region.starts_with("99"));
    EXPECT_EQ(estate.region.size(), 12U);
  }
  EXPECT_GE(district.places.size(), 4U);
  EXPECT_GE(district.candidates.size(), 8U);
}

}  // namespace
}  // namespace laoyou::streets
