#include "http/declare_route.h"
#include "plan/indicator_answers.h"
#include "plan/readings.h"
#include "plan/region_answers.h"

namespace laoyou::plan {
namespace {

using http::Context;
using http::Role;

/// What every handler of a plan needs: the library it was found in and the plan itself.
struct Found {
  std::shared_ptr<const Library> library;
  std::shared_ptr<const Plan> plan;
};

/// A plan concerns an account when one of their regions lies within the other.
bool concerns(const Plan& plan, RegionCode scope) {
  const RegionCode region = plan.content.head.value.region;
  return region.contains(scope) || scope.contains(region);
}

/// A published plan, whoever asks.
Result<Found> find_published(const Services& services, std::string_view key) {
  auto library = services.plans.current();
  auto plan = library->find(key);
  if (!plan) return refuse("plan.not_found", {std::string(key)});
  return Found{std::move(library), std::move(plan)};
}

/// A plan that concerns the caller; another city's is answered as if it were not there.
Result<Found> find_plan(const Services& services, const Context& context, std::string_view key) {
  Result<Found> found = find_published(services, key);
  if (found && !concerns(*found->plan, context.caller().scope)) return refuse("plan.not_found", {std::string(key)});
  return found;
}

PlanList list_plans(const Services& services, const std::function<bool(const Plan&)>& wanted) {
  PlanList list;
  const auto library = services.plans.current();
  for (const auto& [key, plan] : library->plans)
    if (wanted(*plan)) list.rows.push_back(head_answer(*library, *plan));
  return list;
}

/// The region a screen asks for: the one named, else the plan's own as far as the caller's scope reaches.
Result<RegionCode> region_for(const Found& found, const Context& context, const std::optional<RegionCode>& asked) {
  const RegionCode whole = found.plan->content.head.value.region;
  const RegionCode scope = context.caller().scope;
  const RegionCode region = asked.value_or(scope.contains(whole) ? whole : scope);
  if (!whole.contains(region)) return refuse("plan.region_outside", {region.text(), whole.text()});
  return region;
}

/// Declares a GET of one plan whose answer is made from the plan alone.
template <class Answer>
http::Route plan_route(const Services& services, std::string path, http::Summary summary, Answer (*make)(const Found&, Context&)) {
  return http::get(std::move(path), http::signed_in(), std::move(summary), [services, make](Context& context, const PlanRequest& request) -> Result<Answer> {
    const Result<Found> found = find_plan(services, context, request.plan);
    if (!found) return found.error();
    return make(*found, context);
  });
}

void add_plan_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans", http::signed_in(), {"与本辖区有关的方案", "Plans that concern one's region"}, [services](Context& context) -> Result<PlanList> {
    return list_plans(services, [&](const Plan& plan) { return concerns(plan, context.caller().scope); });
  }));
  table.push_back(plan_route<PlanHead>(services, "/api/plans/{plan}", {"一个方案", "One plan"},
                                       [](const Found& found, Context&) { return head_answer(*found.library, *found.plan); }));
  table.push_back(plan_route<ClauseList>(services, "/api/plans/{plan}/clauses", {"条款及其落实", "Clauses and what carries them out"},
                                         [](const Found& found, Context& context) { return ClauseList{clause_rows(*found.plan, context.caller().scope)}; }));
  table.push_back(plan_route<FigureList>(services, "/api/plans/{plan}/figures", {"基础数据", "Background figures"},
                                         [](const Found& found, Context&) { return FigureList{figure_rows(*found.library, *found.plan)}; }));
  table.push_back(plan_route<TaskList>(services, "/api/plans/{plan}/tasks", {"任务", "Tasks"},
                                       [](const Found& found, Context& context) { return TaskList{task_rows(*found.plan, context.now().beijing_day())}; }));
  table.push_back(plan_route<ProjectList>(services, "/api/plans/{plan}/projects", {"项目", "Projects"}, [](const Found& found, Context& context) {
    return ProjectList{project_rows(*found.library, *found.plan, context.caller().scope)};
  }));
  table.push_back(plan_route<PolicyList>(services, "/api/plans/{plan}/policies", {"政策", "Policies"},
                                         [](const Found& found, Context&) { return PolicyList{policy_rows(*found.plan)}; }));
  table.push_back(plan_route<StandardList>(services, "/api/plans/{plan}/standards", {"标准", "Standards"},
                                           [](const Found& found, Context&) { return StandardList{standard_rows(*found.plan)}; }));
  table.push_back(plan_route<UnitList>(services, "/api/plans/{plan}/units", {"责任单位", "Units"},
                                       [](const Found& found, Context&) { return UnitList{unit_rows(*found.plan)}; }));
  table.push_back(plan_route<InstrumentList>(services, "/api/plans/{plan}/instruments", {"评估量表", "Assessment scales"},
                                             [](const Found& found, Context&) { return InstrumentList{instrument_rows(*found.plan)}; }));
  table.push_back(http::get("/api/plans/{plan}/instruments/{instrument}", http::signed_in(), {"一个评估量表", "One assessment scale"},
                            [services](Context& context, const InstrumentRequest& request) -> Result<Instrument> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              for (const auto& row : found->plan->content.instruments)
                                if (row.value.instrument == request.instrument) return row.value;
                              return refuse("instruments.not_found", {request.instrument});
                            }));
  table.push_back(http::post("/api/plans/reload", http::roles({Role::administrator}), {"重新载入方案", "Load the plan folders anew"},
                             [services](Context&) -> CheckedResult<PlanReloaded> {
                               if (const auto loaded = services.plans.reload(); !loaded) return loaded.error();
                               services.events.publish({"plans_changed", "{}", std::nullopt});
                               return PlanReloaded{static_cast<std::int32_t>(services.plans.current()->plans.size())};
                             })
                      .heavy());
}

