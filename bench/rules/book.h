// The plans that the benchmark's rules come from, as texts, and the tables they speak of.
#pragma once

#include <memory>

#include "population.h"
#include "rules/tree/book.h"
#include "rules/facts/facts.h"
#include "rules/totals/tally.h"

namespace laoyou::bench {

struct RuleText {
  std::string key, record, expression;  ///< record empty: a total
};

/// One record "person" of fourteen fields.
rules::Schema people_schema();
/// A parameter from 2020 on: one row with an empty key, or a table.
rules::ParameterSource parameter(const std::string& key, std::vector<std::pair<std::string, std::string>> rows);
/// Throws with all refusals where the texts are wrong.
std::shared_ptr<const rules::Book> checked(const std::vector<RuleText>& rules, std::vector<rules::ParameterSource> parameters);
/// All rules of a book that are totals.
std::vector<int> totals_of_book(const rules::Book& book);

/// High-age and nursing allowance, as the loops compute them. `income_below_yuan` is a parameter of the plan.
std::shared_ptr<const rules::Book> allowance_book(int income_below_yuan);
/// The same high-age allowance from another age on, for as long as the next band leaves it.
std::shared_ptr<const rules::Book> high_age_book(int first_age);

/// Totals of that book: high age, nursing, together, eligible.
std::vector<int> allowance_totals(const rules::Book& book);

/// What a city's plan asks of its people at once: entitlements, tests of means, ages at a day, shares and means.
std::shared_ptr<const rules::Book> city_book();

/// Which values a tenth are left out of.
enum class Missing { nothing, ages_and_incomes, grades_too };

/// The table of people for allowance_book().
rules::Facts allowance_facts(const Population& people, Missing missing);
/// The table with the further columns that city_book() reads.
rules::Facts city_facts(const Population& people);

/// By county, in February 2026.
rules::Question question(std::vector<int> totals, int threads);

}  // namespace laoyou::bench
