#include "plan/answers/route_parts.h"

namespace laoyou::plan {

bool concerns(const Plan& plan, RegionCode scope) {
  const RegionCode region = plan.content.head.value.region;
  return region.contains(scope) || scope.contains(region);
}

Result<Found> find_published(const Services& services, std::string_view key) {
  auto library = services.plans.current();
  auto plan = library->find(key);
  if (!plan) return refuse("plan.not_found", {std::string(key)});
  return Found{std::move(library), std::move(plan)};
}

Result<Found> find_plan(const Services& services, const store::Acting& acting, std::string_view key) {
  Result<Found> found = find_published(services, key);
  if (found && !concerns(*found->plan, acting.scope.region())) return refuse("plan.not_found", {std::string(key)});
  return found;
}

PlanList list_plans(const Services& services, const std::function<bool(const Plan&)>& wanted, Date today) {
  PlanList list;
  const auto library = services.plans.current();
  for (const auto& [key, plan] : library->plans)
    if (wanted(*plan)) list.rows.push_back(head_answer(*library, *plan, today));
  return list;
}

Result<RegionCode> region_for(const Found& found, const store::Acting& acting, const std::optional<RegionCode>& asked) {
  const RegionCode whole = found.plan->content.head.value.region;
  const RegionCode scope = acting.scope.region();
  const RegionCode region = asked.value_or(scope.contains(whole) ? whole : scope);
  if (!found.library->regions.find(region)) return refuse("regions.not_found", {region.text()});
  if (!whole.contains(region)) return refuse("plan.region_outside", {region.text(), whole.text()});
  return region;
}

}  // namespace laoyou::plan
