#include "plan/answers/kept_readings.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

constexpr std::int64_t k_entries_at_once = 2000;

SeriesKey key_of_series(const ReportedValue& value) { return {value.plan, value.region, value.indicator}; }

bool is_earlier(const ReportedValue& a, const ReportedValue& b) { return a.period < b.period; }

/// Changes series of a copy; a series that is not touched stays shared with what others are reading.
class Changing {
 public:
  explicit Changing(const AllReadings& before) : all_(before) {}

  void take_out(const ReportedValue& value) {
    ReadingSeries& series = own(key_of_series(value));
    std::erase_if(series, [&](const ReportedValue& each) { return each.id == value.id; });
  }
  void put_in(ReportedValue value) {
    ReadingSeries& series = own(key_of_series(value));
    series.insert(std::upper_bound(series.begin(), series.end(), value, is_earlier), std::move(value));
  }
  std::shared_ptr<const AllReadings> done() {
    for (auto& [key, series] : own_) {
      if (series->empty())
        all_.erase(key);
      else
        all_[key] = std::move(series);
    }
    return std::make_shared<const AllReadings>(std::move(all_));
  }

 private:
  ReadingSeries& own(const SeriesKey& key) {
    std::shared_ptr<ReadingSeries>& series = own_[key];
    if (series) return *series;
    const auto before = all_.find(key);
    series = before == all_.end() ? std::make_shared<ReadingSeries>() : std::make_shared<ReadingSeries>(*before->second);
    return *series;
  }

  AllReadings all_;
  std::map<SeriesKey, std::shared_ptr<ReadingSeries>> own_;
};

std::shared_ptr<const AllReadings> read_all(store::Snapshot& now) {
  std::vector<ReportedValue> values;
  now.each<ReportedValue>(store::Scope::country(), store::Filter(), [&](ReportedValue value) { values.push_back(std::move(value)); });
  return std::make_shared<const AllReadings>(in_series(std::move(values)));
}

std::shared_ptr<const AllReadings> follow(store::Snapshot& now, const AllReadings& before, std::int64_t after_sequence) {
  Changing changing(before);
  store::JournalQuery query;
  query.record = record::record_name<ReportedValue>();
  query.after_sequence = after_sequence;
  query.rows = k_entries_at_once;
  for (;;) {
    const std::vector<store::JournalEntry> entries = now.journal(store::Scope::country(), query);
    for (const store::JournalEntry& entry : entries) {
      if (entry.before) changing.take_out(now.record_of<ReportedValue>(*entry.before));
      if (entry.after) changing.put_in(now.record_of<ReportedValue>(*entry.after));
    }
    if (static_cast<std::int64_t>(entries.size()) < k_entries_at_once) return changing.done();
    query.after_sequence = entries.back().sequence;
  }
}

}  // namespace

AllReadings in_series(std::vector<ReportedValue> values) {
  std::map<SeriesKey, std::shared_ptr<ReadingSeries>> by_key;
  for (ReportedValue& value : values) {
    std::shared_ptr<ReadingSeries>& series = by_key[key_of_series(value)];
    if (!series) series = std::make_shared<ReadingSeries>();
    series->push_back(std::move(value));
  }
  AllReadings all;
  for (auto& [key, series] : by_key) {
    std::sort(series->begin(), series->end(), is_earlier);
    all.emplace(key, std::move(series));
  }
  return all;
}

std::shared_ptr<const AllReadings> KeptReadings::at(store::Snapshot& now, std::int64_t last_change) {
  const Kept before = kept();
  if (before.all && before.last_change == last_change) return before.all;
  if (before.all && before.last_change > last_change) return nullptr;
  // Without the lock: two who come at once do the same work, but nobody waits for another's reading.
  const Kept after{before.all ? follow(now, *before.all, before.last_change) : read_all(now), last_change};
  keep(after);
  return after.all;
}

std::shared_ptr<const AllReadings> KeptReadings::of_past_day(Date day, const std::function<AllReadings()>& find) {
  constexpr std::size_t k_days_most = 4;
  const auto known = [&] { return std::find_if(past_.begin(), past_.end(), [&](const auto& each) { return each.first == day; }); };
  {
    const std::lock_guard lock(mutex_);
    if (const auto kept = known(); kept != past_.end()) {
      past_.splice(past_.begin(), past_, kept);
      return kept->second;
    }
  }
  auto found = std::make_shared<const AllReadings>(find());
  const std::lock_guard lock(mutex_);
  if (known() == past_.end()) past_.emplace_front(day, found);
  if (past_.size() > k_days_most) past_.pop_back();
  return found;
}

KeptReadings::Kept KeptReadings::kept() {
  const std::lock_guard lock(mutex_);
  return kept_;
}

void KeptReadings::keep(const Kept& kept) {
  const std::lock_guard lock(mutex_);
  if (!kept_.all || kept_.last_change < kept.last_change) kept_ = kept;
}

}  // namespace laoyou::plan
