#include "regions/cartogram.h"

#include <cstddef>

namespace laoyou::regions {

std::vector<Tile> block_layout(const std::vector<RegionCode>& regions) {
  std::size_t columns = 1;
  while (columns * columns < regions.size()) ++columns;
  std::vector<Tile> tiles;
  for (std::size_t i = 0; i < regions.size(); ++i) tiles.push_back({regions[i], static_cast<int>(i % columns), static_cast<int>(i / columns)});
  return tiles;
}

}  // namespace laoyou::regions
