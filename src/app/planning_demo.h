// The made-up city that the demonstration's people and places lie in.
#pragma once

#include "planning/maps/keep_map.h"
#include "planning/terms.h"
#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::app {

/// A synthetic city over the communities of the plan's region that have made-up people or places, with a desert round it, as the region's map; and coordinates
/// for the made-up places without any. Does nothing where the region has a map. Returns how many places were put; 0 for the country.
Result<std::int64_t> put_on_synthetic_map(store::Store& store, const store::Actor& actor, planning::Cities& cities, RegionCode region, std::uint64_t seed);

/// Counts who is reached on every map and keeps it. The cities' facts must have taken in what is stored.
Result<void> count_reach(store::Store& store, const store::Actor& actor, planning::Cities& cities, const std::function<planning::Terms(RegionCode)>& terms);

/// The city itself, as the bundle that an import takes.
std::string synthetic_bundle(const std::vector<RegionCode>& communities, Point middle, std::uint64_t seed);

}  // namespace laoyou::app
