#include "benefits/asked.h"

#include <algorithm>

#include "plan/stack/running_procedures.h"

namespace laoyou::benefits {

Result<Asked> asked_of_all(const Services& services, const std::string& plan, Date today) {
  Asked asked;
  asked.library = services.plans.current();
  asked.plan = asked.library->find(plan);
  if (!asked.plan) return refuse("plan.not_found", {plan});
  if (!asked.plan->book) return refuse("benefits.no_rules");
  asked.region = asked.plan->content.head.value.region;
  // Benefits are asked for now, whatever the years that the plan itself runs.
  asked.period = Period::month(today.year(), today.month());
  return asked;
}

Result<Asked> asked_of_caller(const Services& services, const http::Context& context, const std::string& plan, const std::optional<RegionCode>& region) {
  Result<Asked> asked = asked_of_all(services, plan, context.now().beijing_day());
  if (!asked) return asked;
  const RegionCode scope = context.caller().scope, own = asked->region;
  if (!own.contains(scope) && !scope.contains(own)) return refuse("plan.not_found", {plan});
  if (region && !own.contains(*region)) return refuse("plan.region_outside", {region->text(), asked->plan->content.head.value.title});
  asked->region = region.value_or(own.contains(scope) ? scope : own);
  return asked;
}

FindProcedure procedures_of(const Asked& asked) {
  const auto all = plan::procedures_for(asked.library, asked.plan->content.head.value.region, asked.period.last_day());
  return [all](const std::string& key) -> const procedures::Procedure* {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each->key == key; });
    return found == all.end() ? nullptr : found->get();
  };
}

}  // namespace laoyou::benefits
