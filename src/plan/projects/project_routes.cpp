#include "plan/answers/route_parts.h"
#include "plan/projects/project_progress.h"

namespace laoyou::plan {

void add_project_routes(const Services& services, http::RouteTable& table) {
  using http::Context;
  table.push_back(http::get("/api/plans/{plan}/projects/progress", http::needs({powers::Power::projects_read}), {"项目进展", "How the projects go on"},
                            [services](Context& context, const PlanRegionRequest& request) -> Result<ProjectProgressList> {
                              const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
                              if (!found) return found.error();
                              const RegionCode scope = request.region.value_or(context.caller().scope);
                              const store::Scope seen = store::Scope::of_account(scope).owned_by(context.caller().owner);
                              const auto [works, steps] = services.store.read([&](store::Snapshot& reading) { return std::pair(reading.select<registry::Construction>(seen), reading.select<registry::ConstructionStep>(seen)); });
                              return project_progress(*found->plan, scope, works, steps, context.now().beijing_day());
                            }));
}

}  // namespace laoyou::plan
