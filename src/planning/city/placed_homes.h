// Where households live according to their address (地址落图).
#pragma once

#include <unordered_map>

#include "planning/city/city.h"
#include "store/store.h"

namespace laoyou::planning {

/// Households whose address was placed at least to its road, by the number of their id: the city's address of their place that lies nearest. A household that is
/// not among them lives at an address of its place that its id chooses (City::address_for()).
std::unordered_map<std::int64_t, std::size_t> placed_homes(const City& city, RegionCode region, store::Store& store);

}  // namespace laoyou::planning
