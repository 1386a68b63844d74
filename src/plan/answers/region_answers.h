// The tree of places as the region routes answer it: public reference, the same for every account.
#pragma once

#include "plan/stack/library.h"
#include "plan/answers/requests.h"

namespace laoyou::plan {

/// Refused as "regions.not_found".
Result<RegionAnswer> region_answer(const Library& library, RegionCode region);
Result<RegionRows> region_children(const Library& library, RegionCode region);
Result<RegionRows> region_search(const Library& library, const RegionSearchRequest& request);
/// Tiles of a region's parts: where the plan places them, else in a block.
Result<Cartogram> cartogram(const Library& library, RegionCode region, const Plan* plan);

}  // namespace laoyou::plan
