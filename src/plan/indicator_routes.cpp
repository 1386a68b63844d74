#include "plan/indicator_answers.h"
#include "plan/route_parts.h"

namespace laoyou::plan {

using http::Context;

void add_indicator_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/summary", http::signed_in(), {"方案概览", "A plan at a glance"},
                            [services](Context& context, const PlanRegionRequest& request) -> Result<http::Kept<PlanSummary>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const RegionCode scope = context.caller().scope;
                              const Date today = context.now().beijing_day();
                              return kept_answer<PlanSummary>(services, found->library, today, key_of(PlanRegionRequest{request.plan, *region}, scope), [&](store::Snapshot& reading) {
                                return Result<PlanSummary>(plan_summary(reading, *found->library, *found->plan, *region, scope, today));
                              });
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators", http::signed_in(), {"一个地区的指标", "Indicators of a region"},
                            [services](Context& context, const IndicatorListRequest& request) -> Result<http::Kept<IndicatorList>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const IndicatorListRequest asked{request.plan, *region, request.group};
                              return kept_answer<IndicatorList>(services, found->library, context.now().beijing_day(), key_of(asked), [&](store::Snapshot& reading) {
                                return Result<IndicatorList>(indicator_list(reading, *found->library, *found->plan, *region, request.group, context.now().beijing_day()));
                              });
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}", http::signed_in(), {"一个指标及其下级", "One indicator and its parts"},
                            [services](Context& context, const IndicatorRequest& request) -> Result<http::Kept<IndicatorDetail>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const IndicatorRequest asked{request.plan, request.indicator, *region};
                              return kept_answer<IndicatorDetail>(services, found->library, context.now().beijing_day(), key_of(asked), [&](store::Snapshot& reading) {
                                return indicator_detail(reading, *found->library, *found->plan, request.indicator, *region, context.now().beijing_day());
                              });
                            }));
}

}  // namespace laoyou::plan
