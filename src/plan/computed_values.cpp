#include "plan/computed_values.h"

#include <algorithm>

#include "plan/indicator_state.h"
#include "plan/parts_held.h"

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

/// What a rule gives for a region whose target holds for each part: the weakest part, and how many hold.
struct ByParts {
  std::optional<ComputedValue> weakest;
  std::optional<facts::NotComputed> why_not;
  PartsHeld held;
};

/// Counts part after part and keeps the weakest.
class PartsCount {
 public:
  PartsCount(const Plan& plan, const Row<Indicator>& row) : plan_(plan), row_(row) {}

  void add(const std::string& name, RegionCode region, const Period& period, const facts::PlaceTotal& total, const facts::FactsMoment& moment) {
    const std::optional<Target> target = target_among(targets_at(plan_, row_, region), period);
    parts_.push_back({name, target, total.value});
    if (!total.value) why_not_ = total.why_not;
    if (!target || !total.value) return;
    if (!found_.weakest || weaker(*target, *total.value, found_.weakest->value, plan_.near_percent)) found_.weakest = computed_value(total, period, moment);
  }
  ByParts take() {
    found_.held = count_parts(*row_.value.each, parts_, plan_.near_percent, row_.value.scope && level_of(*row_.value.each));
    if (!found_.weakest) found_.why_not = why_not_;
    return std::move(found_);
  }

 private:
  const Plan& plan_;
  const Row<Indicator>& row_;
  std::vector<PartValue> parts_;
  std::optional<facts::NotComputed> why_not_ = facts::NotComputed::no_rows;
  ByParts found_;
};

/// What the target of an indicator is held against one by one, for the regions asked.
class ComputedParts {
 public:
  ComputedParts(const Library& library, const Plan& plan, const rules::Facts& facts, const facts::FactsMoment& moment, Date today)
      : library_(library), plan_(plan), facts_(facts), moment_(moment), today_(today) {}

  /// Nothing where the target holds for the region itself.
  std::optional<ByParts> of(const Row<Indicator>& row, int rule, RegionCode region, const Period& period) const {
    if (!row.value.each) return std::nullopt;
    const std::optional<RegionLevel> level = level_of(*row.value.each);
    if (!level) return of_months(row, rule, region, period);
    if (*level <= region.level()) return std::nullopt;
    return of_places(row, rule, places_within(library_.regions, region, *level), period);
  }

 private:
  ByParts of_months(const Row<Indicator>& row, int rule, RegionCode region, const Period& period) const {
    PartsCount count(plan_, row);
    for (const Period& month : ended_months(period, today_))
      count.add(month.text(), region, month, facts::place_totals(facts_, *plan_.book, month, {rule}, {region}).at(region).front(), moment_);
    return count.take();
  }
  ByParts of_places(const Row<Indicator>& row, int rule, const std::vector<regions::Region>& places, const Period& period) const {
    PartsCount count(plan_, row);
    std::vector<RegionCode> codes;
    for (const regions::Region& place : places) codes.push_back(place.code);
    const auto totals = facts::place_totals(facts_, *plan_.book, period, {rule}, codes);
    for (const regions::Region& place : places)
      if (const auto found = totals.find(place.code); found != totals.end()) count.add(place.name, place.code, period, found->second.front(), moment_);
    return count.take();
  }

  const Library& library_;
  const Plan& plan_;
  const rules::Facts& facts_;
  const facts::FactsMoment& moment_;
  Date today_;
};

void put(ByParts found, IndicatorState& state) {
  state.computed = std::move(found.weakest);
  state.not_computed = found.why_not;
  state.computed_parts = std::move(found.held);
}

/// The totals of one period are asked together.
struct Asked {
  std::vector<int> rules;
  std::vector<IndicatorState*> states;
};

}  // namespace

void add_computed(IndicatorList& list, const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, Date today) {
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
    const ComputedParts parts(library, plan, facts, moment, today);
    for (auto& [period, asked] : by_period) {
      const auto totals = facts::place_totals(facts, *plan.book, period, asked.rules, {list.region});
      for (std::size_t i = 0; i < asked.rules.size(); ++i) {
        const facts::PlaceTotal& total = totals.at(list.region)[i];
        asked.states[i]->computed = computed_value(total, period, moment);
        asked.states[i]->not_computed = total.why_not;
        if (auto by_parts = parts.of(*plan.find_indicator(asked.states[i]->key), asked.rules[i], list.region, period)) put(std::move(*by_parts), *asked.states[i]);
      }
    }
  });
}

void add_computed(IndicatorDetail& detail, const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, Date today) {
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
    const ComputedParts by_part(library, plan, facts, moment, today);
    const Row<Indicator>& row = *plan.find_indicator(detail.indicator.key);
    if (auto found = by_part.of(row, rule, detail.region, period)) put(std::move(*found), detail.indicator);
    for (const auto& [level, codes] : parts) {
      const auto totals = facts::place_totals(facts, *plan.book, period, {rule}, codes);
      for (ChildState& child : detail.children)
        if (const auto found = totals.find(child.region); found != totals.end()) child.computed = computed_value(found->second.front(), period, moment);
      for (ChildState& child : detail.children)
        if (child.level == level)
          if (auto found = by_part.of(row, rule, child.region, period)) child.computed = std::move(found->weakest);
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
