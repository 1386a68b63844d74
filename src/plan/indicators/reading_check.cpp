#include "plan/indicators/reading_check.h"

#include "base/shown_text.h"

namespace laoyou::plan {
namespace {

void check_value(const Plan& plan, const Indicator& indicator, Decimal value, Refusals& refusals) {
  const Measure* measure = plan.find_measure(indicator.unit);
  const std::optional<Decimal> none;
  const std::optional<Decimal> least = indicator.least ? indicator.least : measure != nullptr ? measure->least : none;
  const std::optional<Decimal> most = indicator.most ? indicator.most : measure != nullptr ? measure->most : none;
  if (measure != nullptr && measure->whole && value.millionths() % Decimal::k_one != 0)
    refusals.push_back(at("/value", refuse("readings.not_whole", {value.text(), indicator.unit})));
  if (least && value < *least) refusals.push_back(at("/value", refuse("readings.below_least", {value.text(), least->text() + " " + indicator.unit})));
  if (most && value > *most) refusals.push_back(at("/value", refuse("readings.above_most", {value.text(), most->text() + " " + indicator.unit})));
}

/// The first year whose values are taken: the document may state some of an earlier one itself.
std::optional<int> first_year(const Plan& plan, const Indicator& indicator) {
  std::optional<int> year = plan.reported_from;
  if (year)
    for (const Baseline& baseline : indicator.baseline) year = std::min(*year, baseline.period.first_day().year());
  return year;
}

void check_period(const Plan& plan, const Indicator& indicator, const Period& period, Date today, Refusals& refusals) {
  if (period.first_day() > today) refusals.push_back(at("/period", refuse("readings.period_to_come", {period.text()})));
  if (const auto year = first_year(plan, indicator); year && period.last_day().year() < *year)
    refusals.push_back(at("/period", refuse("readings.period_too_early", {period.text(), std::to_string(*year)})));
}

void check_source(std::string_view source, Refusals& refusals) {
  constexpr std::size_t k_source_bytes_max = 300;
  if (trimmed(source).empty()) refusals.push_back(at("/source", refuse("json.missing_field", {"source"})));
  if (source.size() > k_source_bytes_max) refusals.push_back(at("/source", refuse("text.too_long", {std::to_string(k_source_bytes_max)})));
}

}  // namespace

Refusals check_reading(const Library& library, const Plan& plan, const ReportedValue& reading, Date today) {
  Refusals refusals;
  const Row<Indicator>* found = plan.find_indicator(reading.indicator);
  if (found == nullptr) refusals.push_back(at("/indicator", refuse("readings.unknown_indicator", {reading.indicator})));
  if (!library.regions.find(reading.region)) refusals.push_back(at("/region", refuse("plan.unknown_region", {reading.region.text()})));
  const RegionCode whole = plan.content.head.value.region;
  if (!whole.contains(reading.region)) refusals.push_back(at("/region", refuse("plan.region_outside", {reading.region.text(), whole.text()})));
  if (found != nullptr) {
    const Indicator& indicator = found->value;
    if (indicator.down_to && reading.region.level() > *indicator.down_to)
      refusals.push_back(at("/region", refuse("readings.too_deep", {indicator.name, std::string(regions::level_name(*indicator.down_to))})));
    check_period(plan, indicator, reading.period, today, refusals);
    check_value(plan, indicator, reading.value, refusals);
  }
  check_source(reading.source, refusals);
  if (reading.counted_on && *reading.counted_on < reading.period.first_day())
    refusals.push_back(at("/counted_on", refuse("readings.counted_earlier", {reading.counted_on->text(), reading.period.text()})));
  if (reading.counted_on && *reading.counted_on > today) refusals.push_back(at("/counted_on", refuse("readings.counted_later", {reading.counted_on->text()})));
  return refusals;
}

Result<void> ask_about_change(const Plan& plan, const Indicator& indicator, const ReportedValue& reading, const std::optional<Actual>& last) {
  if (!last || !plan.confirm_percent) return {};
  const __int128 was = last->value.millionths(), change = static_cast<__int128>(reading.value.millionths()) - was;
  const __int128 size = change < 0 ? -change : change, allowed = (was < 0 ? -was : was) * *plan.confirm_percent;
  if (size * 100 <= allowed) return {};
  return at("/value", refuse("readings.confirm_change", {last->period.text(), last->value.text(), reading.value.text(), std::to_string(*plan.confirm_percent), indicator.unit}));
}

}  // namespace laoyou::plan
