#include "plan/signing/signed_way.h"

namespace laoyou::plan {

std::optional<PeriodReport> find_report(const store::Snapshot& reading, std::string_view plan, RegionCode region, const Period& period) {
  const store::Filter filter = store::Filter().equals("plan", plan).equals("period", period).equals("region", region);
  return reading.first<PeriodReport>(store::Scope::of_account(region), filter);
}

Result<void> may_report_at_once(const store::Snapshot& reading, const Plan& plan, const store::Acting& acting, RegionCode region, const Period& period) {
  if (signs(acting, plan, region)) return {};
  if (!plan.signed_reports && !find_report(reading, plan.content.head.value.plan, region, period)) return {};
  return at("/period", refuse("reports.through_report", {period.text()}));
}

}  // namespace laoyou::plan
