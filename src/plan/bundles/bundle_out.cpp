#include <map>

#include "plan/answers/reading_record.h"
#include "plan/bundles/bundle_text.h"
#include "plan/bundles/bundles.h"

namespace laoyou::plan {
namespace {

constexpr std::int64_t k_entries_at_once = 2000;

/// The values that were changed after an entry, as they were at their last change; those removed have none.
std::map<std::int64_t, BundleValue> changed_since(store::Snapshot& reading, const std::string& plan, RegionCode region, std::int64_t after) {
  std::map<std::int64_t, BundleValue> changed;
  store::JournalQuery query;
  query.record = record::record_name<ReportedValue>();
  query.after_sequence = after;
  query.rows = k_entries_at_once;
  for (;;) {
    const std::vector<store::JournalEntry> entries = reading.journal(store::Scope::of_account(region), query);
    for (const store::JournalEntry& entry : entries) {
      const ReportedValue value = reading.record_of<ReportedValue>(entry.after ? *entry.after : *entry.before);
      if (value.plan != plan) continue;
      BundleValue line{value.indicator, value.region, value.period, {}, {}, {}, {}, {}};
      if (entry.after) line = {value.indicator, value.region, value.period, value.value, value.source, value.counted_on, value.reporter, value.synthetic};
      changed[entry.record_id] = std::move(line);
    }
    if (static_cast<std::int64_t>(entries.size()) < k_entries_at_once) return changed;
    query.after_sequence = entries.back().sequence;
  }
}

BundleKey key_of(store::Writing& writing) {
  if (auto key = writing.first<BundleKey>(store::Scope::country(), {})) return *key;
  BundleKey key = new_bundle_key();
  key.id = writing.new_id<BundleKey>();
  writing.insert(key);
  return key;
}

store::Filter of_plan(const std::string& plan, RegionCode region) { return store::Filter().equals("plan", plan).equals("region", region); }

}  // namespace

Result<SentBundle> next_bundle(store::Store& store, const store::Actor& actor, const std::string& plan, RegionCode region) {
  SentBundle made;
  const auto outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    store::Filter latest = of_plan(plan, region);
    latest.order_by("number", store::Order::falling);
    const auto last = writing.first<SentBundle>(store::Scope::of_account(region), latest);
    const std::int64_t up_to = writing.journal_head().sequence;
    const auto changed = changed_since(writing, plan, region, last ? last->up_to_entry : 0);
    if (changed.empty()) return refuse("bundles.nothing_new");
    Bundle bundle{{1, plan, region, last ? last->number + 1 : 1, writing.now(), 0, {}}, {}};
    for (const auto& [id, value] : changed) bundle.values.push_back(value);
    const std::int64_t number = bundle.head.number, values = static_cast<std::int64_t>(bundle.values.size());
    made = {writing.new_id<SentBundle>(), region, plan, number, writing.now(), up_to, values, bundle_text(std::move(bundle), key_of(writing))};
    writing.insert(made);
    return {};
  });
  if (const Result<void> done = outcome.result(); !done) return done.error();
  return made;
}

Result<SentBundle> made_bundle(store::Store& store, const std::string& plan, RegionCode region, std::int64_t number) {
  store::Filter filter = of_plan(plan, region);
  filter.equals("number", number);
  const auto found = store.read([&](store::Snapshot& reading) { return reading.first<SentBundle>(store::Scope::of_account(region), filter); });
  if (!found) return refuse("bundles.not_found", {std::to_string(number)});
  return *found;
}

std::string own_bundle_key(store::Store& store, const store::Actor& actor) {
  std::string key;
  const auto outcome = store.write(actor, [&](store::Writing& writing) -> Result<void> {
    key = key_of(writing).public_key;
    return {};
  });
  outcome.result().value();
  return key;
}

}  // namespace laoyou::plan
