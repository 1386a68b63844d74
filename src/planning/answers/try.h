// What changes of places would do: share, loads and accessibility against today.
#pragma once

#include "planning/answers/change.h"
#include "planning/city/situation.h"
#include "regions/region_tree.h"

namespace laoyou::planning {

/// Refused, each with its place ("/changes/2/place"), as "planning.change_incomplete" {what is missing}, "planning.place_unknown" (a place of another kind, closed or not on a
/// street) or "planning.place_twice".
CheckedResult<TryAnswer> try_changes(const Situation& situation, const Question& question, RegionCode within, const std::vector<Change>& changes, const regions::RegionTree& names);

}  // namespace laoyou::planning
