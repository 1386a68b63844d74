#include "app/budget_services.h"

#include <algorithm>

#include "facts/place_totals.h"
#include "plan/folder/target.h"
#include "registry/locality.h"
#include "rules/facts/feed.h"
#include "rules/totals/totals.h"

namespace laoyou::app {
namespace {

using budgets::BudgetUse;

/// The record that such a rule counts.
constexpr std::string_view k_fund_use = "fund_use";

/// The uses as the register would hold them, all on one day.
rules::Facts facts_of(const std::vector<BudgetUse>& uses, const registry::FactsLayout& layout, RegionCode place, Date day, Fen BudgetUse::*amount) {
  rules::Facts facts(layout.schema());
  rules::Feed feed(layout.schema(), facts);
  layout.follow(feed, nullptr);
  std::int64_t id = 0;
  for (const BudgetUse& use : uses) {
    ++id;
    std::vector<record::Cell> cells;
    record::to_cells(registry::FundUse{{id}, 1, place, use.source, use.purpose, day, use.*amount, false}, cells);
    static_cast<void>(feed.take({id, std::string(k_fund_use), id, std::move(cells)}));
  }
  for (rules::Table& table : facts.tables) table.settle();
  return facts;
}

/// The uses of one place and year as two registers: of what is budgeted and of what is spent. They are a budget's, not the registers', so no kept total holds.
class UsesAsFacts {
 public:
  UsesAsFacts(const std::vector<BudgetUse>& uses, const registry::FactsLayout& layout, RegionCode place, std::int32_t year)
      : place_(place),
        year_(Period::year(year)),
        budgeted_(facts_of(uses, layout, place, year_.last_day(), &BudgetUse::budgeted)),
        spent_(facts_of(uses, layout, place, year_.last_day(), &BudgetUse::spent)) {}

  // The indicator's value by its rule; nothing where there is no money.
  std::optional<Decimal> budgeted(const rules::Book& book, int rule) const { return value(budgeted_, book, rule); }
  std::optional<Decimal> spent(const rules::Book& book, int rule) const { return value(spent_, book, rule); }

 private:
  std::optional<Decimal> value(const rules::Facts& facts, const rules::Book& book, int rule) const {
    return facts::place_totals(facts, book, year_, {rule}, {place_}).at(place_).front().value;
  }

  RegionCode place_;
  Period year_;
  rules::Facts budgeted_, spent_;
};

/// The target of that year, else the last one.
const plan::Target* target_of(const plan::Indicator& indicator, std::int32_t year) {
  const plan::Target* found = nullptr;
  for (const plan::Target& target : indicator.target) {
    if (found == nullptr || found->period.last_day() < target.period.last_day()) found = &target;
    if (target.period == Period::year(year)) return &target;
  }
  return found;
}

std::optional<bool> holds(const plan::Target& target, const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  return plan::light_of(target, *value, 0) == plan::Light::met;
}

/// Whether the rule is a total over nothing but the use of funds.
bool over_fund_use(const rules::Book& book, int rule) {
  const int record = book.schema.find_record(k_fund_use);
  const auto totals = rules::totals_of(book, rule);
  return !totals.empty() && std::all_of(totals.begin(), totals.end(), [&](const rules::Node* node) { return std::get<rules::Total>(node->what).record == record; });
}

void add_tests(const plan::Plan& plan, std::int32_t year, const UsesAsFacts& uses, std::vector<budgets::ShareTest>& tests) {
  for (const plan::Row<plan::Indicator>& row : plan.content.indicators) {
    const plan::Indicator& indicator = row.value;
    const int rule = plan.book && indicator.value ? plan.book->find_rule(indicator.key) : -1;
    const plan::Target* target = target_of(indicator, year);
    if (rule < 0 || target == nullptr || plan.book->rules[static_cast<std::size_t>(rule)].record >= 0 || !over_fund_use(*plan.book, rule)) continue;
    budgets::ShareTest test;
    test.plan = plan.content.head.value.plan;
    test.name = indicator.name;
    test.name_en = indicator.name_en;
    test.target = target->text + " " + indicator.unit;
    test.clause = indicator.source;
    test.budgeted_percent = uses.budgeted(*plan.book, rule);
    test.spent_percent = uses.spent(*plan.book, rule);
    test.budgeted_holds = holds(*target, test.budgeted_percent);
    test.spent_holds = holds(*target, test.spent_percent);
    tests.push_back(std::move(test));
  }
}

/// The standard that sets it.
constexpr std::string_view k_price_ceiling = "inclusive_price_ceiling";

std::optional<prices::PriceCeiling> price_ceiling(const plan::Library& library, RegionCode place) {
  std::optional<prices::PriceCeiling> found;
  RegionCode of;
  for (const auto& [key, plan] : library.plans) {
    const RegionCode region = plan->content.head.value.region;
    if (!region.contains(place) || (found && !of.contains(region))) continue;
    for (const plan::Row<plan::Standard>& row : plan->content.standards) {
      const plan::Standard& standard = row.value;
      if (standard.key != k_price_ceiling || standard.comparator != "<=" || standard.unit != "%") continue;
      const Result<Decimal> percent = Decimal::parse(standard.value.value_or(std::string()));
      if (!percent) continue;
      found = prices::PriceCeiling{key, standard.name, standard.name_en, *percent, standard.source, standard.summary};
      of = region;
    }
  }
  return found;
}

}  // namespace

std::vector<budgets::ShareTest> share_tests(const plan::Library& library, RegionCode place, std::int32_t year, const std::vector<BudgetUse>& uses) {
  std::vector<budgets::ShareTest> tests;
  const UsesAsFacts facts(uses, *library.facts_layout, place, year);
  for (const auto& [key, plan] : library.plans)
    if (plan->content.head.value.region.contains(place)) add_tests(*plan, year, facts, tests);
  return tests;
}

prices::Services price_services(store::Store& store, plan::RunningPlans& plans) {
  return {store, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&plans](RegionCode place) { return price_ceiling(*plans.current(), place); }};
}

budgets::Services budget_services(store::Store& store, ledger::Ledger& ledger, accounts::Accounts& accounts, plan::RunningPlans& plans) {
  return {store, ledger, [&plans](RegionCode region) { return plans.current()->regions.name(region); },
          [&accounts](std::int64_t account) { return accounts.display_name_of(account); },
          [&plans](RegionCode place, std::int32_t year, const std::vector<BudgetUse>& uses) { return share_tests(*plans.current(), place, year, uses); }};
}

}  // namespace laoyou::app
