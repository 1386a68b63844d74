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
  if (!wanted.regions.empty()) filter.one_of("region", wanted.regions);
  return filter;
}

bool is_wanted(const WantedReadings& wanted, RegionCode within, const ReportedValue& value) {
  return value.plan == wanted.plan && within.contains(value.region) && (!wanted.indicator || value.indicator == *wanted.indicator) &&
         (wanted.regions.empty() || std::find(wanted.regions.begin(), wanted.regions.end(), value.region) != wanted.regions.end());
}

}  // namespace

const ReadingSeries& ChosenReadings::of(RegionCode region, const std::string& indicator) const {
  static const ReadingSeries k_none;
  if (series_.empty()) return k_none;
  const auto found = series_.find({series_.begin()->first.plan, region, indicator});
  return found == series_.end() ? k_none : *found->second;
}

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

AllReadings ReadingsView::chosen_of_kept(RegionCode within, const WantedReadings& wanted) const {
  AllReadings chosen;
  const auto take = [&](AllReadings::const_iterator from, auto belongs) {
    for (; from != kept_->end() && from->first.plan == wanted.plan && belongs(from->first.region); ++from)
      if (within.contains(from->first.region) && (!wanted.indicator || from->first.indicator == *wanted.indicator)) chosen.insert(*from);
  };
  if (wanted.regions.empty()) take(kept_->lower_bound({wanted.plan, {}, {}}), [](RegionCode) { return true; });
  for (const RegionCode region : wanted.regions)
    take(kept_->lower_bound({wanted.plan, region, wanted.indicator.value_or(std::string())}), [&](RegionCode each) { return each == region; });
  return chosen;
}

AllReadings ReadingsView::chosen_of_rows(RegionCode within, const WantedReadings& wanted) const {
  std::vector<ReportedValue> rows;
  now_.each<ReportedValue>(store::Scope::of_account(within), filter_of(wanted), [&](ReportedValue value) {
    if (!then_.contains(value.id.number)) rows.push_back(std::move(value));
  });
  for (const auto& [id, value] : then_)
    if (value && is_wanted(wanted, within, *value)) rows.push_back(*value);
  return in_series(std::move(rows));
}

AllReadings ReadingsView::everything() const {
  std::vector<ReportedValue> rows;
  now_.each<ReportedValue>(store::Scope::country(), store::Filter(), [&](ReportedValue value) {
    if (!then_.contains(value.id.number)) rows.push_back(std::move(value));
  });
  for (const auto& [id, value] : then_)
    if (value) rows.push_back(*value);
  return in_series(std::move(rows));
}

ChosenReadings ReadingsView::choose(RegionCode within, const WantedReadings& wanted) const {
  return ChosenReadings(kept_ ? chosen_of_kept(within, wanted) : chosen_of_rows(within, wanted));
}

}  // namespace laoyou::plan
