// What is shown of residents never tells of fewer than ten, at any zoom and in any combination.
#include "planning/tiles/density.h"

#include <gtest/gtest.h>

#include <map>

#include "base/random.h"

namespace laoyou::planning {
namespace {

/// A city of scattered addresses with a few people each; streets do not matter here.
streets::CityMap scattered(SeededRandom& random, int addresses) {
  streets::CityMap map;
  for (int at = 0; at < addresses; ++at) map.addresses.push_back({650204001001, "", {105 + random.unit() * 0.05, 40 + random.unit() * 0.05}, 1});
  return map;
}

std::vector<GroupCounts> people_of(SeededRandom& random, std::size_t addresses) {
  std::vector<GroupCounts> people(addresses);
  for (GroupCounts& here : people) {
    const auto most = [&](std::uint64_t bound) { return static_cast<std::int64_t>(random.below(bound)); };
    const std::int64_t children = most(3), adults = most(9), old = most(6), very_old = most(2);
    here[static_cast<std::size_t>(PeopleGroup::everybody)] = children + adults + old + very_old;
    here[static_cast<std::size_t>(PeopleGroup::under_three)] = children;
    here[static_cast<std::size_t>(PeopleGroup::from_60)] = old + very_old;
    here[static_cast<std::size_t>(PeopleGroup::from_65)] = very_old;
    here[static_cast<std::size_t>(PeopleGroup::from_80)] = very_old;
  }
  return people;
}

Tile tile_at(Point point, int zoom) {
  const WorldSpot spot = world_spot(point);
  const double tiles = std::ldexp(1.0, zoom);
  return {zoom, static_cast<std::int32_t>(spot.x * tiles), static_cast<std::int32_t>(spot.y * tiles)};
}

using CellPlace = std::tuple<int, std::int32_t, std::int32_t>;

/// Everything that all tiles of all zooms show together.
std::map<CellPlace, DensityCell> all_shown(const Density& density, const std::vector<streets::Address>& addresses) {
  std::map<CellPlace, DensityCell> shown;
  for (int zoom = 0; zoom <= 20; ++zoom)
    for (const streets::Address& address : addresses)
      for (const DensityCell& cell : density.cells(tile_at(address.point, zoom))) shown[{cell.zoom, cell.x, cell.y}] = cell;
  return shown;
}

/// The shown squares just below one: its parts, or theirs where a part itself is not shown.
void parts_of(const std::map<CellPlace, DensityCell>& shown, const CellPlace& place, std::vector<DensityCell>& parts) {
  const auto [zoom, x, y] = place;
  if (zoom >= 18) return;
  for (int part = 0; part < 4; ++part) {
    const CellPlace below{zoom + 1, 2 * x + part % 2, 2 * y + part / 2};
    const auto found = shown.find(below);
    if (found != shown.end()) parts.push_back(found->second);
  }
}

class ADensity : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, ADensity, testing::Range<std::uint64_t>(1, 21));

TEST_P(ADensity, TellsOfNoFewerThanTenInAnySquareAndOfAnyAge) {
  SeededRandom random(GetParam());
  const City city(scattered(random, 400));
  const Density density(city, people_of(random, 400));
  const auto shown = all_shown(density, city.addresses());
  ASSERT_FALSE(shown.empty());
  for (const auto& [place, cell] : shown) {
    EXPECT_GE(cell.people, k_floor);
    if (!cell.bands_shown) continue;
    std::int64_t sum = 0;
    for (const std::int64_t band : cell.bands) {
      EXPECT_TRUE(band == 0 || band >= k_floor) << band;
      sum += band;
    }
    EXPECT_EQ(sum, cell.people);
  }
}

TEST_P(ADensity, NoDifferenceOfTwoZoomsIsAGroupOfFewerThanTen) {
  SeededRandom random(GetParam() + 100);
  const City city(scattered(random, 400));
  const Density density(city, people_of(random, 400));
  const auto shown = all_shown(density, city.addresses());
  for (const auto& [place, cell] : shown) {
    std::vector<DensityCell> parts;
    parts_of(shown, place, parts);
    if (parts.empty()) continue;
    std::int64_t rest = cell.people;
    BandCounts rest_of_bands = cell.bands;
    std::size_t with_bands = 0;
    for (const DensityCell& part : parts) {
      rest -= part.people;
      with_bands += part.bands_shown ? 1 : 0;
      for (std::size_t band = 0; band < k_bands; ++band) rest_of_bands[band] -= part.bands[band];
    }
    EXPECT_EQ(rest, 0);
    // Ages are told of all parts or of none.
    EXPECT_TRUE(with_bands == 0 || with_bands == parts.size());
    if (with_bands > 0)
      for (const std::int64_t band : rest_of_bands) EXPECT_EQ(band, 0);
  }
}

TEST_P(ADensity, EverybodyIsInExactlyOneSquareOfEachZoomsTilesWhileAllAreShown) {
  SeededRandom random(GetParam() + 200);
  const City city(scattered(random, 300));
  const auto people = people_of(random, 300);
  std::int64_t all = 0;
  for (const GroupCounts& here : people) all += here[0];
  const Density density(city, people);
  for (int zoom = 8; zoom <= 16; ++zoom) {
    std::map<CellPlace, DensityCell> cells;
    for (const streets::Address& address : city.addresses())
      for (const DensityCell& cell : density.cells(tile_at(address.point, zoom))) cells[{cell.zoom, cell.x, cell.y}] = cell;
    std::int64_t sum = 0;
    for (const auto& [place, cell] : cells) sum += cell.people;
    EXPECT_EQ(sum, all) << zoom;
  }
}

TEST(Density, AHandfulOfPeopleIsNotShownAtAll) {
  SeededRandom random(1);
  const City city(scattered(random, 1));
  std::vector<GroupCounts> people(1);
  people[0] = {9, 0, 0, 0, 0};
  for (int zoom = 0; zoom <= 20; ++zoom) EXPECT_TRUE(Density(city, people).tile(tile_at(city.addresses()[0].point, zoom)).empty());
  people[0] = {10, 0, 0, 0, 0};
  EXPECT_FALSE(Density(city, people).tile(tile_at(city.addresses()[0].point, 14)).empty());
}

}  // namespace
}  // namespace laoyou::planning
