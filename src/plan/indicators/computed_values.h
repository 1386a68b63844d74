// The values that a plan's rules compute from the registers, beside those that were reported.
#pragma once

#include "facts/facts_keeper.h"
#include "plan/answers/plan_answers.h"
#include "plan/answers/requests.h"

namespace laoyou::plan {

/// Adds what the rules compute for the region of the list: for the period of the reported value it stands beside; where none was reported for the year of
/// `today`, or the plan's last one. An indicator without a computed value says why. Where the target holds for each
/// part by itself, the value is that of the weakest part (of a month that has ended, of a place) and `computed_parts` counts those that hold.
void add_computed(IndicatorList& list, const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, Date today);
/// The same over given totals, such as those of a past day.
void add_computed(IndicatorList& list, const Library& library, const Plan& plan, const facts::TotalsOf& totals_of, const facts::FactsMoment& moment, Date today);
/// The same for one indicator and for its parts, all of the period of the whole.
void add_computed(IndicatorDetail& detail, const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, Date today);

/// The records that count towards a computed value of a region. Refused as "indicators.not_found", or "indicators.no_rule" when the plan states none.
Result<CountedRows> counted_rows(const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, std::string_view indicator, RegionCode region,
                                 const std::optional<Period>& period, Date today);

}  // namespace laoyou::plan
