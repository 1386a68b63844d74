#include <algorithm>

#include "jobs/work.h"
#include "plan/answers/route_parts.h"
#include "plan/indicators/kept_computed.h"
#include "record/json_write.h"

namespace laoyou::plan {

/// As for the indicator itself; with a past day what was kept by then, and what the rule gives for that very day.
struct ComputedTrendRequest {
  std::string plan;
  std::string indicator;
  std::optional<RegionCode> region;
  std::optional<Date> as_of;
};
LAOYOU_RECORD(ComputedTrendRequest, "computed_trend_request", plan, indicator, region, as_of)

struct ComputedPoint {
  Date day;
  Period period;
  Decimal value;
  std::int64_t journal_sequence = 0;
  std::string record;
  std::int64_t counted = 0, undecided = 0;
  bool synthetic = false;
  std::string rule_version;
  bool rule_changed = false;  ///< another rule, or another figure of it, than at the point before
};
LAOYOU_RECORD(ComputedPoint, "computed_point", day, period, value, journal_sequence, record, counted, undecided, synthetic, rule_version, rule_changed)

struct ComputedTrend {
  RegionCode region;
  std::string region_name;
  std::vector<ComputedPoint> points;  ///< by day
  std::optional<ComputedPoint> on_day;  ///< of the past day that was asked for
};
LAOYOU_RECORD(ComputedTrend, "computed_trend", region, region_name, points, on_day)

namespace {

constexpr std::string_view k_kind = "plan.keep_computed";

ComputedPoint point_of(const KeptComputed& kept) {
  return {kept.day, kept.period, kept.value, kept.journal_sequence, kept.record, kept.counted, kept.undecided, kept.synthetic, kept.rule_version, false};
}

Result<ComputedTrend> trend(const Services& services, const store::Acting& acting, const ComputedTrendRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  if (found->plan->find_indicator(request.indicator) == nullptr) return refuse("indicators.not_found", {request.indicator});
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  const Date today = acting.at.beijing_day();
  if (request.as_of && *request.as_of > today) return at("/as_of", refuse("plan.day_to_come", {request.as_of->text()}));
  ComputedTrend answer{*region, found->library->regions.name(*region), {}, std::nullopt};
  services.store.read([&](store::Snapshot& snapshot) {
    const auto filter = store::Filter().equals("plan", request.plan).equals("indicator", request.indicator).equals("region", *region).order_by("day");
    // A plan's values are as open as its reported ones: whoever may read the plan reads them, of whatever place.
    for (const KeptComputed& kept : snapshot.select<KeptComputed>(store::Scope::country(), filter))
      if (!request.as_of || kept.day <= *request.as_of) answer.points.push_back(point_of(kept));
    if (request.as_of && *request.as_of < today)
      if (const auto then = computed_on(snapshot, {*found->library, *found->plan, *region}, request.indicator, *request.as_of)) answer.on_day = point_of(*then);
    return 0;
  });
  for (std::size_t i = 1; i < answer.points.size(); ++i) answer.points[i].rule_changed = answer.points[i].rule_version != answer.points[i - 1].rule_version;
  return answer;
}

}  // namespace

jobs::JobKind kept_computed_kind(store::Store& store, const RunningPlans& plans, const Clock& clock) {
  return {std::string(k_kind), [](const jobs::Job&) { return http::Summary{"留存计算值", "Keep computed values"}; }, [](const jobs::Job&) { return std::string(); },
          [&store, &plans, &clock](jobs::JobWork& work) -> CheckedResult<void> {
            work.phase("counting");
            work.outcome(record::to_json(keep_computed(store, *plans.current(), work.acting(), clock.now().beijing_day())));
            return {};
          }};
}

void add_kept_computed_routes(const Services& services, http::RouteTable& table) {
  table.push_back(http::get("/api/plans/{plan}/indicators/{indicator}/computed", http::needs({powers::Power::plan_read}), {"按登记计算的值历月走势", "Computed values, month by month"}, store::acted<http::Context>(services, trend)).heavy());
}

}  // namespace laoyou::plan
