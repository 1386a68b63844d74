// A schematic map (示意图): each place is one tile of equal size. It shows neighbours and values, not areas or borders, needs no outside server
// and no reviewed base map.
#pragma once

#include <vector>

#include "base/region_code.h"

namespace laoyou::regions {

/// Where a place stands: column 0 is west, row 0 is north.
struct Tile {
  RegionCode region;
  int column = 0;
  int row = 0;
};

/// Tiles in a block as square as possible, row by row in the given order; for places whose position no plan states.
std::vector<Tile> block_layout(const std::vector<RegionCode>& regions);

}  // namespace laoyou::regions
