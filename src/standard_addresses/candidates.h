// The standard addresses that a clerk is offered for an address, and those that he searches for himself.
#pragma once

#include "standard_addresses/match_addresses.h"

namespace laoyou::standard_addresses {

/// 雒容镇大正村委会: a village by itself is called like others of the county.
std::string place_name(const regions::RegionTree& tree, RegionCode region);

/// Those that fit an address at `region`, then others of the estate, the road and the village that it names; at most 30, within what the clerk may choose from.
std::vector<Candidate> candidates(const Placer& placer, const regions::RegionTree& tree, const addresses::ParsedAddress& address, const addresses::Placed& placed, RegionCode region, RegionCode within);

/// What addresses::search_base() finds within a place, at most 20: those of the county of `region` before equals elsewhere.
AddressSearch searched(const Placer& placer, const regions::RegionTree& tree, std::string_view text, RegionCode region, RegionCode within);

}  // namespace laoyou::standard_addresses
