#include "rules/totals/totals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/totals/rational.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/typed_tree_builder.h"

namespace laoyou::rules {
namespace {

using namespace testing;
using ::testing::ElementsAre;

const Period k_year = Period::year(2025);

Tally counts(std::int64_t selected, std::int64_t undecided, std::int64_t valued, Wide sum, Value least = {}, Value greatest = {}) {
  return {selected, undecided, valued, sum, least, greatest};
}

// Beds in two counties; the third bed does not say whether it is a nursing bed.
class Totals : public ::testing::Test {
 protected:
  Totals() : facts(example_schema()) {
    book.schema = example_schema();
    add_bed(1, 450203001002, 1, 100'000);
    add_bed(2, 450203002001, 0, 50'000);
    add_bed(3, 450203002001, {}, 70'000);
    add_bed(4, 450204001001, 1, {});
    add_bed(5, {}, 0, 20'000);
  }
  void add_bed(std::int64_t id, Value region, Value nursing, Value rent) {
    facts.tables[static_cast<std::size_t>(book.schema.find_record("bed"))].append(std::vector<Value>{id, region, {}, {}, nursing, rent});
  }
  NodePtr bed(std::string_view name) { return field(book.schema, "bed", name); }
  NodePtr over_beds(Type type, Function function, NodePtr value, NodePtr condition) { return total(book.schema, type, function, "bed", std::move(value), std::move(condition)); }
  int ask(NodePtr tree) { return add_rule(book, "t" + std::to_string(book.rules.size()), "", std::move(tree)); }
  Outcome whole(NodePtr tree) { return evaluate_by_rows(book, facts, {k_year, {ask(std::move(tree))}, {}, 1}).outcomes.at(0).at(0); }
  std::string value(NodePtr tree) {
    const Outcome outcome = whole(std::move(tree));
    return outcome.value ? exact_text(*outcome.value) : "none";
  }

  Book book;
  Facts facts;
};

TEST_F(Totals, a_count_leaves_out_undecided_rows_and_says_so) {
  const Outcome nursing = whole(over_beds(k_integer, Function::count, nullptr, bed("nursing")));
  EXPECT_EQ(nursing.value, rational(2));
  EXPECT_THAT(nursing.tallies, ElementsAre(counts(2, 1, 0, 0)));
}

TEST_F(Totals, each_function_fills_its_own_counts) {
  EXPECT_THAT(whole(over_beds(k_money, Function::sum, bed("rent"), nullptr)).tallies, ElementsAre(counts(5, 0, 4, 240'000)));
  EXPECT_THAT(whole(over_beds(k_money, Function::min, bed("rent"), nullptr)).tallies, ElementsAre(counts(5, 0, 4, 0, 20'000)));
  EXPECT_THAT(whole(over_beds(k_money, Function::max, bed("rent"), nullptr)).tallies, ElementsAre(counts(5, 0, 4, 0, {}, 100'000)));
  EXPECT_THAT(whole(over_beds(k_ratio, Function::share, bed("nursing"), nullptr)).tallies, ElementsAre(counts(5, 0, 4, 2)));
  EXPECT_THAT(whole(over_beds(k_integer, Function::distinct, bed("region"), nullptr)).tallies, ElementsAre(counts(5, 0, 4, 3)));
}

TEST_F(Totals, values_are_exact) {
  EXPECT_EQ(value(over_beds(k_money, Function::avg, bed("rent"), bed("nursing"))), "100000");
  EXPECT_EQ(value(over_beds(k_money, Function::avg, bed("rent"), at_least(bed("rent"), fen(50'000)))), "220000/3");
  EXPECT_EQ(value(over_beds(k_ratio, Function::share, bed("nursing"), nullptr)), "1/2");
}

TEST_F(Totals, without_rows_a_sum_is_zero_and_an_average_has_no_value) {
  const NodePtr none = at_least(bed("rent"), fen(1'000'000));
  EXPECT_EQ(value(over_beds(k_money, Function::sum, bed("rent"), none)), "0");
  EXPECT_EQ(value(over_beds(k_money, Function::avg, bed("rent"), none)), "none");
  EXPECT_EQ(value(over_beds(k_money, Function::min, bed("rent"), none)), "none");
  EXPECT_EQ(value(over_beds(k_ratio, Function::share, bed("nursing"), none)), "none");
  EXPECT_EQ(value(over_beds(k_money, Function::sum, bed("rent"), equal(bed("id"), literal({Kind::id, 3}, 4)))), "none") << "one bed, but its rent is not known";
}

TEST_F(Totals, a_ratio_of_groups_is_the_ratio_of_their_sums) {
  const NodePtr nursing = over_beds(k_integer, Function::count, nullptr, bed("nursing")), all = over_beds(k_integer, Function::count, nullptr, nullptr);
  const int rule = ask(arithmetic(k_ratio, '/', nursing, all));
  const Answer answer = evaluate_by_rows(book, facts, {k_year, {rule}, {Grouping::By::region_level, RegionLevel::county, {}}, 1});
  EXPECT_THAT(answer.groups, ElementsAre(450203000000, 450204000000, std::nullopt));
  EXPECT_EQ(answer.outcomes[0][0].value, rational(1, 3));
  EXPECT_EQ(answer.outcomes[0][1].value, rational(1));
  EXPECT_EQ(answer.outcomes[0][2].value, rational(0));
  std::vector<Tally> together(2);
  for (const Outcome& outcome : answer.outcomes[0])
    for (std::size_t i = 0; i < 2; ++i) add(together[i], outcome.tallies[i]);
  EXPECT_EQ(combine(book, rule, together, k_year), rational(2, 5));
}

TEST_F(Totals, groups_by_a_field_hold_its_values_and_the_missing_ones_last) {
  const int rule = ask(over_beds(k_integer, Function::count, nullptr, nullptr));
  const Answer answer = evaluate_by_rows(book, facts, {k_year, {rule}, {Grouping::By::field, {}, "nursing"}, 1});
  EXPECT_THAT(answer.groups, ElementsAre(0, 1, std::nullopt));
}

TEST_F(Totals, an_aggregate_read_twice_is_counted_once) {
  const NodePtr all = over_beds(k_integer, Function::count, nullptr, nullptr);
  const int first = ask(all);
  const int twice = ask(arithmetic(k_integer, '+', total_read(book, first), arithmetic(k_integer, '+', total_read(book, first), all)));
  EXPECT_THAT(totals_of(book, twice), ElementsAre(all.get()));
  EXPECT_EQ(value(arithmetic(k_integer, '*', total_read(book, twice), integer(2))), "30");
}

TEST_F(Totals, nothing_is_divided_by_zero) {
  const NodePtr none = over_beds(k_integer, Function::count, nullptr, at_least(bed("rent"), fen(1'000'000))), all = over_beds(k_integer, Function::count, nullptr, nullptr);
  EXPECT_EQ(value(arithmetic(k_ratio, '/', all, none)), "none");
  EXPECT_EQ(value(arithmetic(k_ratio, '+', literal(k_ratio, 500'000), arithmetic(k_ratio, '/', none, all))), "1/2");
}

TEST_F(Totals, a_parameter_in_a_total_is_read_on_the_last_day) {
  const int goal = add_parameter(book, "goal", k_ratio, {{Date::from_days(0), 250'000}, {k_year.last_day(), 500'000}});
  EXPECT_EQ(value(arithmetic(k_ratio, '/', over_beds(k_ratio, Function::share, bed("nursing"), nullptr), parameter(book, goal))), "1");
}

TEST_F(Totals, arithmetic_that_could_leave_128_bits_is_found_beforehand) {
  const NodePtr rents = over_beds(k_money, Function::sum, bed("rent"), nullptr), beds = over_beds(k_integer, Function::count, nullptr, nullptr);
  const auto ratio = [&](NodePtr above, NodePtr below) { return arithmetic(k_ratio, '/', std::move(above), std::move(below)); };
  EXPECT_FALSE(total_may_overflow(book, *ratio(rents, beds)));
  EXPECT_FALSE(total_may_overflow(book, *arithmetic(k_ratio, '*', ratio(beds, beds), integer(1000))));
  EXPECT_FALSE(total_may_overflow(book, *arithmetic(k_ratio, '+', ratio(rents, beds), literal(k_ratio, 500'000))));
  EXPECT_TRUE(total_may_overflow(book, *arithmetic(k_ratio, '*', rents, rents)));
  EXPECT_TRUE(total_may_overflow(book, *ratio(beds, arithmetic(k_ratio, '*', rents, rents))));
}

TEST(Rational, is_in_lowest_terms_with_a_positive_denominator) {
  EXPECT_EQ(rational(6, -4), (Rational{-3, 2}));
  EXPECT_EQ(plus(rational(1, 6), rational(1, 3)), rational(1, 2));
  EXPECT_EQ(minus(rational(1, 6), rational(1, 6)), rational(0));
  EXPECT_EQ(times(rational(2, 3), rational(3, 2)), rational(1));
  EXPECT_EQ(over(rational(1, 3), rational(-2, 3)), rational(-1, 2));
  EXPECT_EQ(compare(rational(1, 3), rational(34, 100)), std::strong_ordering::less);
}

TEST(Rational, is_written_with_the_places_asked_for) {
  EXPECT_EQ(rational_text(rational(1, 3), 4), "0.3333");
  EXPECT_EQ(rational_text(rational(2, 3), 4), "0.6667");
  EXPECT_EQ(rational_text(rational(-1, 2), 0), "-1");
  EXPECT_EQ(rational_text(rational(1999, 1000), 2), "2");
  EXPECT_EQ(rational_text(rational(-1, 1000), 2), "0");
  EXPECT_EQ(rational_text(rational(25, 2), 2), "12.5");
  EXPECT_EQ(exact_text(rational(-1, 3)), "-1/3");
}

}  // namespace
}  // namespace laoyou::rules
