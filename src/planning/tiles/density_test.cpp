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

using Shown = std::map<CellPlace, DensityCell>;

/// Everything that all tiles of all zooms and layers show together.
Shown all_shown(const Density& density, const std::vector<streets::Address>& addresses) {
  Shown shown;
  for (int zoom = 0; zoom <= 20; ++zoom)
    for (const streets::Address& address : addresses)
      for (std::size_t layer = 0; layer < k_density_layers; ++layer)
        for (const DensityCell& cell : density.cells(tile_at(address.point, zoom), static_cast<DensityLayer>(layer))) shown[{cell.zoom, cell.x, cell.y}] = cell;
  return shown;
}

/// The shown squares just below one.
std::vector<DensityCell> parts_of(const Shown& shown, const CellPlace& place) {
  std::vector<DensityCell> parts;
  const auto [zoom, x, y] = place;
  for (int part = 0; zoom < 18 && part < 4; ++part) {
    const auto found = shown.find({zoom + 1, 2 * x + part % 2, 2 * y + part / 2});
    if (found != shown.end()) parts.push_back(found->second);
  }
  return parts;
}

class ADensity : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, ADensity, testing::Range<std::uint64_t>(1, 21));

TEST_P(ADensity, TellsOfNoFewerThanTenInAnySquareLayerAndZoom) {
  SeededRandom random(GetParam());
  const City city(scattered(random, 400));
  const Density density(city, people_of(random, 400));
  const auto shown = all_shown(density, city.addresses());
  ASSERT_FALSE(shown.empty());
  for (const auto& [place, cell] : shown) {
    EXPECT_GE(cell.people, k_floor);
    std::int64_t sum = 0;
    for (const std::int64_t block : cell.bands) {
      EXPECT_TRUE(block == 0 || block >= k_floor) << block;
      sum += block;
    }
    EXPECT_EQ(sum, cell.people);
  }
}

/// All whole-numbered sums and differences of what is told are sums of blocks when the parts of a square add up to it, share their blocks among each other, and have none that
/// cuts across a block of the square: then nothing smaller than a block can be reckoned.
TEST_P(ADensity, NoDifferenceOfZoomsAndLayersIsAGroupOfFewerThanTen) {
  SeededRandom random(GetParam() + 100);
  const City city(scattered(random, 400));
  const Density density(city, people_of(random, 400));
  const auto shown = all_shown(density, city.addresses());
  for (const auto& [place, cell] : shown) {
    const std::vector<DensityCell> parts = parts_of(shown, place);
    if (parts.empty()) continue;
    const BandBlocks& blocks = parts.front().blocks;
    std::int64_t rest = cell.people;
    std::map<std::uint8_t, std::int64_t> rest_of_block;
    for (std::size_t band = 0; band < k_bands; ++band)
      for (std::size_t other = 0; other < band; ++other)
        if (cell.blocks[band] == cell.blocks[other]) EXPECT_EQ(blocks[band], blocks[other]) << "what is together in the square is apart in its parts";
    std::map<std::uint8_t, std::uint8_t> block_of;  // of the parts, by block of the square
    for (std::size_t band = 0; band < k_bands; ++band) block_of[cell.blocks[band]] = blocks[band];
    for (const auto& [of_square, of_parts] : block_of) rest_of_block[of_parts] += cell.bands[of_square];
    for (const DensityCell& part : parts) {
      EXPECT_EQ(part.blocks, blocks);
      rest -= part.people;
      for (auto& [block, people] : rest_of_block) people -= part.bands[block];
    }
    EXPECT_EQ(rest, 0);
    for (const auto& [block, people] : rest_of_block) EXPECT_EQ(people, 0);
  }
}

TEST_P(ADensity, AnAgeIsShownWholeAtEveryZoomWhereTheCityHasTenOfIt) {
  SeededRandom random(GetParam() + 300);
  const City city(scattered(random, 60));
  const auto people = people_of(random, 60);
  const Density density(city, people);
  const std::pair<DensityLayer, PeopleGroup> layers[] = {
      {DensityLayer::under_three, PeopleGroup::under_three}, {DensityLayer::from_60, PeopleGroup::from_60}, {DensityLayer::from_80, PeopleGroup::from_80}};
  for (const auto& [layer, group] : layers) {
    std::int64_t all = 0;
    for (const GroupCounts& here : people) all += here[static_cast<std::size_t>(group)];
    ASSERT_GE(all, k_floor);
    EXPECT_TRUE(density.tells(layer));
    for (int zoom = 8; zoom <= 18; ++zoom) {
      Shown cells;
      for (const streets::Address& address : city.addresses())
        for (const DensityCell& cell : density.cells(tile_at(address.point, zoom), layer)) cells[{cell.zoom, cell.x, cell.y}] = cell;
      std::int64_t sum = 0;
      for (const auto& [place, cell] : cells) sum += told(cell, layer).value();
      EXPECT_EQ(sum, all) << zoom;
    }
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

TEST(Density, AnAgeOfFewerThanTenInTheWholeCityIsNotTold) {
  SeededRandom random(3);
  const City city(scattered(random, 40));
  std::vector<GroupCounts> people(40, GroupCounts{20, 8, 0, 0, 0});
  people[7][static_cast<std::size_t>(PeopleGroup::from_80)] = 8;
  const Density density(city, people);
  EXPECT_TRUE(density.tells(DensityLayer::from_60));
  EXPECT_FALSE(density.tells(DensityLayer::from_80));
  EXPECT_TRUE(density.tells(DensityLayer::under_three));  // nobody, and that is told
  EXPECT_TRUE(density.cells(tile_at(city.addresses()[7].point, 12), DensityLayer::from_80).empty());
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
