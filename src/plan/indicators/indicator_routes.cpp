#include <algorithm>

#include "base/check.h"
#include "plan/indicators/computed_values.h"
#include "plan/indicators/indicator_answers.h"
#include "plan/answers/route_parts.h"
#include "registry/collections.h"

namespace laoyou::plan {

using http::Context;

namespace {

/// The power that shows records of this kind.
powers::Power power_to_see(std::string_view record) {
  static const std::vector<collection::Collection> registers = registry::collections();
  const auto found = std::find_if(registers.begin(), registers.end(), [&](const collection::Collection& each) { return each.record == record; });
  CHECK(found != registers.end());
  return found->reads;
}

/// Ids only of records that the caller may see: in its scope, with the power for that register, and not narrowed to one owner's.
void hide_unseen(CountedRows& rows, const http::Caller& caller) {
  const bool sees_place = caller.scope.contains(rows.region) && !caller.owner;
  for (CountedPart& part : rows.parts)
    if (!sees_place || !caller.powers.has(power_to_see(part.record))) part.ids.clear();
}

}  // namespace

void add_indicator_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/summary", http::needs({powers::Power::plan_read}), {"方案概览", "A plan at a glance"},
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
  table.push_back(http::get("/api/plans/{plan}/indicators", http::needs({powers::Power::plan_read}), {"一个地区的指标", "Indicators of a region"},
                            [services](Context& context, const IndicatorListRequest& request) -> Result<http::Kept<IndicatorList>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const IndicatorListRequest asked{request.plan, *region, request.group};
                              return kept_answer<IndicatorList>(services, found->library, context.now().beijing_day(), key_of(asked), [&](store::Snapshot& reading) {
                                IndicatorList list = indicator_list(reading, *found->library, *found->plan, *region, request.group, context.now().beijing_day());
                                add_computed(list, *found->library, *found->plan, services.facts, context.now().beijing_day());
                                return Result<IndicatorList>(std::move(list));
                              }, services.facts.changed_at());
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}", http::needs({powers::Power::plan_read}), {"一个指标及其下级", "One indicator and its parts"},
                            [services](Context& context, const IndicatorRequest& request) -> Result<http::Kept<IndicatorDetail>> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              const IndicatorRequest asked{request.plan, request.indicator, *region};
                              return kept_answer<IndicatorDetail>(services, found->library, context.now().beijing_day(), key_of(asked), [&](store::Snapshot& reading) {
                                Result<IndicatorDetail> detail = indicator_detail(reading, *found->library, *found->plan, request.indicator, *region, context.now().beijing_day());
                                if (detail) add_computed(*detail, *found->library, *found->plan, services.facts, context.now().beijing_day());
                                return detail;
                              }, services.facts.changed_at());
                            }));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}/rows", http::needs({powers::Power::plan_read}), {"计算值所依据的登记", "The records behind a computed value"},
                            [services](Context& context, const CountedRowsRequest& request) -> Result<CountedRows> {
                              const Result<Found> found = find_plan(services, context, request.plan);
                              if (!found) return found.error();
                              const Result<RegionCode> region = region_for(*found, context, request.region);
                              if (!region) return region.error();
                              Result<CountedRows> rows = counted_rows(*found->library, *found->plan, services.facts, request.indicator, *region, request.period, context.now().beijing_day());
                              if (rows) hide_unseen(*rows, context.caller());
                              return rows;
                            }).heavy());
}

}  // namespace laoyou::plan
