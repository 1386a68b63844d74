#include "base/shown_text.h"
#include "plan/indicators/reading_check.h"
#include "plan/indicators/readings.h"
#include "plan/indicators/value_notices.h"
#include "plan/signing/signed_way.h"

namespace laoyou::plan {
namespace {

/// What was known of the value's place and indicator before its period.
std::optional<Actual> last_of(store::Snapshot& store_reading, const Plan& plan, const Row<Indicator>& row, const ReportedValue& reading, Date today) {
  const store::Filter filter = store::Filter().equals("plan", reading.plan).equals("indicator", reading.indicator).equals("region", reading.region);
  const auto readings = store_reading.select<ReportedValue>(store::Scope::of_account(reading.region), filter);
  return last_before(value_series(row, plan.written_for(row.layer, reading.region), readings, today), reading.period);
}

/// Asks back a change that nobody has confirmed.
Result<void> ask_unless_confirmed(store::Snapshot& store_reading, const Plan& plan, const ReportedValue& reading, bool confirmed, Date today) {
  if (confirmed) return {};
  const Row<Indicator>& row = *plan.find_indicator(reading.indicator);
  return ask_about_change(plan, row.value, reading, last_of(store_reading, plan, row, reading, today));
}

}  // namespace

CheckedResult<ReadingRow> report_reading(const Services& services, const store::Acting& acting, const ReportReadingRequest& request) {
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  if (!plan) return Refusals{at("/plan", refuse("plan.not_found", {request.plan}))};
  const Date today = acting.at.beijing_day();
  ReportedValue reading{{}, request.region, request.plan, request.indicator, request.period, request.value, std::string(trimmed(request.source)), false,
                           acting.actor.account, {}, request.counted_on, std::nullopt};
  if (const Refusals refusals = check_reading(*library, *plan, reading, today); !refusals.empty()) return refusals;
  // Before the commit: whoever is told that it failed must find nothing stored.
  reading.reporter = services.display_name(reading.reported_by);
  const store::WriteOutcome outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    if (const auto open = may_report_at_once(writing, *plan, acting, reading.region, reading.period); !open) return open;
    if (const auto asked = ask_unless_confirmed(writing, *plan, reading, request.confirmed.value_or(false), today); !asked) return asked;
    reading.id = writing.new_id<ReportedValue>();
    reading.reported_at = writing.now();
    writing.insert(reading);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done && done.error().code == "store.duplicate") return Refusals{at("/period", refuse("readings.already_reported", {request.period.text()}))};
  if (!done) return Refusals{done.error()};
  return reading_row(*library, reading);
}

CheckedResult<ReadingRow> correct_reading(const Services& services, const store::Acting& acting, const CorrectReadingRequest& request) {
  const auto library = services.plans.current();
  const Date today = acting.at.beijing_day();
  const std::string reporter = services.display_name(acting.actor.account);
  ReportedValue corrected;
  Refusals wrong;
  const store::WriteOutcome outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    const auto reading = writing.find(store::Scope::of_account(acting.scope.region()), request.id);
    if (!reading) return refuse("readings.not_found");
    const auto plan = library->find(reading->plan);
    if (!plan) return refuse("plan.not_found", {reading->plan});
    if (const auto open = may_report_at_once(writing, *plan, acting, reading->region, reading->period); !open) return open;
    corrected = *reading;
    corrected.value = request.value;
    corrected.source = trimmed(request.source);
    if (request.counted_on) corrected.counted_on = request.counted_on;
    corrected.synthetic = false;
    corrected.reported_by = acting.actor.account;
    corrected.reporter = reporter;
    corrected.reported_at = writing.now();
    wrong = check_reading(*library, *plan, corrected, today);
    if (!wrong.empty()) return wrong.front();
    const bool confirmed = request.confirmed.value_or(false) || corrected.value == reading->value;
    if (const auto asked = ask_unless_confirmed(writing, *plan, corrected, confirmed, today); !asked) return asked;
    writing.update(corrected);
    tell_of_correction(writing, *library, *reading, corrected);
    return {};
  });
  if (!wrong.empty()) return wrong;
  if (const Result<void> done = outcome.result(); !done) return Refusals{done.error()};
  return reading_row(*library, corrected);
}

Result<void> remove_reading(const Services& services, const store::Acting& acting, const ReadingIdRequest& request) {
  const auto library = services.plans.current();
  const store::WriteOutcome outcome = services.store.write(acting.actor, [&](store::Writing& writing) -> Result<void> {
    auto reading = writing.find(store::Scope::of_account(acting.scope.region()), request.id);
    if (!reading) return refuse("readings.not_found");
    if (const auto plan = library->find(reading->plan))
      if (const auto open = may_report_at_once(writing, *plan, acting, reading->region, reading->period); !open) return open;
    writing.remove(request.id);
    tell_of_removal(writing, *library, *reading);
    return {};
  });
  return outcome.result();
}

}  // namespace laoyou::plan
