// The places as units of planning, their housing estates, and the money spent (区划单位、住宅小区、资金).
#pragma once

#include <map>

#include "synth/desk.h"

namespace laoyou::synth {

/// How many people and households each community and village has.
struct VillageCount {
  std::int64_t people = 0, households = 0;
};

/// Localities of every level, estates of the urban communities, a year's lottery money.
void make_localities(Desk& desk, const std::map<RegionCode, VillageCount>& villages);

}  // namespace laoyou::synth
