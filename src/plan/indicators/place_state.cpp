#include "plan/indicators/place_state.h"

#include "plan/indicators/latest_series.h"
#include "plan/indicators/parts_held.h"

namespace laoyou::plan {
namespace {

bool holds_below(const Indicator& indicator, RegionCode region) {
  return indicator.each && level_of(*indicator.each) && *level_of(*indicator.each) > region.level();
}

PartsHeld parts_of(const Asking& asking, const Row<Indicator>& row, RegionCode region, const ChosenReadings& readings) {
  std::vector<PartValue> parts;
  for (const regions::Region& place : places_within(asking.library.regions, region, *level_of(*row.value.each))) {
    PartValue part{place.name, std::nullopt, std::nullopt};
    std::optional<Period> last;
    if (const auto series = latest_series(row, false, readings.of(place.code, row.value.key), asking.today); !series.empty()) {
      part.value = series.back().value;
      last = series.back().period;
    }
    part.target = target_among(targets_at(asking.plan, row, place.code), last);
    parts.push_back(std::move(part));
  }
  return count_parts(*row.value.each, parts, asking.plan.near_percent, row.value.scope.has_value());
}

/// A target that holds for each part is met by parts, never by the whole's own number.
void hold_by_parts(const Asking& asking, const Row<Indicator>& row, RegionCode region, const std::vector<Actual>& series, const ChosenReadings& readings, IndicatorState& state) {
  if (holds_below(row.value, region)) {
    state.parts = parts_of(asking, row, region, readings);
    state.light = light_of_parts(*state.parts);
    state.targets = row.value.target;
    state.written_targets.clear();
    state.target = target_among(state.targets, state.actual ? std::optional(state.actual->period) : std::nullopt);
    state.gap = std::nullopt;
  } else if (row.value.each == EachPart::month) {
    state.parts = months_held(state.targets, series, asking.today, asking.plan.near_percent);
    if (state.parts && state.parts->missed + state.parts->near > 0) state.light = light_of_parts(*state.parts);
  }
}

}  // namespace

ChosenReadings readings_below(const ReadingsView& readings, const Plan& plan, const Row<Indicator>& row, RegionCode region) {
  if (!holds_below(row.value, region)) return {};
  return readings.choose(region, {plan.content.head.value.plan, row.value.key});
}

IndicatorState state_at(const Asking& asking, const Row<Indicator>& row, RegionCode region, const std::vector<Actual>& series, const ChosenReadings& below) {
  const Plan& plan = asking.plan;
  const bool whole = plan.written_for(row.layer, region);
  IndicatorState state = state_against(row, whole, targets_at(plan, row, region), series, plan.near_percent);
  hold_by_parts(asking, row, region, series, below, state);
  if (!whole) state.written_for_name = asking.library.regions.name(plan.layer_regions.at(row.layer));
  return state;
}

}  // namespace laoyou::plan
