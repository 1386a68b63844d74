#include "planning/city/city.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engines/streets/synthetic_district.h"
#include "planning/answers/place_faults.h"

namespace laoyou::planning {
namespace {

const std::vector<std::string> k_four_villages = {"650204001001", "650204001002", "650204002001", "650204002002"};

streets::CityMap synthetic(std::uint64_t seed, const std::vector<std::string>& villages = k_four_villages) {
  streets::SyntheticDistrict district = streets::make_district(seed);
  streets::give_communities(district, villages);
  const auto files = streets::district_files(district, seed);
  const auto text = [&](std::string_view name) {
    for (const auto& file : files)
      if (file.name == name) return std::string_view(file.text);
    return std::string_view();
  };
  return streets::city_from_tables({text("nodes.csv"), text("edges.csv"), text("people.csv"), text("areas.csv")}).value();
}

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

PlaceOnMap place_at(Point point, std::string_view region) {
  PlaceOnMap place;
  place.region = code(region);
  place.point = point;
  return place;
}

TEST(ACity, GivesEveryoneAnAddressOfTheirPlaceAndEachAddressItsShare) {
  const City city(synthetic(1));
  const auto [first, last] = city.addresses_in(code("650204001002"));
  ASSERT_LT(first, last);
  std::map<std::size_t, int> lives;
  constexpr int k_people = 50'000;
  for (std::int64_t key = 1; key <= k_people; ++key) {
    const auto address = city.address_for(code("650204001002"), key);
    ASSERT_TRUE(address && *address >= first && *address < last);
    ASSERT_EQ(city.address_for(code("650204001002"), key), address);
    ++lives[*address];
  }
  double people = 0;
  for (std::size_t at = first; at < last; ++at) people += city.addresses()[at].people;
  for (std::size_t at = first; at < last; ++at) EXPECT_NEAR(lives[at], k_people * city.addresses()[at].people / people, 5 * std::sqrt(k_people * city.addresses()[at].people / people) + 5);
  EXPECT_FALSE(city.address_for(code("650205001002"), 1));
  EXPECT_TRUE(city.address_for(code("650204002000"), 1));
}

TEST(ACity, AnElderReachesInHalfAnHourWhatAWalkerReachesInHalfAnHourAtTheEldersPace) {
  const City city(synthetic(2));
  const Question walk{registry::InstitutionKind::nursery, TravelWay::walk, 10.0, std::nullopt, PeopleGroup::everybody, 72};
  Question elder = walk;
  elder.way = TravelWay::elder;
  elder.metres_per_minute = 40;
  elder.minutes = 10.0 * walk.metres_per_minute / elder.metres_per_minute;
  EXPECT_EQ(city.options(walk).limit_ms, city.options(elder).limit_ms);
  EXPECT_NEAR(city.minutes(elder, 600'000), *elder.minutes, 1e-9);
  const Question metres{registry::InstitutionKind::nursery, TravelWay::walk, std::nullopt, 300.0, PeopleGroup::everybody, 72};
  EXPECT_EQ(city.options(metres).limit_ms, 300'000);
  EXPECT_DOUBLE_EQ(*city.metres(metres, 300'000), 300);
}

TEST(PlaceFaults, MixedUpCoordinatesAreFoundAndTheRightOnesOffered) {
  std::vector<std::string> villages;
  for (int number = 101; number <= 132; ++number) villages.push_back("650204001" + std::to_string(number));
  const City city(synthetic(3, villages));
  const auto near = [](const std::optional<FoundFault>& found, PlaceFault fault, Point meant) {
    return found && found->fault == fault && found->offered && distance_m(*found->offered, meant) < 5;
  };
  int found_gcj02 = 0, found_bd09 = 0, right = 0;
  for (std::size_t at = 0; at < city.addresses().size(); at += 7) {
    const streets::Address& address = city.addresses()[at];
    const std::string region = RegionCode::from_number(address.region).text();
    right += fault_of_place(city, place_at(address.point, region)) ? 0 : 1;
    EXPECT_TRUE(near(fault_of_place(city, place_at({address.point.latitude, address.point.longitude}, region)), PlaceFault::swapped, address.point));
    const TilePoint tile = to_tile(address.point);
    const auto shifted = fault_of_place(city, place_at({tile.longitude, tile.latitude}, region));
    found_gcj02 += near(shifted, PlaceFault::gcj02, address.point) ? 1 : 0;
    // The published forward formula of BD-09.
    const double z = std::hypot(tile.longitude, tile.latitude) + 0.00002 * std::sin(tile.latitude * 52.35987755982988), angle = std::atan2(tile.latitude, tile.longitude) + 0.000003 * std::cos(tile.longitude * 52.35987755982988);
    found_bd09 += near(fault_of_place(city, place_at({z * std::cos(angle) + 0.0065, z * std::sin(angle) + 0.006}, region)), PlaceFault::bd09, address.point) ? 1 : 0;
  }
  const int all = static_cast<int>((city.addresses().size() + 6) / 7);
  EXPECT_EQ(right, all);
  // A shifted point that stands by another house of its own place says nothing.
  EXPECT_GT(found_gcj02, all / 10);
  EXPECT_GT(found_bd09, all / 10);
}

TEST(PlaceFaults, APlaceInTheRiverOffTheMapOrNowhereIsTold) {
  const City city(synthetic(4));
  const auto& river = *std::find_if(city.map().areas.begin(), city.map().areas.end(), [](const auto& area) { return area.kind == streets::AreaKind::water; });
  const Point in_river{(river.ring[10].longitude + river.ring[71].longitude) / 2, (river.ring[10].latitude + river.ring[71].latitude) / 2};
  EXPECT_EQ(fault_of_spot(city, in_river), PlaceFault::water);
  EXPECT_EQ(fault_of_spot(city, {104, 40}), PlaceFault::outside);
  EXPECT_EQ(fault_of_place(city, PlaceOnMap{})->fault, PlaceFault::missing);
}

}  // namespace
}  // namespace laoyou::planning
