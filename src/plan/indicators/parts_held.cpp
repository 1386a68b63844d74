#include "plan/indicators/parts_held.h"

#include <algorithm>

#include "plan/indicators/indicator_state.h"

namespace laoyou::plan {
namespace {

bool less_is_better(const Target& target) { return target.comparator == Comparator::at_most || target.comparator == Comparator::less; }

void collect(const regions::RegionTree& regions, RegionCode region, RegionLevel level, std::vector<regions::Region>& places) {
  for (regions::Region& child : regions.children(region)) {
    if (child.code.level() == level)
      places.push_back(std::move(child));
    else if (child.code.level() < level)
      collect(regions, child.code, level, places);
  }
}

}  // namespace

PartsHeld count_parts(EachPart each, const std::vector<PartValue>& parts, int near_percent, bool some_only) {
  constexpr std::size_t k_names_most = 12;
  PartsHeld held;
  held.each = each;
  for (const PartValue& part : parts) {
    if (!part.target || (some_only && !part.value)) continue;
    ++held.parts;
    if (!part.value) {
      ++held.unknown;
      continue;
    }
    const Light light = light_of(*part.target, *part.value, near_percent);
    ++(light == Light::met ? held.held : light == Light::near ? held.near : held.missed);
    if (light != Light::met && held.missed_names.size() < k_names_most) held.missed_names.push_back(part.name);
  }
  return held;
}

Light light_of_parts(const PartsHeld& parts) {
  if (parts.missed > 0) return Light::behind;
  if (parts.near > 0) return Light::near;
  return parts.unknown > 0 || parts.parts == 0 ? Light::not_reported : Light::met;
}

bool weaker(const Target& target, Decimal a, Decimal b, int near_percent) {
  const Light light_a = light_of(target, a, near_percent), light_b = light_of(target, b, near_percent);
  if (light_a != light_b) return light_a > light_b;
  return less_is_better(target) ? a > b : a < b;
}

std::vector<Period> ended_months(const Period& last, Date today) {
  constexpr int k_months = 12;
  std::vector<Period> months;
  for (int month = 1; month <= k_months; ++month)
    if (const Period period = Period::month(last.last_day().year(), month); period.last_day() <= today) months.push_back(period);
  if (months.empty()) months.push_back(Period::month(last.last_day().year(), last.last_day().month()));
  return months;
}

std::vector<regions::Region> places_within(const regions::RegionTree& regions, RegionCode region, RegionLevel level) {
  std::vector<regions::Region> places;
  collect(regions, region, level, places);
  return places;
}

std::optional<PartsHeld> months_held(const std::vector<Target>& targets, const std::vector<Actual>& series, Date today, int near_percent) {
  const auto last = std::find_if(series.rbegin(), series.rend(), [](const Actual& actual) { return actual.period.kind() == PeriodKind::month; });
  if (last == series.rend()) return std::nullopt;
  std::vector<Period> months = ended_months(last->period, today);
  if (months.back() < last->period) months.push_back(last->period);
  std::vector<PartValue> parts;
  for (const Period& month : months) {
    const auto found = std::find_if(series.begin(), series.end(), [&](const Actual& actual) { return actual.period == month; });
    parts.push_back({month.text(), target_among(targets, month), found == series.end() ? std::nullopt : std::optional(found->value)});
  }
  return count_parts(EachPart::month, parts, near_percent, false);
}

}  // namespace laoyou::plan
