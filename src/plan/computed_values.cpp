#include "plan/computed_values.h"

#include <algorithm>

namespace laoyou::plan {
namespace {

Period period_beside(const Plan& plan, const std::optional<Actual>& reported, Date today) {
  if (reported) return reported->period;
  return Period::year(plan.runs_to ? std::min(today.year(), plan.runs_to->year()) : today.year());
}

/// The total that computes an indicator, or -1.
int rule_of(const Plan& plan, const IndicatorState& state) {
  if (!plan.book || !state.value_rule) return -1;
  const int rule = plan.book->find_rule(state.key);
  return rule >= 0 && plan.book->rules[static_cast<std::size_t>(rule)].record < 0 ? rule : -1;
}

std::optional<ComputedValue> computed_value(const facts::PlaceTotal& total, const Period& period, const facts::FactsMoment& moment) {
  if (!total.value) return std::nullopt;
  return ComputedValue{*total.value, period, moment.sequence, moment.at, total.record, total.counted, total.undecided, total.synthetic};
}

/// The totals of one period are asked together.
struct Asked {
  std::vector<int> rules;
  std::vector<IndicatorState*> states;
};

}  // namespace

void add_computed(IndicatorList& list, const Plan& plan, const facts::FactsKeeper& keeper, Date today) {
  std::map<Period, Asked> by_period;
  for (IndicatorState& state : list.rows) {
    const int rule = rule_of(plan, state);
    if (rule < 0) {
      state.not_computed = facts::NotComputed::no_rule;
      continue;
    }
    Asked& asked = by_period[period_beside(plan, state.actual, today)];
    asked.rules.push_back(rule);
    asked.states.push_back(&state);
  }
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment& moment) {
    for (auto& [period, asked] : by_period) {
      const auto totals = facts::place_totals(facts, *plan.book, period, asked.rules, {list.region});
      for (std::size_t i = 0; i < asked.rules.size(); ++i) {
        const facts::PlaceTotal& total = totals.at(list.region)[i];
        asked.states[i]->computed = computed_value(total, period, moment);
        asked.states[i]->not_computed = total.why_not;
      }
    }
  });
}

void add_computed(IndicatorDetail& detail, const Plan& plan, const facts::FactsKeeper& keeper, Date today) {
  const int rule = rule_of(plan, detail.indicator);
  if (rule < 0) {
    detail.indicator.not_computed = facts::NotComputed::no_rule;
    return;
  }
  const Period period = period_beside(plan, detail.indicator.actual, today);
  std::map<RegionLevel, std::vector<RegionCode>> parts;
  for (const ChildState& child : detail.children) parts[child.level].push_back(child.region);
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment& moment) {
    const auto whole = facts::place_totals(facts, *plan.book, period, {rule}, {detail.region});
    detail.indicator.computed = computed_value(whole.at(detail.region).front(), period, moment);
    detail.indicator.not_computed = whole.at(detail.region).front().why_not;
    for (const auto& [level, codes] : parts) {
      const auto totals = facts::place_totals(facts, *plan.book, period, {rule}, codes);
      for (ChildState& child : detail.children)
        if (const auto found = totals.find(child.region); found != totals.end()) child.computed = computed_value(found->second.front(), period, moment);
    }
  });
}

Result<CountedRows> counted_rows(const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, std::string_view indicator, RegionCode region,
                                 const std::optional<Period>& period, Date today) {
  constexpr std::size_t k_ids_most = 1000;
  const Row<Indicator>* row = plan.find_indicator(indicator);
  if (row == nullptr) return refuse("indicators.not_found", {std::string(indicator)});
  const int rule = plan.book && row->value.value ? plan.book->find_rule(row->value.key) : -1;
  if (rule < 0 || plan.book->rules[static_cast<std::size_t>(rule)].record >= 0) return refuse("indicators.no_rule", {row->value.name});
  CountedRows rows{region, library.regions.name(region), period.value_or(period_beside(plan, std::nullopt, today)), 0, {}, {}};
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment& moment) {
    rows.journal_sequence = moment.sequence;
    rows.as_of = moment.at;
    for (const facts::CountedRecords& counted : facts::counted_records(facts, *plan.book, rows.period, rule, region, k_ids_most)) {
      CountedPart part{counted.record, counted.selected, counted.counted, counted.undecided, {}};
      for (const std::int64_t id : counted.ids) part.ids.push_back(std::to_string(id));
      rows.parts.push_back(std::move(part));
    }
  });
  return rows;
}

}  // namespace laoyou::plan
