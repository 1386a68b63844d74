#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "engines/coverage/reach.h"

namespace laoyou::coverage {

/// How much a place counts for somebody: 1 near it, less far from it, 0 out of its catchment (such pairs are left out).
struct CatchmentPair {
  std::int32_t person = 0;  ///< a village, a block, a household
  std::int32_t place = 0;
  double weight = 1;
};

/// A zone of travel time and what a place in it counts.
struct CatchmentZone {
  std::int32_t until_ms = 0;  ///< included
  double weight = 1;
};

/// Accessibility by the two-step floating catchment area method.
struct Accessibility {
  std::vector<double> score;        ///< per person: supply for each, 0 where nothing is in reach
  std::vector<double> place_ratio;  ///< per place: supply ÷ weighted people in its catchment, 0 where there are none
  double unused_supply = 0;         ///< of places with nobody in their catchment
};

/// Two-step floating catchment (Luo and Wang 2003); with weights that fall with time the enhanced one (Luo and Qi 2009).
/// Always Σ people × score + unused_supply = Σ supply. Refused as "coverage.input" {what} for a negative or unbounded figure or a pair
/// that names nobody.
Result<Accessibility> floating_catchment(std::span<const double> people, std::span<const double> supply, std::span<const CatchmentPair> pairs);

/// Pairs with the weight of the zone their time falls in; the zones rise in time. Pairs beyond the last are left out.
std::vector<CatchmentPair> in_zones(std::span<const TravelPair> pairs, std::span<const CatchmentZone> zones);

}  // namespace laoyou::coverage
