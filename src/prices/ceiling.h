// The test of an inclusive price (普惠价格) against the market price of comparable places. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fen.h"
#include "base/point.h"
#include "base/region_code.h"
#include "registry/place.h"

namespace laoyou::prices {

/// A place with its price.
struct PricedPlace {
  std::int64_t id = 0;
  std::string name;
  RegionCode region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  bool inclusive = false;
  Fen monthly_fee;
  std::optional<Point> point;
};

/// How places are compared: data, since no document says it alike for all.
struct ComparisonRule {
  RegionLevel level = RegionLevel::city;  ///< county or city: where the comparable places of a place lie
  std::size_t least_places = 1;  ///< with fewer of them in its county, a place is compared within the city
  std::size_t named = 10;        ///< how many of them are shown
  std::string source;
};

/// Reads comparison.csv as it is built in.
ComparisonRule built_in_comparison();

/// What is held against a place's price.
struct Comparison {
  RegionCode within;                  ///< where the comparable places lie
  std::vector<const PricedPlace*> places;  ///< the nearest first where places are known on the map, else by name
  std::optional<Fen> median;          ///< of their prices; nothing without any
};

/// The middle price; of two in the middle their mean, half a fen up. Nothing for none.
std::optional<Fen> median(std::vector<Fen> prices);

/// The market places (not inclusive) of the same kind where the rule looks for them or, where those are fewer than it wants, in the city.
Comparison comparable(const PricedPlace& place, const std::vector<PricedPlace>& all, const ComparisonRule& rule);

}  // namespace laoyou::prices
