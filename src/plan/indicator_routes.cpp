#include "plan/indicator_answers.h"
#include "plan/route_parts.h"

namespace laoyou::plan {

using http::Context;

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

}  // namespace laoyou::plan