void add_indicator_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/summary", http::signed_in(), {"方案概览", "A plan at a glance"},
                            [services](Context& context, const PlanRegionRequest& request) -> Result<PlanSummary> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              return plan_summary(services, *found->library, *found->plan, *region, context.caller().scope, context.now().beijing_day());
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators", http::signed_in(), {"一个地区的指标", "Indicators of a region"},
                            [services](Context& context, const IndicatorListRequest& request) -> Result<IndicatorList> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              return indicator_list(services, *found->library, *found->plan, *region, request.group);
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}", http::signed_in(), {"一个指标及其下级", "One indicator and its parts"},
                            [services](Context& context, const IndicatorRequest& request) -> Result<IndicatorDetail> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              return indicator_detail(services, *found->library, *found->plan, request.indicator, *region);
                            }));
}

void add_reading_routes(const Services& services, http::RouteTable& table) {
  const http::Access reporters = http::roles({Role::administrator, Role::official, Role::reporter});
  constexpr std::size_t k_sheet_bytes_max = 32u << 20;
  const std::vector<std::string> sheet_types{"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"};
  table.push_back(http::get("/api/readings", http::signed_in(), {"填报记录", "Reported values"},
                            [services](Context& context, const ListReadingsRequest& request) { return list_readings(services, context, request); }));
  table.push_back(http::post("/api/readings", reporters, {"填报", "Report a value"},
                             [services](Context& context, const ReportReadingRequest& request) { return report_reading(services, context, request); })
                      .heavy()
                      .refuses(409, "readings.already_reported"));
  table.push_back(http::put("/api/readings/{id}", reporters, {"改正填报值", "Correct a reported value"},
                            [services](Context& context, const CorrectReadingRequest& request) { return correct_reading(services, context, request); })
                      .heavy());
  table.push_back(http::remove("/api/readings/{id}", reporters, {"删除填报值", "Remove a reported value"},
                               [services](Context& context, const ReadingIdRequest& request) { return remove_reading(services, context, request); })
                      .heavy());
  table.push_back(http::get("/api/readings/template", http::signed_in(), {"填报模板", "The sheet to fill in"},
                            [](Context&, const ReadingTemplateRequest& request) { return reading_template(request); }));
  table.push_back(http::get("/api/readings/export", http::signed_in(), {"导出填报值", "Reported values as a sheet"},
                            [services](Context& context, const ExportReadingsRequest& request) { return export_readings(services, context, request); })
                      .heavy());
  table.push_back(http::post("/api/readings/import", reporters, {"导入填报表", "Import a filled-in sheet"},
                             [services](Context& context, const ImportReadingsRequest& request) { return import_readings(services, context, request); })
                      .takes_file(sheet_types, k_sheet_bytes_max)
                      .heavy());
}

void add_region_routes(const Services& services, http::RouteTable& table) {
  const http::Access reference = http::signed_in().unscoped();
  table.push_back(http::get("/api/regions/search", reference, {"按名称或代码找地区", "Find regions by name or code"},
                            [services](Context&, const RegionSearchRequest& request) -> Result<RegionRows> { return region_search(*services.plans.current(), request); }));
  table.push_back(http::get("/api/regions/{region}", reference, {"一个地区", "One region"},
                            [services](Context&, const RegionRequest& request) { return region_answer(*services.plans.current(), request.region); }));
  table.push_back(http::get("/api/regions/{region}/children", reference, {"下级地区", "The parts of a region"},
                            [services](Context&, const RegionRequest& request) { return region_children(*services.plans.current(), request.region); }));
  table.push_back(http::get("/api/regions/{region}/cartogram", reference, {"示意图方块", "Tiles of the schematic map"},
                            [services](Context&, const CartogramRequest& request) -> Result<Cartogram> {
                              const auto library = services.plans.current();
                              const auto plan = request.plan ? library->find(*request.plan) : nullptr;
                              return cartogram(*library, request.region, plan.get());
                            }));
}

void add_public_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/public/plans", http::open_to_all(), {"公开的方案", "Published plans"}, [services](Context&) -> Result<PlanList> {
    return list_plans(services, [](const Plan&) { return true; });
  }));
  table.push_back(http::get("/api/public/plans/{plan}", http::open_to_all(), {"一个公开的方案", "One published plan"},
                            [services](Context& context, const PlanRequest& request) -> Result<PublicPlan> {
                              const Result<Found> found = find_published(services, request.plan);
                              if (!found) return found.error();
                              return public_answer(*found->library, *found->plan, context.now().beijing_day());
                            }));
  table.push_back(http::get("/api/events", http::signed_in(), {"变化通知", "What has changed, as it changes"}, [services](Context& context) -> Result<http::EventStream> {
    return http::EventStream{services.events.subscribe(context.caller().scope)};
  }));
}

}  // namespace

std::vector<store::TableDefinition> tables() {
  return {store::table<IndicatorReading>({store::unique({"plan", "indicator", "region", "period"}), store::indexed({"plan", "region"}), store::indexed({"region"})})};
}

http::RouteTable routes(Services services) {
  http::RouteTable table;
  add_plan_routes(services, table);
  add_indicator_routes(services, table);
  add_reading_routes(services, table);
  add_region_routes(services, table);
  add_public_routes(services, table);
  return table;
}

}  // namespace laoyou::plan
