#include "plan/signing/report_rights.h"

namespace laoyou::plan {

using powers::Power;

bool fills(const store::Acting& acting, RegionCode region) { return !acting.scope.owner() && acting.powers.has(Power::values_report) && acting.scope.region() == region; }

bool signs(const store::Acting& acting, const Plan& plan, RegionCode region) {
  if (acting.scope.owner() || !acting.powers.has(Power::values_sign) || !acting.scope.region().contains(region)) return false;
  return acting.scope.region() != region || region == plan.content.head.value.region;
}

bool sees(const store::Acting& acting, const PeriodReport& report) {
  if (acting.scope.region() == report.region) return !acting.scope.owner();
  return !acting.scope.owner() && acting.scope.region().contains(report.region) && report.state == ReportState::submitted;
}

ReportSteps steps(const store::Acting& acting, const Plan& plan, RegionCode region, const PeriodReport* report) {
  const bool mine = fills(acting, region);
  if (report == nullptr) return {mine, false, false, false, false, false};
  const bool open = report->state != ReportState::submitted && report->state != ReportState::approved;
  const bool waits = report->state == ReportState::submitted;
  return {mine && open, mine && open, mine && waits, waits && signs(acting, plan, region) && report->submitted_by != acting.actor.account, mine && report->state == ReportState::approved, false};
}

}  // namespace laoyou::plan
