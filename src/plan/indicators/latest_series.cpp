#include "plan/indicators/latest_series.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

using Values = std::span<const ReportedValue>;

Values without_later(Values readings, const std::optional<Period>& until) {
  if (!until) return readings;
  const auto ends_later = [](Date day, const ReportedValue& value) { return day < value.period.last_day(); };
  return {readings.begin(), std::upper_bound(readings.begin(), readings.end(), until->last_day(), ends_later)};
}

/// What begins after today counts for nothing, and may stand anywhere near the end.
Values end_of(Values readings, Date today) {
  constexpr int k_months = 12;
  const ReportedValue* last = nullptr;
  bool same_kind = false;
  for (std::size_t i = readings.size(); i-- > 0;) {
    const ReportedValue& value = readings[i];
    if (value.period.first_day() > today) continue;
    if (last == nullptr) {
      last = &value;
      continue;
    }
    same_kind = same_kind || value.period.kind() == last->period.kind();
    if (same_kind && value.period.last_day() < last->period.first_day().plus_months(-k_months)) return readings.subspan(i);
  }
  return readings;
}

}  // namespace

std::vector<Actual> latest_series(const Row<Indicator>& indicator, bool whole_region, const std::vector<ReportedValue>& readings, Date today,
                                  const std::optional<Period>& until) {
  // Where each month is looked at, and where the document's own values come among those that were reported, the end is not enough.
  const bool all = indicator.value.each == EachPart::month || (whole_region && !indicator.value.baseline.empty());
  const Values wanted = without_later(readings, until);
  std::vector<Actual> series = value_series(indicator, whole_region, all ? wanted : end_of(wanted, today), today);
  if (until) std::erase_if(series, [&](const Actual& actual) { return actual.period.last_day() > until->last_day(); });
  return series;
}

}  // namespace laoyou::plan
