#include "plan/indicators/readings_view.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

constexpr std::int64_t k_entries_at_once = 2000;

/// The first moment after that day in Beijing (UTC+8, no summer time).
Instant end_of(Date day) {
  constexpr std::int64_t k_day_ms = std::int64_t{24} * 60 * 60 * 1000, k_beijing_ms = std::int64_t{8} * 60 * 60 * 1000;
  const Date epoch = Instant{0}.beijing_day();
  return {(day.days() - epoch.days() + 1) * k_day_ms - k_beijing_ms};
}

store::Filter filter_of(const WantedReadings& wanted) {
  store::Filter filter;
  filter.equals("plan", wanted.plan);
  if (wanted.indicator) filter.equals("indicator", *wanted.indicator);
  if (wanted.period) filter.equals("period", *wanted.period);
  if (!wanted.regions.empty()) filter.one_of("region", wanted.regions);
  return filter;
}

bool is_wanted(const WantedReadings& wanted, RegionCode within, const ReportedValue& value) {
  return value.plan == wanted.plan && within.contains(value.region) && (!wanted.indicator || value.indicator == *wanted.indicator) &&
         (!wanted.period || value.period == *wanted.period) &&
         (wanted.regions.empty() || std::find(wanted.regions.begin(), wanted.regions.end(), value.region) != wanted.regions.end());
}

}  // namespace

ReadingsView::ReadingsView(store::Snapshot& now, RegionCode within, Date day) : now_(now) {
  store::JournalQuery query;
  query.record = record::record_name<ReportedValue>();
  query.from = end_of(day);
  query.rows = k_entries_at_once;
  for (;;) {
    const std::vector<store::JournalEntry> entries = now.journal(store::Scope::of_account(within), query);
    for (const store::JournalEntry& entry : entries) take_back(entry);
    if (static_cast<std::int64_t>(entries.size()) < k_entries_at_once) return;
    query.after_sequence = entries.back().sequence;
  }
}

void ReadingsView::take_back(const store::JournalEntry& entry) {
  // The first change after that day says what there was; later ones change what nobody had seen then.
  const auto [found, is_first] = then_.try_emplace(entry.record_id);
  if (is_first && entry.before) found->second = now_.record_of<ReportedValue>(*entry.before);
}

void ReadingsView::each(RegionCode within, const WantedReadings& wanted, const std::function<void(ReportedValue)>& visit) const {
  now_.each<ReportedValue>(store::Scope::of_account(within), filter_of(wanted), [&](ReportedValue value) {
    if (!then_.contains(value.id.number)) visit(std::move(value));
  });
  for (const auto& [id, value] : then_)
    if (value && is_wanted(wanted, within, *value)) visit(*value);
}

}  // namespace laoyou::plan
