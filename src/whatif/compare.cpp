#include "whatif/compare.h"

#include <algorithm>
#include <set>
#include <thread>

#include "facts/place_totals.h"
#include "rules/totals/rational.h"
#include "rules/totals/totals.h"
#include "whatif/changes.h"

namespace laoyou::whatif {
namespace {

RegionLevel below(RegionLevel level) { return level == RegionLevel::village ? level : static_cast<RegionLevel>(static_cast<int>(level) + 1); }

Result<std::set<int>> wanted_totals(const rules::Book& book, const std::vector<std::string>& keys) {
  std::set<int> wanted;
  for (const std::string& key : keys) {
    const int rule = book.find_rule(key);
    if (rule < 0 || book.rules[static_cast<std::size_t>(rule)].record >= 0) return refuse("rules.no_such_rule", {key});
    wanted.insert(rule);
  }
  return wanted;
}

ChangeRow row_of(const plan::Library& library, const rules::Rule& rule, const TotalChange& change, const PlaceChange& place) {
  ChangeRow row;
  row.region = place.place;
  row.region_name = library.regions.name(place.place);
  row.before = shown_number(rule, place.before);
  row.after = shown_number(rule, place.after);
  if (place.before && place.after) row.difference = shown_number(rule, rules::minus(*place.after, *place.before));
  if (!change.by_rows) return row;
  row.reach_before = place.reach_before;
  row.reach_after = place.reach_after;
  row.gain = place.gain;
  row.lose = place.lose;
  return row;
}

ChangedTotal total_of(const plan::Library& library, const rules::WhatIf& what_if, const TotalChange& change) {
  const rules::Book& book = *what_if.before;
  const rules::Rule& rule = book.rules[static_cast<std::size_t>(change.rule)];
  ChangedTotal total;
  total.key = rule.key;
  total.name = rule.name;
  total.unit = shown_unit(rule);
  const std::vector<const rules::Node*> aggregates = rules::totals_of(book, change.rule);
  if (!aggregates.empty()) total.record = book.schema.records[static_cast<std::size_t>(std::get<rules::Total>(aggregates.front()->what).record)].name;
  total.money = rule.tree->type.kind == rules::Kind::money;
  total.touched = what_if.rules_before[static_cast<std::size_t>(change.rule)] != what_if.rules_after[static_cast<std::size_t>(change.rule)];
  total.whole = row_of(library, rule, change, change.whole);
  for (const PlaceChange& place : change.places) total.rows.push_back(row_of(library, rule, change, place));
  return total;
}

}  // namespace

int evaluation_threads() {
  constexpr unsigned k_threads_most = 4;
  return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, k_threads_most));
}

std::optional<Decimal> shown_number(const rules::Rule& rule, const std::optional<rules::Rational>& number) {
  return number ? facts::in_unit(rule, *number) : std::nullopt;
}

std::vector<VariantRefusal> told(const Refusals& refusals, Language language) {
  std::vector<VariantRefusal> all;
  for (const Refusal& refusal : refusals) all.push_back({refusal.place, refusal.code, message(refusal.code, refusal.words, language)});
  return all;
}

Result<Comparison> compare(const Asked& asked, const facts::FactsKeeper& keeper, const CompareRequest& request, Language language) {
  if (request.variants.size() > k_variants_most) return refuse("whatif.too_many", {std::to_string(k_variants_most)});
  const RegionLevel level = request.level.value_or(below(asked.region.level()));
  if (level < asked.region.level()) return refuse("whatif.level");
  const Result<std::set<int>> wanted = wanted_totals(*asked.plan->book, request.totals);
  if (!wanted) return wanted.error();
  Comparison comparison{request.plan, asked.region, asked.library->regions.name(asked.region), asked.period, level, 0, {}, {}};
  std::vector<std::optional<rules::WhatIf>> checked;
  for (const Variant& variant : request.variants) {
    VariantAnswer& answer = comparison.variants.emplace_back();
    answer.name = variant.name;
    auto what_if = what_if_of(*asked.plan, variant, asked.period.first_day());
    if (!what_if) answer.refusals = told(what_if.error(), language);
    checked.push_back(what_if ? std::optional(std::move(*what_if)) : std::nullopt);
  }
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment& moment) {
    comparison.journal_sequence = moment.sequence;
    comparison.as_of = moment.at;
    for (std::size_t i = 0; i < checked.size(); ++i) {
      if (!checked[i]) continue;
      std::set<int> totals = *wanted;
      for (const int rule : touched_totals(*checked[i])) totals.insert(rule);
      const ChangeQuestion question{asked.period, {totals.begin(), totals.end()}, asked.region, level, evaluation_threads()};
      for (const TotalChange& change : changes_of(*checked[i], facts, question)) comparison.variants[i].totals.push_back(total_of(*asked.library, *checked[i], change));
    }
  });
  return comparison;
}

}  // namespace laoyou::whatif
