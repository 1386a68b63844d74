#include "whatif/asked.h"

#include <algorithm>

namespace laoyou::whatif {

Result<Asked> asked_of(const Services& services, const store::Acting& acting, const std::string& plan, const std::optional<RegionCode>& region, const std::optional<Period>& period) {
  Asked asked;
  asked.library = services.plans.current();
  asked.plan = asked.library->find(plan);
  const RegionCode scope = acting.scope.region();
  if (!asked.plan) return refuse("plan.not_found", {plan});
  const RegionCode own = asked.plan->content.head.value.region;
  if (!own.contains(scope) && !scope.contains(own)) return refuse("plan.not_found", {plan});
  if (!asked.plan->book) return refuse("whatif.no_rules");
  if (region && !own.contains(*region)) return refuse("plan.region_outside", {region->text(), asked.plan->content.head.value.title});
  asked.region = region.value_or(own.contains(scope) ? scope : own);
  const Date today = acting.at.beijing_day();
  asked.period = period.value_or(Period::year(asked.plan->runs_to ? std::min(today.year(), asked.plan->runs_to->year()) : today.year()));
  return asked;
}

}  // namespace laoyou::whatif
