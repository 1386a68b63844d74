// What a variant costs in the years to come: everybody registered grows older and may die, and children are born, by the rates of plans/national/population.
#pragma once

#include "facts/facts_keeper.h"
#include "whatif/compare.h"

namespace laoyou::whatif {

inline constexpr int k_years_most = 10;

struct YearsRequest {
  std::string plan;
  std::optional<RegionCode> region;
  std::optional<Period> period;  ///< of the first year; the later ones are the same period of later years
  std::string total;
  Variant variant;
  std::optional<std::int32_t> years;  ///< how many follow the first, 1 … k_years_most; else five
};
LAOYOU_RECORD(YearsRequest, "what_if_years_request", plan, region, period, total, variant, years)

/// Amounts and people as they are to be expected, rounded to whole units.
struct YearLine {
  Period period;
  std::optional<Decimal> before, after, difference;
  std::int64_t reach_before = 0, reach_after = 0;
  std::int64_t people = 0;  ///< of the region
};
LAOYOU_RECORD(YearLine, "what_if_year", period, before, after, difference, reach_before, reach_after, people)

struct Years {
  std::string total;
  std::string unit;
  RegionCode region;
  std::string region_name;
  std::vector<YearLine> rows;                       ///< the first is of today's registers, nothing expected
  std::optional<Decimal> before, after, difference;  ///< of all years together, the first left out
  std::int64_t without_age = 0;  ///< people reached whose day of birth is not known: they stay as they are
};
LAOYOU_RECORD(Years, "what_if_years", total, unit, region, region_name, rows, before, after, difference, without_age)

/// Of a total that is one sum over people. Refused as "rules.no_such_rule", "whatif.no_sum", "whatif.no_people", "whatif.years", and as what_if_of() does.
CheckedResult<Years> years_of(const Asked& asked, const facts::FactsKeeper& keeper, const YearsRequest& request);

/// The same over facts that stand still.
CheckedResult<Years> years_over(const Asked& asked, const rules::Facts& facts, const YearsRequest& request);

}  // namespace laoyou::whatif
