#include "plan/indicators/period_form.h"

#include <algorithm>

#include "plan/indicators/indicator_state.h"
#include "plan/indicators/readings.h"

namespace laoyou::plan {
namespace {

PeriodFormRow form_row(const Library& library, const Plan& plan, const Row<Indicator>& row, const PeriodFormRequest& request, const std::vector<ReportedValue>& readings, Date today) {
  const Indicator& indicator = row.value;
  const Measure* measure = plan.find_measure(indicator.unit);
  const std::optional<Decimal> none;
  PeriodFormRow line;
  line.indicator = indicator.key;
  line.name = indicator.name;
  line.name_en = indicator.name_en;
  line.unit = indicator.unit;
  line.group = indicator.group;
  line.definition = indicator.definition;
  line.definition_en = indicator.definition_en;
  line.whole = measure != nullptr && measure->whole;
  line.least = indicator.least ? indicator.least : measure != nullptr ? measure->least : none;
  line.most = indicator.most ? indicator.most : measure != nullptr ? measure->most : none;
  line.target = target_among(targets_at(plan, row, *request.region), request.period);
  line.source = indicator.source;
  line.previous = last_before(value_series(row, plan.written_for(row.layer, *request.region), readings, today), request.period);
  for (const ReportedValue& value : readings)
    if (value.period == request.period) line.reported = reading_row(library, value);
  return line;
}

/// What the places right below have sent for the period.
std::vector<ReportingPlace> places_below(const ReadingsView& readings, const Library& library, const Plan& plan, const PeriodFormRequest& request) {
  std::map<RegionCode, ReportingPlace> places;
  const std::vector<regions::Region> parts = library.regions.children(*request.region);
  for (const regions::Region& part : parts) {
    ReportingPlace place{part.code, part.name, 0, 0, std::nullopt};
    for (const auto& row : plan.content.indicators) place.owed += owes(row.value, part.code.level());
    if (place.owed > 0) places.emplace(part.code, std::move(place));
  }
  if (places.empty()) return {};
  const ChosenReadings sent = readings_of_parts(readings, plan, std::nullopt, *request.region, parts);
  for (const auto& [key, series] : sent.all()) {
    const Row<Indicator>* row = plan.find_indicator(key.indicator);
    const auto place = places.find(key.region);
    if (row == nullptr || place == places.end() || !owes(row->value, key.region.level())) continue;
    for (const ReportedValue& value : *series) {
      if (value.period != request.period) continue;
      ++place->second.sent;
      if (!place->second.last_sent_at || *place->second.last_sent_at < value.reported_at) place->second.last_sent_at = value.reported_at;
    }
  }
  std::vector<ReportingPlace> rows;
  for (auto& [code, place] : places) rows.push_back(std::move(place));
  std::stable_sort(rows.begin(), rows.end(), [](const ReportingPlace& a, const ReportingPlace& b) { return std::int64_t{a.sent} * b.owed < std::int64_t{b.sent} * a.owed; });
  return rows;
}

}  // namespace

bool owes(const Indicator& indicator, RegionLevel level) { return !indicator.down_to || level <= *indicator.down_to; }

PeriodForm period_form(const ReadingsView& readings, const Library& library, const Plan& plan, const PeriodFormRequest& request, Date today) {
  PeriodForm form{*request.region, library.regions.name(*request.region), request.period, 0, 0, {}, {}};
  const ChosenReadings own = readings_of_region(readings, plan, *request.region);
  for (const Row<Indicator>& row : plan.content.indicators) {
    if (!owes(row.value, request.region->level())) continue;
    form.rows.push_back(form_row(library, plan, row, request, own.of(*request.region, row.value.key), today));
    ++form.owed;
    form.sent += form.rows.back().reported.has_value();
  }
  form.below = places_below(readings, library, plan, request);
  return form;
}

}  // namespace laoyou::plan
