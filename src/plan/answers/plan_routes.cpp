#include "plan/answers/route_parts.h"

namespace laoyou::plan {

using http::Context;
using powers::Power;

namespace {

/// Declares a GET of one plan whose answer is the same for every account.
template <class Answer>
http::Route plan_route(const Services& services, std::string path, http::Summary summary, Answer (*make)(const Found&, Date today)) {
  return http::get(std::move(path), http::needs({Power::plan_read}), std::move(summary), [services, make](Context& context, const PlanRequest& request) -> Result<http::Kept<Answer>> {
    const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
    if (!found) return found.error();
    const Date today = context.now().beijing_day();
    return kept_of_plan<Answer>(services, *found, today, request.plan, [&] { return make(*found, today); });
  }).at_door();
}

/// Declares a GET of one plan that shows what lies within the account's scope.
template <class Answer>
http::Route plan_route(const Services& services, std::string path, http::Summary summary, Answer (*make)(const Found&, RegionCode scope)) {
  return http::get(std::move(path), http::needs({Power::plan_read}), std::move(summary), [services, make](Context& context, const PlanRequest& request) -> Result<http::Kept<Answer>> {
    const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
    if (!found) return found.error();
    const RegionCode scope = context.caller().scope;
    return kept_of_plan<Answer>(services, *found, context.now().beijing_day(), key_of(request, scope), [&] { return make(*found, scope); });
  }).at_door();
}

}  // namespace

void add_plan_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans", http::needs({Power::plan_read}), {"与本辖区有关的方案", "Plans that concern one's region"}, [services](Context& context) -> Result<PlanList> {
    return list_plans(services, [&](const Plan& plan) { return concerns(plan, context.caller().scope); }, context.now().beijing_day());
  }));
  table.push_back(plan_route<PlanHead>(services, "/api/plans/{plan}", {"一个方案", "One plan"},
                                       [](const Found& found, Date today) { return head_answer(*found.library, *found.plan, today); }));
  table.push_back(plan_route<ClauseList>(services, "/api/plans/{plan}/clauses", {"条款及其落实", "Clauses and what carries them out"},
                                         [](const Found& found, RegionCode scope) { return ClauseList{clause_rows(*found.plan, scope)}; }));
  table.push_back(plan_route<FigureList>(services, "/api/plans/{plan}/figures", {"基础数据", "Background figures"},
                                         [](const Found& found, Date) { return FigureList{figure_rows(*found.library, *found.plan)}; }));
  table.push_back(plan_route<TaskList>(services, "/api/plans/{plan}/tasks", {"任务", "Tasks"},
                                       [](const Found& found, Date today) { return TaskList{task_rows(*found.plan, today), milestones_above_tasks(*found.plan)}; }));
  table.push_back(http::get("/api/plans/{plan}/projects", http::needs({Power::plan_read}), {"项目", "Projects"},
                            [services](Context& context, const PlanRegionRequest& request) -> Result<http::Kept<ProjectList>> {
                              const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
                              if (!found) return found.error();
                              const RegionCode scope = request.region.value_or(context.caller().scope);
                              return kept_of_plan<ProjectList>(services, *found, context.now().beijing_day(), key_of(request, scope),
                                                               [&] { return ProjectList{project_rows(*found->library, *found->plan, scope)}; });
                            }));
  table.push_back(plan_route<PolicyList>(services, "/api/plans/{plan}/policies", {"政策", "Policies"},
                                         [](const Found& found, Date) { return PolicyList{policy_rows(*found.plan)}; }));
  table.push_back(plan_route<StandardList>(services, "/api/plans/{plan}/standards", {"标准", "Standards"},
                                           [](const Found& found, Date) { return StandardList{standard_rows(*found.plan)}; }));
  table.push_back(plan_route<UnitList>(services, "/api/plans/{plan}/units", {"责任单位", "Units"},
                                       [](const Found& found, Date) { return UnitList{unit_rows(*found.plan)}; }));
  table.push_back(plan_route<DocumentList>(services, "/api/plans/{plan}/documents", {"文件依据", "Documents"},
                                           [](const Found& found, Date) { return DocumentList{document_rows(*found.plan)}; }));
  table.push_back(plan_route<BodyList>(services, "/api/plans/{plan}/bodies", {"组织机构", "Bodies"},
                                       [](const Found& found, Date) { return BodyList{body_rows(*found.plan)}; }));
  table.push_back(plan_route<PlaceServiceList>(services, "/api/plans/{plan}/services", {"服务功能", "What places offer"},
                                               [](const Found& found, Date) { return PlaceServiceList{service_rows(*found.plan)}; }));
  table.push_back(plan_route<SubsidyList>(services, "/api/plans/{plan}/subsidies", {"补贴", "Subsidies"},
                                          [](const Found& found, Date) { return SubsidyList{subsidy_rows(*found.plan)}; }));
  table.push_back(plan_route<InstrumentList>(services, "/api/plans/{plan}/instruments", {"评估量表", "Assessment scales"},
                                             [](const Found& found, Date) { return InstrumentList{instrument_rows(*found.plan)}; }));
  table.push_back(http::get("/api/plans/{plan}/instruments/{instrument}", http::needs({Power::plan_read}), {"一个评估量表", "One assessment scale"},
                            [services](Context& context, const InstrumentRequest& request) -> Result<Instrument> {
                              const Result<Found> found = find_plan(services, store::acting_of(context), request.plan);
                              if (!found) return found.error();
                              for (const auto& row : found->plan->content.instruments)
                                if (row.value.instrument == request.instrument) return row.value;
                              return refuse("instruments.not_found", {request.instrument});
                            }));
  table.push_back(http::post("/api/plans/reload", http::needs({Power::plans_reload}), {"重新载入方案", "Load the plan folders anew"},
                             [services](Context& context) -> CheckedResult<PlanReloaded> {
                               // All plans of the server are reloaded, so a city's administrator may not.
                               if (context.caller().scope.level() != RegionLevel::country) return Refusals{refuse("plan.reload_not_allowed")};
                               if (const auto loaded = services.plans.reload(); !loaded) return loaded.error();
                               services.events.publish({"plans_changed", "{}", std::nullopt});
                               return PlanReloaded{static_cast<std::int32_t>(services.plans.current()->plans.size())};
                             })
                      .heavy()
                      .refuses(403, "plan.reload_not_allowed"));
}

}  // namespace laoyou::plan
