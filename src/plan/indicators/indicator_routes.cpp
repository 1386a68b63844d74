#include <algorithm>

#include "base/check.h"
#include "plan/indicators/asked_day.h"
#include "plan/indicators/computed_values.h"
#include "plan/indicators/indicator_answers.h"
#include "plan/answers/route_parts.h"
#include "registry/collections.h"

namespace laoyou::plan {


namespace {

/// The power that shows records of this kind.
powers::Power power_to_see(std::string_view record) {
  static const std::vector<collection::Collection> registers = registry::collections();
  const auto found = std::find_if(registers.begin(), registers.end(), [&](const collection::Collection& each) { return each.record == record; });
  CHECK(found != registers.end());
  return found->reads;
}

/// Ids only of records that who acts may see: in its scope, with the power for that register, and not narrowed to one owner's.
void hide_unseen(CountedRows& rows, const store::Acting& acting) {
  const bool sees_place = acting.scope.contains(rows.region) && !acting.scope.owner();
  for (CountedPart& part : rows.parts)
    if (!sees_place || !acting.powers.has(power_to_see(part.record))) part.ids.clear();
}

/// What every handler here begins with: the plan, the region, the day.
struct Asked {
  Found found;
  RegionCode region;
  AskedDay day;
  Date today;
};

template <class Request>
Result<Asked> asked(const Services& services, const store::Acting& acting, const Request& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  const Result<AskedDay> day = asked_day(acting, request.as_of);
  if (!day) return day.error();
  return Asked{*found, *region, *day, acting.at.beijing_day()};
}

Result<http::Kept<PlanSummary>> summary(const Services& services, const store::Acting& acting, const SummaryRequest& request) {
  const Result<Asked> of = asked(services, acting, request);
  if (!of) return of.error();
  const RegionCode scope = acting.scope.region();
  const std::string key = key_of(SummaryRequest{request.plan, of->region, request.as_of}, scope);
  return kept_answer<PlanSummary>(services, of->found.library, of->today, key, [&](store::Snapshot& reading) {
    return of->day.view(*services.kept, reading, of->region, [&](const ReadingsView& view) {
      return Result<PlanSummary>(plan_summary(view, *of->found.library, *of->found.plan, of->region, scope, of->day.day));
    });
  });
}

// The registers are kept as they are, so that what rules compute from them is told of today alone.

Result<http::Kept<IndicatorList>> indicators(const Services& services, const store::Acting& acting, const IndicatorListRequest& request) {
  const Result<Asked> of = asked(services, acting, request);
  if (!of) return of.error();
  const std::string key = key_of(IndicatorListRequest{request.plan, of->region, request.group, request.as_of});
  const auto make = [&](store::Snapshot& reading) {
    return of->day.view(*services.kept, reading, of->region, [&](const ReadingsView& view) {
      IndicatorList list = indicator_list(view, *of->found.library, *of->found.plan, of->region, request.group, of->day.day);
      if (!of->day.past) add_computed(list, *of->found.library, *of->found.plan, services.facts, of->today);
      return Result<IndicatorList>(std::move(list));
    });
  };
  return kept_answer<IndicatorList>(services, of->found.library, of->today, key, make, of->day.past ? 0 : registers_as_of(services, *of->found.plan));
}

Result<http::Kept<IndicatorDetail>> indicator(const Services& services, const store::Acting& acting, const IndicatorRequest& request) {
  const Result<Asked> of = asked(services, acting, request);
  if (!of) return of.error();
  const std::string key = key_of(IndicatorRequest{request.plan, request.indicator, of->region, request.as_of});
  const auto make = [&](store::Snapshot& reading) {
    return of->day.view(*services.kept, reading, of->region, [&](const ReadingsView& view) {
      Result<IndicatorDetail> detail = indicator_detail(view, *of->found.library, *of->found.plan, request.indicator, of->region, of->day.day);
      if (detail && !of->day.past) add_computed(*detail, *of->found.library, *of->found.plan, services.facts, of->today);
      return detail;
    });
  };
  return kept_answer<IndicatorDetail>(services, of->found.library, of->today, key, make, of->day.past ? 0 : registers_as_of(services, *of->found.plan));
}

Result<CountedRows> rows_behind(const Services& services, const store::Acting& acting, const CountedRowsRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  Result<CountedRows> rows = counted_rows(*found->library, *found->plan, services.facts, request.indicator, *region, request.period, acting.at.beijing_day());
  if (rows) hide_unseen(*rows, acting);
  return rows;
}

}  // namespace

void add_indicator_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/summary", http::needs({powers::Power::plan_read}), {"方案概览", "A plan at a glance"}, store::acted<http::Context>(services, summary)));
  table.push_back(http::get("/api/plans/{plan}/indicators", http::needs({powers::Power::plan_read}), {"一个地区的指标", "Indicators of a region"}, store::acted<http::Context>(services, indicators)));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}", http::needs({powers::Power::plan_read}), {"一个指标及其下级", "One indicator and its parts"}, store::acted<http::Context>(services, indicator)));
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}/rows", http::needs({powers::Power::plan_read}), {"计算值所依据的登记", "The records behind a computed value"}, store::acted<http::Context>(services, rows_behind)).heavy());
}

}  // namespace laoyou::plan
