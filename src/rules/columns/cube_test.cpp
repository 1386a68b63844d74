#include "rules/columns/cube.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "rules/columns/evaluate.h"
#include "rules/testing/example_facts.h"
#include "rules/testing/typed_tree_builder.h"

namespace laoyou::rules {
namespace {

using namespace testing;

/// Totals over residents' ages and grades, with the age of the first band as given.
Book book_from_age(std::int64_t age, bool with_income = false) {
  Book book;
  book.schema = example_schema();
  book.region = RegionCode::from_number(450200000000);
  const Schema& schema = book.schema;
  const NodePtr years = field(schema, "resident", "age"), grade = field(schema, "resident", "care_grade"), local = field(schema, "resident", "local");
  const NodePtr amount = bands(years, {{age, age + 9, fen(5'000)}, {age + 10, {}, fen(10'000)}}, fen(0));
  add_rule(book, "amount", "", total(schema, k_money, Function::sum, "resident", amount, nullptr));
  add_rule(book, "amount_of_locals", "", total(schema, k_money, Function::avg, "resident", amount, local));
  add_rule(book, "old", "", total(schema, k_integer, Function::count, "resident", nullptr, at_least(years, integer(age))));
  add_rule(book, "share", "", total(schema, k_ratio, Function::share, "resident", at_least(grade, code(schema, "care_grade", "moderate")), at_least(years, integer(age))));
  add_rule(book, "oldest", "", total(schema, k_integer, Function::max, "resident", years, local));
  add_rule(book, "youngest", "", total(schema, k_integer, Function::min, "resident", years, nullptr));
  add_rule(book, "grades", "", total(schema, grade->type, Function::distinct, "resident", grade, nullptr));
  if (with_income) add_rule(book, "income", "", total(schema, k_money, Function::sum, "resident", field(schema, "resident", "income"), nullptr));
  return book;
}

Question question_of(const Book& book, Grouping grouping) {
  std::vector<int> all(book.rules.size());
  for (std::size_t rule = 0; rule < all.size(); ++rule) all[rule] = static_cast<int>(rule);
  return {Period::year(2024), all, std::move(grouping), 1};
}

/// Residents whose ages lie between 40 and 110.
Facts residents(const Schema& schema, std::uint64_t missing_permille) {
  SeededRandom random(missing_permille + 3);
  Facts facts = random_facts(schema, 3'000, missing_permille, random);
  for (std::size_t row = 0; row < 3'000; ++row) facts.tables[0].column(4).set(row, random.below(1'000) < missing_permille ? Value() : Value(40 + static_cast<std::int64_t>(random.below(70))));
  Facts clean(schema);
  for (std::size_t row = 0; row < 3'000; ++row) {
    std::vector<Value> values;
    for (int field = 0; field < facts.tables[0].fields(); ++field) values.push_back(facts.tables[0].column(field).at(row));
    clean.tables[0].append(values);
  }
  return clean;
}

TEST(CountCube, AnswersAnotherAgeAsTheWholeTableWould) {
  using By = Grouping::By;
  const Book base = book_from_age(80);
  for (const std::uint64_t missing : {0, 150}) {
    const Facts facts = residents(base.schema, missing);
    for (const Grouping& grouping : {Grouping{}, Grouping{By::region_level, RegionLevel::county, ""}, Grouping{By::field, RegionLevel::county, "sex"}}) {
      const auto cube = CountCube::build(base, facts, question_of(base, grouping));
      ASSERT_TRUE(cube);
      EXPECT_LE(cube->cells(), 3'000u);
      for (const std::int64_t age : {60, 65, 80, 95}) {
        const Book changed = book_from_age(age);
        const auto quick = cube->evaluate(changed, question_of(changed, grouping));
        ASSERT_TRUE(quick);
        const Answer whole = evaluate(changed, facts, question_of(changed, grouping));
        EXPECT_EQ(quick->groups, whole.groups);
        EXPECT_EQ(quick->outcomes, whole.outcomes) << "from age " << age << ", missing " << missing;
      }
    }
  }
}

TEST(CountCube, RefusesWhatItHasNotCounted) {
  const Book base = book_from_age(80), more = book_from_age(80, true);
  const Facts facts = residents(base.schema, 0);
  const auto cube = CountCube::build(base, facts, question_of(base, {}));
  ASSERT_TRUE(cube);
  EXPECT_FALSE(cube->evaluate(more, question_of(more, {})));
  EXPECT_FALSE(cube->evaluate(base, question_of(base, {Grouping::By::region_level, RegionLevel::county, ""})));
  EXPECT_FALSE(CountCube::build(more, facts, question_of(more, {}))) << "incomes span too much";
}

TEST(CountCube, KnowsWhenTheFactsHaveChanged) {
  const Book base = book_from_age(80);
  Facts facts = residents(base.schema, 0);
  const auto cube = CountCube::build(base, facts, question_of(base, {}));
  EXPECT_TRUE(cube->is_current(facts));
  facts.tables[0].remove(1000);
  EXPECT_FALSE(cube->is_current(facts));
}

}  // namespace
}  // namespace laoyou::rules
