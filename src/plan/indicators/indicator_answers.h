// Indicators of a plan for one region, with the values reported for it.
#pragma once

#include "plan/indicators/indicator_state.h"
#include "plan/indicators/readings_view.h"
#include "plan/answers/plan_answers.h"
#include "plan/answers/requests.h"

namespace laoyou::plan {

IndicatorList indicator_list(const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, std::optional<Group> group, Date today);
/// Refused as "indicators.not_found".
Result<IndicatorDetail> indicator_detail(const ReadingsView& readings, const Library& library, const Plan& plan, std::string_view indicator, RegionCode region,
                                         Date today);
PlanSummary plan_summary(const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, RegionCode scope, Date today);

}  // namespace laoyou::plan
