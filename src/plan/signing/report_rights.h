// Who may do what with a report. A place fills in its own; the level above signs; nobody signs what he has submitted himself.
#pragma once

#include "store/acting.h"
#include "plan/signing/report_requests.h"
#include "plan/stack/plan.h"

namespace laoyou::plan {

/// Accounts of exactly this place that report values.
bool fills(const store::Acting& acting, RegionCode region);
/// Accounts above the place that sign; for the plan's own region, which has nobody above it here, those of that region.
bool signs(const store::Acting& acting, const Plan& plan, RegionCode region);
/// What of a report the caller sees before it is signed: the place itself all, the level above what was submitted.
bool sees(const store::Acting& acting, const PeriodReport& report);
/// What may be done next; null: not begun.
ReportSteps steps(const store::Acting& acting, const Plan& plan, RegionCode region, const PeriodReport* report);

}  // namespace laoyou::plan
