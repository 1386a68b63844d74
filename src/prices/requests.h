// What the routes of prices are asked and what they answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prices/records.h"

namespace laoyou::prices {

struct PriceTestRequest {
  std::optional<RegionCode> region;
  std::optional<registry::InstitutionKind> kind;
};
LAOYOU_RECORD(PriceTestRequest, "price_test_request", region, kind)

/// What a plan says of inclusive prices.
struct PriceCeiling {
  std::string plan;
  std::string name;
  std::optional<std::string> name_en;
  Decimal percent;      ///< of the market price
  std::string clause;
  std::optional<std::string> summary;
};
LAOYOU_RECORD(PriceCeiling, "price_ceiling", plan, name, name_en, percent, clause, summary)

struct ComparedPlace {
  Id<registry::Institution> id;
  std::string name;
  Fen monthly_fee;
  std::optional<std::int64_t> distance_m;
};
LAOYOU_RECORD(ComparedPlace, "price_compared_place", id, name, monthly_fee, distance_m)

/// One inclusive place held against the market.
struct PriceTestRow {
  Id<registry::Institution> id;
  std::string name;
  RegionCode region;
  std::string region_name;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  Fen monthly_fee;
  std::optional<Period> surveyed;      ///< the month of its answer; nothing: the register's price
  std::optional<Fen> market;           ///< median of the comparable places
  std::int64_t compared = 0;           ///< how many they are
  std::string compared_in;             ///< where
  std::optional<Fen> ceiling;
  std::optional<Decimal> percent;      ///< its price in per cent of the market's
  std::optional<bool> holds;
  std::vector<ComparedPlace> neighbours;  ///< the nearest that the caller may see
};
LAOYOU_RECORD(PriceTestRow, "price_test_row", id, name, region, region_name, kind, monthly_fee, surveyed, market, compared, compared_in, ceiling, percent, holds, neighbours)

struct PriceTests {
  std::optional<PriceCeiling> rule;  ///< nothing where no plan of the place sets one
  std::string comparison;            ///< how places are compared, and whence
  std::vector<PriceTestRow> rows;
  std::int64_t without_price = 0;    ///< inclusive places that nobody knows the price of
};
LAOYOU_RECORD(PriceTests, "price_tests", rule, comparison, rows, without_price)

}  // namespace laoyou::prices
