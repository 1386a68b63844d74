#include "facts/place_totals.h"

#include <algorithm>

#include "base/check.h"
#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"
#include "rules/rows/evaluate.h"
#include "rules/totals/totals.h"
#include "rules/value/unit.h"

namespace laoyou::facts {
namespace {

constexpr int k_places = 6;

/// What stands of a record in a place.
struct Presence {
  bool any = false, synthetic = false;
};

/// Looks until both are known: for a place with records, made up or not, after a few rows.
Presence presence_of(const rules::Facts& facts, const rules::Schema& schema, int record, RegionCode place) {
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  const rules::Table& table = facts.tables[static_cast<std::size_t>(record)];
  const rules::Column& regions = table.column(kind.region_field);
  Presence presence;
  const auto codes = regions.dictionary();
  if (std::none_of(codes.begin(), codes.end(), [&](std::int64_t code) { return place.contains(RegionCode::from_number(code)); })) return presence;
  const int synthetic_field = kind.find("synthetic");
  const bool may_be_synthetic = synthetic_field >= 0 && table.column(synthetic_field).greatest() > 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const rules::Value code = regions.at(row);
    if (!code || !place.contains(RegionCode::from_number(*code))) continue;
    presence.any = true;
    presence.synthetic = may_be_synthetic && table.column(synthetic_field).at(row) == rules::Value(1);
    if (presence.synthetic || !may_be_synthetic) break;
  }
  return presence;
}

class Reader {
 public:
  Reader(const rules::Facts& facts, const rules::Book& book, RegionCode place) : facts_(facts), book_(book), place_(place) {}

  PlaceTotal total(int rule, const rules::Outcome* outcome) {
    const std::vector<const rules::Node*> aggregates = rules::totals_of(book_, rule);
    PlaceTotal total;
    bool filled = outcome != nullptr && !aggregates.empty();
    for (std::size_t i = 0; i < aggregates.size(); ++i) {
      const int record = std::get<rules::Total>(aggregates[i]->what).record;
      const Presence presence = present(record);
      filled &= presence.any;
      total.synthetic |= presence.synthetic;
      if (i == 0) total.record = book_.schema.records[static_cast<std::size_t>(record)].name;
      if (outcome == nullptr) continue;
      if (i == 0) total.counted = outcome->tallies[i].selected;
      total.undecided += outcome->tallies[i].undecided;
    }
    if (filled && outcome->value) total.value = in_unit(book_.rules[static_cast<std::size_t>(rule)], *outcome->value);
    if (!total.value) total.why_not = filled ? NotComputed::no_value : NotComputed::no_rows;
    return total;
  }

 private:
  Presence present(int record) {
    const auto [known, fresh] = presence_.try_emplace(record);
    if (fresh) known->second = presence_of(facts_, book_.schema, record, place_);
    return known->second;
  }

  const rules::Facts& facts_;
  const rules::Book& book_;
  RegionCode place_;
  std::map<int, Presence> presence_;
};

rules::Grouping by_level(RegionLevel level) {
  if (level == RegionLevel::country) return {};
  return {rules::Grouping::By::region_level, level, ""};
}

}  // namespace

std::optional<Decimal> in_unit(const rules::Rule& rule, const rules::Rational& number) {
  const int shown = rules::find_unit(rule.unit);
  const rules::Type type = rule.tree->type;
  rules::Rational value = number;
  if (shown >= 0 && (rules::units()[static_cast<std::size_t>(shown)].kind == rules::Kind::ratio || rules::units()[static_cast<std::size_t>(shown)].kind == rules::Kind::money)) {
    const rules::Unit& unit = rules::units()[static_cast<std::size_t>(shown)];
    value = rules::times(number, rules::rational(unit.denominator, unit.numerator));
  } else if (type.kind == rules::Kind::money) {
    value = rules::over(number, rules::rational(100));
  }
  const Result<Decimal> decimal = Decimal::parse(rules::rational_text(value, k_places));
  return decimal ? std::optional(*decimal) : std::nullopt;
}

PlaceTotals place_totals(const rules::Facts& facts, const rules::Book& book, const Period& period, const std::vector<int>& rules, const std::vector<RegionCode>& places) {
  PlaceTotals totals;
  if (places.empty() || rules.empty()) return totals;
  const RegionLevel level = places.front().level();
  const rules::Answer answer = rules::evaluate(book, facts, {period, rules, by_level(level), 1});
  for (const RegionCode place : places) {
    CHECK(place.level() == level);
    const rules::GroupKey key = level == RegionLevel::country ? 0 : place.number();
    const auto group = std::find(answer.groups.begin(), answer.groups.end(), key);
    Reader reader(facts, book, place);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const bool found = group != answer.groups.end();
      totals[place].push_back(reader.total(rules[i], found ? &answer.outcomes[i][static_cast<std::size_t>(group - answer.groups.begin())] : nullptr));
    }
  }
  return totals;
}

TotalsOf totals_over(const rules::Facts& facts) {
  return [&facts](const std::shared_ptr<const rules::Book>& book, const Period& period, const std::vector<int>& rules, const std::vector<RegionCode>& places) {
    return place_totals(facts, *book, period, rules, places);
  };
}

std::vector<CountedRecords> counted_records(const rules::Facts& facts, const rules::Book& book, const Period& period, int rule, RegionCode place, std::size_t most) {
  const rules::RowEvaluator evaluator(book, facts, period);
  std::vector<CountedRecords> all;
  for (const rules::Node* const node : rules::totals_of(book, rule)) {
    const auto& total = std::get<rules::Total>(node->what);
    const rules::RecordKind& kind = book.schema.records[static_cast<std::size_t>(total.record)];
    const rules::Table& table = facts.tables[static_cast<std::size_t>(total.record)];
    CountedRecords counted{kind.name, 0, 0, 0, {}};
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const rules::Value region = table.column(kind.region_field).at(row);
      if (!region || !place.contains(RegionCode::from_number(*region))) continue;
      const rules::RowStack rows{{total.record, row}};
      const rules::Value holds = total.condition ? evaluator.evaluate(*total.condition, rows) : rules::Value(1);
      counted.undecided += holds.has_value() ? 0 : 1;
      if (holds.value_or(0) == 0) continue;
      ++counted.selected;
      if (total.function == rules::Function::share && evaluator.evaluate(*total.value, rows).value_or(0) == 0) continue;
      ++counted.counted;
      if (counted.ids.size() < most) counted.ids.push_back(evaluator.id_of({total.record, row}).value_or(0));
    }
    all.push_back(std::move(counted));
  }
  return all;
}

}  // namespace laoyou::facts
