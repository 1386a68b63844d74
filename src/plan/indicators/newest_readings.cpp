#include "plan/indicators/newest_readings.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

/// What the order needs, beside the value: values lie apart in memory, and sorting looks at each many times.
struct ListedValue {
  std::int64_t reported_at_ms = 0, id = 0;
  const ReportedValue* value = nullptr;
};

bool comes_first(const ListedValue& a, const ListedValue& b) { return a.reported_at_ms != b.reported_at_ms ? a.reported_at_ms > b.reported_at_ms : a.id < b.id; }

void list(const ReportedValue& value, std::vector<ListedValue>& listed) { listed.push_back({value.reported_at.milliseconds, value.id.number, &value}); }

void list_period(const ReadingSeries& series, const Period& period, std::vector<ListedValue>& listed) {
  const auto earlier = [](const ReportedValue& value, const Period& than) { return value.period < than; };
  for (auto at = std::lower_bound(series.begin(), series.end(), period, earlier); at != series.end() && at->period == period; ++at) list(*at, listed);
}

std::vector<ListedValue> listed_values(const AllReadings& all, const ListedReadings& wanted) {
  std::vector<ListedValue> listed;
  for (auto at = wanted.plan ? all.lower_bound({*wanted.plan, {}, {}}) : all.begin(); at != all.end(); ++at) {
    const SeriesKey& key = at->first;
    if (wanted.plan && key.plan != *wanted.plan) break;
    if (!wanted.within.contains(key.region) || (wanted.indicator && key.indicator != *wanted.indicator)) continue;
    if (wanted.period)
      list_period(*at->second, *wanted.period, listed);
    else
      for (const ReportedValue& value : *at->second) list(value, listed);
  }
  return listed;
}

}  // namespace

ReadingsPage newest_readings(const AllReadings& all, const ListedReadings& wanted, std::int64_t offset, std::int64_t rows) {
  std::vector<ListedValue> listed = listed_values(all, wanted);
  ReadingsPage page{{}, std::ssize(listed)};
  const auto first = listed.begin() + std::min(offset, page.total), last = first + std::min(rows, listed.end() - first);
  if (first != listed.begin()) std::nth_element(listed.begin(), first, listed.end(), comes_first);
  std::partial_sort(first, last, listed.end(), comes_first);
  for (auto at = first; at != last; ++at) page.rows.push_back(at->value);
  return page;
}

}  // namespace laoyou::plan
