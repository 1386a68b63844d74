#include "plan/indicators/kept_computed.h"

#include <algorithm>
#include <set>

#include "plan/indicators/computed_values.h"

namespace laoyou::plan {
namespace {

using store::Filter;
using store::Scope;

constexpr int k_months_back = 36;

/// The first moment after a day of Beijing, where there has been no summer time since 1992.
Instant end_of(Date day) { return Instant::parse(day.text() + "T16:00:00Z").value(); }

/// The plan's own place and those next below.
std::vector<RegionCode> places_of(const Library& library, const Plan& plan) {
  std::vector<RegionCode> places{plan.content.head.value.region};
  for (const regions::Region& each : library.regions.children(places.front())) places.push_back(each.code);
  return places;
}

int total_of(const Plan& plan, const Row<Indicator>& row) {
  if (!plan.book || !row.value.value) return -1;
  const int rule = plan.book->find_rule(row.value.key);
  return rule >= 0 && plan.book->rules[static_cast<std::size_t>(rule)].record < 0 ? rule : -1;
}

/// The ends of the months to be computed, the last first, each with the journal's last entry by then.
std::vector<std::pair<Date, facts::FactsMoment>> month_ends(store::Snapshot& snapshot, Date today) {
  std::vector<std::pair<Date, facts::FactsMoment>> ends;
  std::int64_t before = 0;
  Date end = today.plus_months(-1).month_end();
  for (int i = 0; i < k_months_back; ++i, end = end.plus_months(-1).month_end()) {
    const store::JournalEntry last = facts::last_entry_before(snapshot, end_of(end), before);
    if (last.sequence == 0) break;
    ends.push_back({end, {last.sequence, last.at}});
    before = last.sequence + 1;
  }
  return ends;
}

/// The last day for which a plan's rules were asked.
std::map<std::string, Date> last_kept(const store::Snapshot& snapshot, const Library& library) {
  std::map<std::string, Date> last;
  for (const auto& [key, plan] : library.plans)
    if (const auto kept = snapshot.first<ComputedDay>(Scope::country(), Filter().equals("plan", key).order_by("day", store::Order::falling))) last.emplace(key, kept->day);
  return last;
}

std::int64_t keep_day(store::Store& store, const std::vector<const Plan*>& plans, const Library& library, const store::Acting& acting, Date day, const facts::FactsMoment& moment) {
  facts::RecordsRead records;
  for (const Plan* const plan : plans)
    for (const auto& row : plan->content.indicators)
      if (const int rule = total_of(*plan, row); rule >= 0) records.merge(facts::records_read(*plan->book, {rule}));
  const rules::Facts facts = store.read([&](store::Snapshot& snapshot) { return facts::facts_as_of(snapshot, moment.sequence, *library.facts_layout, &records); });
  std::vector<KeptComputed> values;
  std::vector<ComputedDay> days;
  for (const Plan* const plan : plans) {
    const std::size_t before = values.size();
    for (const RegionCode place : places_of(library, *plan))
      for (KeptComputed& each : computed_at({library, *plan, place}, facts, moment, day)) values.push_back(std::move(each));
    days.push_back({{}, plan->content.head.value.region, plan->content.head.value.plan, day, static_cast<std::int64_t>(values.size() - before)});
  }
  const auto kept = store.write(acting, [&](store::Writing& writing) -> Result<void> {
    for (ComputedDay& each : days) each.id = writing.new_id<ComputedDay>();
    for (KeptComputed& each : values) each.id = writing.new_id<KeptComputed>();
    writing.insert_all(days);
    writing.insert_all(values);
    return {};
  });
  return kept.result() ? std::ssize(values) : 0;  // another server kept them meanwhile
}

}  // namespace

std::vector<store::TableDefinition> kept_computed_tables() {
  return {store::table<KeptComputed>({store::unique({"plan", "indicator", "region", "day"})}), store::table<ComputedDay>({store::unique({"plan", "day"})})};
}

std::vector<KeptComputed> computed_at(const PlanPlace& at, const rules::Facts& facts, const facts::FactsMoment& moment, Date day, std::string_view only) {
  IndicatorList list;
  list.region = at.region;
  for (const auto& row : at.plan.content.indicators) {
    if (total_of(at.plan, row) < 0 || (!only.empty() && row.value.key != only)) continue;
    IndicatorState state;
    state.key = row.value.key;
    state.value_rule = row.value.value;
    list.rows.push_back(std::move(state));
  }
  add_computed(list, at.library, at.plan, facts::totals_over(facts), moment, day);
  std::vector<KeptComputed> found;
  for (const IndicatorState& state : list.rows) {
    if (!state.computed) continue;
    const ComputedValue& value = *state.computed;
    found.push_back({{}, at.region, at.plan.content.head.value.plan, state.key, day, value.period, value.value, moment.sequence, value.record, value.counted, value.undecided, value.synthetic,
                     facts::rule_version(*at.plan.book, at.plan.book->find_rule(state.key))});
  }
  return found;
}

std::optional<KeptComputed> computed_on(store::Snapshot& snapshot, const PlanPlace& at, std::string_view indicator, Date day) {
  const Row<Indicator>* row = at.plan.find_indicator(indicator);
  const int rule = row == nullptr ? -1 : total_of(at.plan, *row);
  const store::JournalEntry last = facts::last_entry_before(snapshot, end_of(day));
  if (rule < 0 || last.sequence == 0) return std::nullopt;
  const facts::RecordsRead records = facts::records_read(*at.plan.book, {rule});
  const auto found = computed_at(at, facts::facts_as_of(snapshot, last.sequence, *at.plan.facts_layout, &records), {last.sequence, last.at}, day, indicator);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

KeepReport keep_computed(store::Store& store, const Library& library, const store::Acting& acting, Date today) {
  KeepReport report;
  const auto [ends, kept] = store.read([&](store::Snapshot& snapshot) { return std::pair(month_ends(snapshot, today), last_kept(snapshot, library)); });
  for (const auto& [day, moment] : ends) {
    std::vector<const Plan*> plans;
    for (const auto& [key, plan] : library.plans)
      if (const auto last = kept.find(key); plan->book && (last == kept.end() || last->second < day)) plans.push_back(plan.get());
    if (plans.empty()) continue;
    ++report.days;
    report.values += keep_day(store, plans, library, acting, day, moment);
  }
  return report;
}

}  // namespace laoyou::plan
