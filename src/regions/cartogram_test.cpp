#include "regions/cartogram.h"

#include <gtest/gtest.h>

#include <set>

namespace laoyou::regions {
namespace {

std::vector<RegionCode> regions(int count) {
  std::vector<RegionCode> all;
  for (int i = 1; i <= count; ++i) all.push_back(RegionCode::from_number(450'000'000'000 + 100'000'000LL * i));
  return all;
}

}  // namespace

TEST(BlockLayout, EveryRegionHasATileOfItsOwnInTheOrderGiven) {
  for (int count = 0; count <= 40; ++count) {
    const auto wanted = regions(count);
    const auto tiles = block_layout(wanted);
    ASSERT_EQ(tiles.size(), wanted.size());
    std::set<std::pair<int, int>> taken;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
      EXPECT_EQ(tiles[i].region, wanted[i]);
      EXPECT_TRUE(taken.emplace(tiles[i].row, tiles[i].column).second);
      EXPECT_TRUE(i == 0 || std::pair(tiles[i - 1].row, tiles[i - 1].column) < std::pair(tiles[i].row, tiles[i].column)) << "row by row";
    }
  }
}

TEST(BlockLayout, TheBlockIsAsSquareAsPossible) {
  for (int count = 1; count <= 40; ++count) {
    int columns = 0, rows = 0;
    for (const Tile& tile : block_layout(regions(count))) {
      columns = std::max(columns, tile.column + 1);
      rows = std::max(rows, tile.row + 1);
    }
    EXPECT_GE(columns * rows, count);
    EXPECT_LE(rows, columns);
    EXPECT_LE(columns - rows, 1) << count;
  }
}

}  // namespace laoyou::regions
