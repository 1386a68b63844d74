#include "prices/ceiling.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "base/embedded.h"
#include "engines/tables/column_table.h"

LAOYOU_EMBEDDED(price_comparison_csv)

namespace laoyou::prices {
namespace {

/// The county, or the city, around a place; the place itself where it is larger.
RegionCode around(RegionCode region, RegionLevel level) {
  while (region.level() > level && region.parent()) region = *region.parent();
  return region;
}

std::vector<const PricedPlace*> market_places(const PricedPlace& place, const std::vector<PricedPlace>& all, RegionCode within) {
  std::vector<const PricedPlace*> found;
  for (const PricedPlace& other : all)
    if (!other.inclusive && other.kind == place.kind && other.id != place.id && within.contains(other.region)) found.push_back(&other);
  return found;
}

}  // namespace

ComparisonRule built_in_comparison() {
  constexpr std::int64_t k_most = 1000;
  const auto table = tables::ColumnTable::read(price_comparison_csv(), {tables::needed("level"), tables::needed("least_places"), tables::needed("named"), tables::needed("source")}).value();
  const RegionLevel level = table.text(0, "level") == "county" ? RegionLevel::county : RegionLevel::city;
  return {level, static_cast<std::size_t>(table.whole_number(0, "least_places", k_most).value()), static_cast<std::size_t>(table.whole_number(0, "named", k_most).value()), table.text(0, "source")};
}

std::optional<Fen> median(std::vector<Fen> prices) {
  if (prices.empty()) return std::nullopt;
  std::sort(prices.begin(), prices.end());
  const std::size_t middle = prices.size() / 2;
  if (prices.size() % 2 == 1) return prices[middle];
  const Result<Fen> sum = prices[middle - 1].plus(prices[middle]);
  CHECK(sum.has_value());
  return *sum->scaled(1, 2, Rounding::half_up);
}

Comparison comparable(const PricedPlace& place, const std::vector<PricedPlace>& all, const ComparisonRule& rule) {
  Comparison found{around(place.region, rule.level), {}, std::nullopt};
  found.places = market_places(place, all, found.within);
  if (found.places.size() < rule.least_places) {
    found.within = around(place.region, RegionLevel::city);
    found.places = market_places(place, all, found.within);
  }
  std::vector<Fen> prices;
  for (const PricedPlace* each : found.places) prices.push_back(each->monthly_fee);
  found.median = median(std::move(prices));
  std::sort(found.places.begin(), found.places.end(), [&](const PricedPlace* one, const PricedPlace* other) {
    if (!place.point || !one->point || !other->point) return std::tie(one->name, one->id) < std::tie(other->name, other->id);
    return distance_m(*place.point, *one->point) < distance_m(*place.point, *other->point);
  });
  return found;
}

}  // namespace laoyou::prices
