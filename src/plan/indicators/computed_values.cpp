#include "plan/indicators/computed_values.h"

#include <algorithm>

#include "plan/indicators/indicator_state.h"
#include "plan/indicators/parts_held.h"

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
    if (!total.value) return;
    // Where no target holds the last part stands for the others.
    if (!target || !found_.weakest || weaker(*target, *total.value, found_.weakest->value, plan_.near_percent)) found_.weakest = computed_value(total, period, moment);
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

/// An indicator and its rule.
struct Asked {
  const Row<Indicator>* row = nullptr;
  int rule = -1;
};

/// What targets are held against one by one.
class ComputedParts {
 public:
  using ByRuleAndPlace = std::map<std::pair<int, RegionCode>, ByParts>;

  ComputedParts(const Library& library, const Plan& plan, const facts::TotalsOf& totals_of, const facts::FactsMoment& moment, Date today)
      : library_(library), plan_(plan), totals_of_(totals_of), moment_(moment), today_(today) {}

  /// The months of the year of `period`, for places of one level; one evaluation a month for all rules and places.
  ByRuleAndPlace of_months(const std::vector<Asked>& asked, const std::vector<RegionCode>& places, const Period& period) const {
    std::map<std::pair<int, RegionCode>, PartsCount> counts;
    std::vector<int> rules;
    for (const Asked& each : asked) rules.push_back(each.rule);
    if (!rules.empty())
      for (const Period& month : ended_months(period, today_))
        for (const auto& [place, totals] : totals_of_(plan_.book, month, rules, places))
          for (std::size_t i = 0; i < asked.size(); ++i)
            counts.try_emplace({asked[i].rule, place}, plan_, *asked[i].row).first->second.add(month.text(), place, month, totals[i], moment_);
    ByRuleAndPlace found;
    for (auto& [key, count] : counts) found.emplace(key, count.take());
    return found;
  }
  /// The places within the region that the target holds for one by one; nothing where it holds for the region itself, or by months.
  std::optional<ByParts> of_places(const Asked& asked, RegionCode region, const Period& period) const {
    const std::optional<RegionLevel> level = asked.row->value.each ? level_of(*asked.row->value.each) : std::nullopt;
    if (!level || *level <= region.level()) return std::nullopt;
    const std::vector<regions::Region> places = places_within(library_.regions, region, *level);
    std::vector<RegionCode> codes;
    for (const regions::Region& place : places) codes.push_back(place.code);
    const auto totals = totals_of_(plan_.book, period, {asked.rule}, codes);
    PartsCount count(plan_, *asked.row);
    for (const regions::Region& place : places)
      if (const auto found = totals.find(place.code); found != totals.end()) count.add(place.name, place.code, period, found->second.front(), moment_);
    return count.take();
  }

 private:
  const Library& library_;
  const Plan& plan_;
  const facts::TotalsOf& totals_of_;
  const facts::FactsMoment& moment_;
  Date today_;
};

bool is_monthly(const Row<Indicator>& row) { return row.value.each == EachPart::month; }

void put(ByParts found, IndicatorState& state) {
  state.computed = std::move(found.weakest);
  state.not_computed = found.why_not;
  if (found.held.parts > 0) state.computed_parts = std::move(found.held);
}

/// The totals of one period are asked together.
struct AskedOfPeriod {
  std::vector<int> rules;
  std::vector<IndicatorState*> states;
};

/// Puts what the rules give for the parts, where a target holds for each of them.
void add_parts(AskedOfPeriod& asked, const Plan& plan, const ComputedParts& parts, RegionCode region, const Period& period) {
  std::vector<Asked> monthly;
  for (std::size_t i = 0; i < asked.rules.size(); ++i) {
    const Asked one{plan.find_indicator(asked.states[i]->key), asked.rules[i]};
    if (is_monthly(*one.row)) monthly.push_back(one);
    if (auto found = parts.of_places(one, region, period)) put(std::move(*found), *asked.states[i]);
  }
  auto months = parts.of_months(monthly, {region}, period);
  for (std::size_t i = 0; i < asked.rules.size(); ++i)
    if (const auto found = months.find({asked.rules[i], region}); found != months.end()) put(std::move(found->second), *asked.states[i]);
}

}  // namespace

void add_computed(IndicatorList& list, const Library& library, const Plan& plan, const facts::FactsKeeper& keeper, Date today) {
  keeper.read_totals([&](const facts::TotalsOf& totals_of, const facts::FactsMoment& moment) { add_computed(list, library, plan, totals_of, moment, today); });
}

void add_computed(IndicatorList& list, const Library& library, const Plan& plan, const facts::TotalsOf& totals_of, const facts::FactsMoment& moment, Date today) {
  std::map<Period, AskedOfPeriod> by_period;
  for (IndicatorState& state : list.rows) {
    const int rule = rule_of(plan, state);
    if (rule < 0) {
      state.not_computed = facts::NotComputed::no_rule;
      continue;
    }
    AskedOfPeriod& asked = by_period[period_beside(plan, state.actual, today)];
    asked.rules.push_back(rule);
    asked.states.push_back(&state);
  }
  const ComputedParts parts(library, plan, totals_of, moment, today);
  for (auto& [period, asked] : by_period) {
    const auto totals = totals_of(plan.book, period, asked.rules, {list.region});
    for (std::size_t i = 0; i < asked.rules.size(); ++i) {
      const facts::PlaceTotal& total = totals.at(list.region)[i];
      asked.states[i]->computed = computed_value(total, period, moment);
      asked.states[i]->not_computed = total.why_not;
    }
    add_parts(asked, plan, parts, list.region, period);
  }
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
  keeper.read_totals([&](const facts::TotalsOf& totals_of, const facts::FactsMoment& moment) {
    const auto whole = totals_of(plan.book, period, {rule}, {detail.region});
    detail.indicator.computed = computed_value(whole.at(detail.region).front(), period, moment);
    detail.indicator.not_computed = whole.at(detail.region).front().why_not;
    const ComputedParts by_part(library, plan, totals_of, moment, today);
    const Asked asked{plan.find_indicator(detail.indicator.key), rule};
    AskedOfPeriod of_whole{{rule}, {&detail.indicator}};
    add_parts(of_whole, plan, by_part, detail.region, period);
    for (const auto& [level, codes] : parts) {
      const auto totals = totals_of(plan.book, period, {rule}, codes);
      const auto months = by_part.of_months(is_monthly(*asked.row) ? std::vector<Asked>{asked} : std::vector<Asked>(), codes, period);
      for (ChildState& child : detail.children) {
        if (const auto found = totals.find(child.region); found != totals.end()) child.computed = computed_value(found->second.front(), period, moment);
        if (const auto found = months.find({rule, child.region}); found != months.end()) child.computed = found->second.weakest;
        if (child.level == level)
          if (const auto found = by_part.of_places(asked, child.region, period)) child.computed = found->weakest;
      }
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
