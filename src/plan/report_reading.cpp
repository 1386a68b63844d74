#include "plan/readings.h"

namespace laoyou::plan {

CheckedResult<ReadingRow> report_reading(const Services& services, http::Context& context, const ReportReadingRequest& request) {
  const auto library = services.plans.current();
  const auto plan = library->find(request.plan);
  if (!plan) return Refusals{at("/plan", refuse("plan.not_found", {request.plan}))};
  Refusals refusals = check_reading(*library, *plan, request.indicator, request.region, request.source);
  if (!refusals.empty()) return refusals;
  IndicatorReading reading{{}, request.region, request.plan, request.indicator, request.period, request.value, request.source, false, context.caller().account, {}, request.counted_on};
  const store::Outcome outcome = services.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    reading.id = writing.new_id<IndicatorReading>();
    reading.reported_at = writing.now();
    writing.insert(reading);
    return {};
  });
  const Result<void> done = outcome.result();
  if (!done && done.error().code == "store.duplicate") return Refusals{at("/period", refuse("readings.already_reported", {request.period.text()}))};
  if (!done) return Refusals{done.error()};
  tell_change(services, reading.plan, reading.region);
  return reading_row(services, *library, reading);
}

Result<ReadingRow> correct_reading(const Services& services, http::Context& context, const CorrectReadingRequest& request) {
  const auto library = services.plans.current();
  IndicatorReading corrected;
  const store::Outcome outcome = services.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto reading = writing.find(store::Scope::of_account(context.caller().scope), request.id);
    if (!reading) return refuse("readings.not_found");
    if (request.source.empty()) return at("/source", refuse("json.missing_field", {"source"}));
    reading->value = request.value;
    reading->source = request.source;
    reading->synthetic = false;
    reading->reported_by = context.caller().account;
    reading->reported_at = writing.now();
    writing.update(*reading);
    corrected = *reading;
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  tell_change(services, corrected.plan, corrected.region);
  return reading_row(services, *library, corrected);
}

Result<void> remove_reading(const Services& services, http::Context& context, const ReadingIdRequest& request) {
  IndicatorReading removed;
  const store::Outcome outcome = services.store.write(actor_of(context), [&](store::Writing& writing) -> Result<void> {
    auto reading = writing.find(store::Scope::of_account(context.caller().scope), request.id);
    if (!reading) return refuse("readings.not_found");
    removed = *reading;
    writing.remove(request.id);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done;
  tell_change(services, removed.plan, removed.region);
  return {};
}

}  // namespace laoyou::plan
