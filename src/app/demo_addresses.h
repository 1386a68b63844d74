// Made-up standard addresses for demonstration, out of a plan's synthetic streets, and households that live at them.
#pragma once

#include "planning/city/cities.h"
#include "regions/region_tree.h"
#include "store/store.h"

namespace laoyou::app {

/// Adds the base of the region's map, a household for every two of its made-up residents, and where each lies: most to the door, some to their building, road or
/// village, a few for a clerk to look at. How many standard addresses; nothing where there are some already, or no map. Needs put_on_synthetic_map() before.
Result<std::int64_t> fill_addresses(store::Store& store, const store::Actor& actor, planning::Cities& cities, const regions::RegionTree& tree, RegionCode region, Date today);

}  // namespace laoyou::app
