#include <algorithm>

#include "plan/indicators/period_form.h"
#include "plan/signing/report_rights.h"
#include "plan/reports/reports.h"

namespace laoyou::plan {
namespace {

store::Filter of_period(std::string_view plan, const Period& period) { return store::Filter().equals("plan", plan).equals("period", period); }

std::vector<DraftEntry> entries(const std::vector<DraftValue>& values) {
  std::vector<DraftEntry> all;
  for (const DraftValue& value : values) all.push_back({value.indicator, value.value, value.source, value.counted_on});
  return all;
}

std::int32_t owed_by(const Plan& plan, RegionLevel level) {
  return static_cast<std::int32_t>(std::count_if(plan.content.indicators.begin(), plan.content.indicators.end(), [&](const auto& row) { return owes(row.value, level); }));
}

std::map<RegionCode, std::int32_t> signed_values(const ReadingsView& readings, const Plan& plan, RegionCode region, const std::vector<RegionCode>& places, const Period& period) {
  std::map<RegionCode, std::int32_t> counts;
  const ChosenReadings chosen = readings.choose(region, {plan.content.head.value.plan, std::nullopt, places});
  for (const RegionCode place : places)
    for (const auto& row : plan.content.indicators) {
      if (!owes(row.value, place.level())) continue;
      const ReadingSeries& series = chosen.of(place, row.value.key);
      counts[place] += std::any_of(series.begin(), series.end(), [&](const ReportedValue& value) { return value.period == period; });
    }
  return counts;
}

/// What the level above sees: a draft is the place's own affair.
void show(ReportRow& row, const PeriodReport& report) {
  if (report.state == ReportState::draft) return;
  row.state = report.state;
  row.submitter = report.submitter;
  row.submitted_at = report.submitted_at;
  row.decided_at = report.decided_at;
  row.remark = report.remark;
}

bool was_sent(const std::optional<ReportState>& state) {
  return state == ReportState::submitted || state == ReportState::approved || state == ReportState::correcting;
}

}  // namespace

std::vector<DraftValue> draft_values(const store::Snapshot& reading, const PeriodReport& report) {
  return reading.select<DraftValue>(store::Scope::of_account(report.region), store::Filter().equals("report", report.id).order_by("indicator"));
}

std::optional<Date> report_due(const Plan& plan, const Period& period) {
  if (!plan.report_within_days) return std::nullopt;
  return period.last_day().plus_days(*plan.report_within_days);
}

bool is_late(const std::optional<Date>& due, const PeriodReport* report, Date today) {
  if (!due) return false;
  if (report != nullptr && report->submitted_at) return report->submitted_at->beijing_day() > *due;
  return today > *due;
}

Result<ReportAnswer> report_answer(const Services& services, const store::Acting& acting, const ReportRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
    ReportAnswer answer{*region, found->library->regions.name(*region), request.period, {}, 0, {}, {}, {}, {}, {}, {}, {}, report_due(*found->plan, request.period), false, {}};
  return services.store.read([&](store::Snapshot& reading) -> Result<ReportAnswer> {
    const auto report = find_report(reading, request.plan, *region, request.period);
    const PeriodReport* shown = report ? &*report : nullptr;
    answer.may = steps(acting, *found->plan, *region, shown);
    answer.may.at_once = acting.powers.has(powers::Power::values_report) && may_report_at_once(reading, *found->plan, acting, *region, request.period).has_value();
    answer.late = is_late(answer.due, shown, acting.at.beijing_day());
    if (shown == nullptr || (shown->state == ReportState::draft && !sees(acting, *shown))) return answer;
    answer.state = shown->state;
    answer.version = shown->version;
    answer.submitter = shown->submitter;
    answer.submitted_at = shown->submitted_at;
    answer.decider = shown->decider;
    answer.decided_at = shown->decided_at;
    answer.remark = shown->remark;
    answer.reason = shown->reason;
    if (sees(acting, *shown)) answer.values = entries(draft_values(reading, *shown));
    return answer;
  });
}

ReportList reports_of(const store::Snapshot& reading, const ReadingsView& readings, const Library& library, const Plan& plan, RegionCode region, const Period& period, Date today) {
  ReportList list{region, library.regions.name(region), period, report_due(plan, period), 0, 0, 0, {}};
  std::vector<RegionCode> places;
  for (const regions::Region& part : library.regions.children(region))
    if (owed_by(plan, part.code.level()) > 0) places.push_back(part.code);
  if (places.empty()) return list;
  const auto counts = signed_values(readings, plan, region, places, period);
  store::Filter filter = of_period(plan.content.head.value.plan, period);
  filter.one_of("region", places);
  std::map<RegionCode, PeriodReport> reports;
  reading.each<PeriodReport>(store::Scope::of_account(region), filter, [&](PeriodReport report) { reports.emplace(report.region, std::move(report)); });
  for (const RegionCode place : places) {
    ReportRow row;
    row.region = place;
    row.region_name = library.regions.name(place);
    row.owed = owed_by(plan, place.level());
    if (const auto count = counts.find(place); count != counts.end()) row.signed_values = count->second;
    const auto report = reports.find(place);
    if (report != reports.end()) show(row, report->second);
    row.late = is_late(list.due, report == reports.end() ? nullptr : &report->second, today);
    ++list.owing;
    list.sent += was_sent(row.state);
    list.approved += row.state == ReportState::approved;
    list.rows.push_back(std::move(row));
  }
  return list;
}

Result<ReportList> report_list(const Services& services, const store::Acting& acting, const ReportRequest& request) {
  const Result<Found> found = find_plan(services, acting, request.plan);
  if (!found) return found.error();
  const Result<RegionCode> region = region_for(*found, acting, request.region);
  if (!region) return region.error();
  return services.store.read([&](store::Snapshot& reading) -> Result<ReportList> {
    ReportList list = reports_of(reading, ReadingsView(reading, services.kept->readings(reading)), *found->library, *found->plan, *region, request.period, acting.at.beijing_day());
    for (ReportRow& row : list.rows) row.may_decide = row.state == ReportState::submitted && signs(acting, *found->plan, row.region);
    return list;
  });
}

}  // namespace laoyou::plan
