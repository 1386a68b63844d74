#include "plan/indicators/indicator_state.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

bool less_is_better(const Indicator& indicator) {
  return !indicator.target.empty() && (indicator.target.front().comparator == Comparator::at_most || indicator.target.front().comparator == Comparator::less);
}

}  // namespace

bool is_ratio_unit(std::string_view unit) {
  if (unit == "%" || unit == "‰") return true;
  constexpr std::string_view k_marks[] = {"/千", "/百", "/万", "每千", "每百", "每万"};
  return std::any_of(std::begin(k_marks), std::end(k_marks), [&](std::string_view mark) { return unit.find(mark) != std::string_view::npos; });
}

std::vector<Actual> value_series(const Row<Indicator>& indicator, bool whole_region, std::span<const ReportedValue> readings, Date today) {
  std::vector<Actual> series;
  series.reserve(readings.size() + indicator.value.baseline.size());
  for (const ReportedValue& reading : readings)
    if (reading.period.first_day() <= today)
      series.push_back({reading.period, reading.value, reading.reported_at, reading.source, reading.synthetic, reading.reporter});
  if (whole_region)
    for (const Baseline& baseline : indicator.value.baseline)
      if (std::none_of(series.begin(), series.end(), [&](const Actual& actual) { return actual.period == baseline.period; }))
        series.push_back({baseline.period, baseline.value, std::nullopt, indicator.value.source, false, std::nullopt});
  const auto earlier = [](const Actual& a, const Actual& b) { return a.period < b.period; };
  if (!std::is_sorted(series.begin(), series.end(), earlier)) std::sort(series.begin(), series.end(), earlier);
  return series;
}

std::optional<Actual> last_before(const std::vector<Actual>& series, const Period& period) {
  std::optional<Actual> last;
  for (const Actual& actual : series)
    if (actual.period < period) last = actual;
  return last;
}

std::optional<Target> target_among(std::vector<Target> targets, const std::optional<Period>& period) {
  if (targets.empty()) return std::nullopt;
  std::sort(targets.begin(), targets.end(), [](const Target& a, const Target& b) { return a.period < b.period; });
  if (period)
    for (const Target& target : targets)
      if (target.period.last_day() >= period->last_day()) return target;
  return targets.back();
}

std::optional<Target> target_for(const Indicator& indicator, bool whole_region, const std::optional<Period>& period) {
  if (!whole_region && !is_ratio_unit(indicator.unit)) return std::nullopt;
  return target_among(indicator.target, period);
}

std::vector<Target> targets_at(const Plan& plan, const Row<Indicator>& row, RegionCode region) {
  std::vector<Target> own = plan.own_targets(row.value.key, region);
  if (!own.empty()) return own;
  const Indicator& indicator = row.value;
  const bool a_part = indicator.each && level_of(*indicator.each) == region.level();
  if (plan.written_for(row.layer, region) || a_part || is_ratio_unit(indicator.unit)) return indicator.target;
  return {};
}

IndicatorState state_against(const Row<Indicator>& row, bool whole_region, const std::vector<Target>& targets, const std::vector<Actual>& series, int near_percent) {
  const Indicator& indicator = row.value;
  IndicatorState state;
  state.key = indicator.key;
  state.name = indicator.name;
  state.name_en = indicator.name_en;
  state.unit = indicator.unit;
  state.group = indicator.group;
  state.lead = indicator.lead;
  state.definition = indicator.definition;
  state.definition_en = indicator.definition_en;
  state.down_to = indicator.down_to;
  state.value_rule = indicator.value;
  if (targets.empty())
    state.written_targets = indicator.target;
  else
    state.targets = targets;
  (whole_region ? state.baseline : state.written_baseline) = indicator.baseline;
  state.baseline_comparator = indicator.baseline_comparator;
  state.each = indicator.each;
  state.scope = indicator.scope;
  state.strength = indicator.strength;
  state.term = indicator.term;
  state.note = indicator.note;
  state.source = indicator.source;
  state.unverified = indicator.unverified;
  state.layer = row.layer;
  if (!series.empty()) state.actual = series.back();
  if (series.size() > 1) state.previous = series[series.size() - 2];
  state.target = target_among(targets, state.actual ? std::optional(state.actual->period) : std::nullopt);
  state.light = state.actual ? Light::no_target : Light::not_reported;
  if (state.actual && state.target) {
    state.gap = gap_to(*state.target, state.actual->value);
    state.light = light_of(*state.target, state.actual->value, near_percent);
  }
  return state;
}

IndicatorState state_of(const Row<Indicator>& row, bool whole_region, const std::vector<Actual>& series, int near_percent) {
  const bool holds = whole_region || is_ratio_unit(row.value.unit);
  return state_against(row, whole_region, holds ? row.value.target : std::vector<Target>(), series, near_percent);
}

void rank_children(const Indicator& indicator, std::vector<ChildState>& children) {
  const bool down = less_is_better(indicator);
  for (ChildState& child : children) {
    if (!child.actual) continue;
    std::int32_t better = 0;
    for (const ChildState& other : children)
      if (other.actual && (down ? other.actual->value < child.actual->value : other.actual->value > child.actual->value)) ++better;
    child.rank = better + 1;
  }
}

}  // namespace laoyou::plan
