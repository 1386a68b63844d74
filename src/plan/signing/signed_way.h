// Whether a value may be reported at once, or comes in by a report that the level above signs.
#pragma once

#include "plan/signing/report_rights.h"
#include "store/snapshot.h"

namespace laoyou::plan {

/// The report of a plan, place and period.
std::optional<PeriodReport> find_report(const store::Snapshot& reading, std::string_view plan, RegionCode region, const Period& period);

/// Refused as "reports.through_report" where the values of this place and period are signed, by the plan's word or because a report is there already;
/// never for those who sign them.
Result<void> may_report_at_once(const store::Snapshot& reading, const Plan& plan, const store::Acting& acting, RegionCode region, const Period& period);

}  // namespace laoyou::plan
