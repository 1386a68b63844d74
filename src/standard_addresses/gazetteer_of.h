// The gazetteer that addresses are read by, out of the places of the country.
#pragma once

#include <set>

#include "engines/addresses/gazetteer.h"
#include "regions/region_tree.h"

namespace laoyou::standard_addresses {

/// The provinces, cities and counties of the country, and the streets, towns, villages and communities of the cities that hold one of `regions`.
addresses::Gazetteer gazetteer_of(const regions::RegionTree& tree, const std::set<RegionCode>& regions);

}  // namespace laoyou::standard_addresses
