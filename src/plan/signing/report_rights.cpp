#include "plan/signing/report_rights.h"

namespace laoyou::plan {

using powers::Power;

bool fills(const http::Caller& caller, RegionCode region) { return !caller.owner && caller.powers.has(Power::values_report) && caller.scope == region; }

bool signs(const http::Caller& caller, const Plan& plan, RegionCode region) {
  if (caller.owner || !caller.powers.has(Power::values_sign) || !caller.scope.contains(region)) return false;
  return caller.scope != region || region == plan.content.head.value.region;
}

bool sees(const http::Caller& caller, const PeriodReport& report) {
  if (caller.scope == report.region) return !caller.owner;
  return !caller.owner && caller.scope.contains(report.region) && report.state == ReportState::submitted;
}

ReportSteps steps(const http::Caller& caller, const Plan& plan, RegionCode region, const PeriodReport* report) {
  const bool mine = fills(caller, region);
  if (report == nullptr) return {mine, false, false, false, false, false};
  const bool open = report->state != ReportState::submitted && report->state != ReportState::approved;
  const bool waits = report->state == ReportState::submitted;
  return {mine && open, mine && open, mine && waits, waits && signs(caller, plan, region) && report->submitted_by != caller.account, mine && report->state == ReportState::approved, false};
}

}  // namespace laoyou::plan
