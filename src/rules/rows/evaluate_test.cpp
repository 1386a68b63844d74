#include "rules/rows/evaluate.h"

#include <gtest/gtest.h>

#include "rules/testing/typed_tree_builder.h"

namespace laoyou::rules {
namespace {

using namespace testing;

const Period k_june = Period::parse("2025-06").value();

Date day(std::string_view text) { return Date::parse(text).value(); }
Value days(std::string_view text) { return day(text).days(); }

// One resident at a time; fields not named are missing.
class RowEvaluate : public ::testing::Test {
 protected:
  RowEvaluate() : facts(example_schema()) { book.schema = example_schema(); }

  std::size_t add(std::string_view record, std::initializer_list<std::pair<std::string_view, Value>> values) {
    const int at = book.schema.find_record(record);
    const RecordKind& kind = book.schema.records[static_cast<std::size_t>(at)];
    std::vector<Value> row(kind.fields.size());
    for (const auto& [name, value] : values) row[static_cast<std::size_t>(kind.find(name))] = value;
    Table& table = facts.tables[static_cast<std::size_t>(at)];
    table.append(row);
    return table.rows() - 1;
  }
  Value of_resident(const NodePtr& tree, std::size_t row = 0) {
    return evaluate_row(book, facts, k_june, add_rule(book, "r" + std::to_string(book.rules.size()), "resident", tree), row);
  }
  NodePtr resident(std::string_view name) { return field(book.schema, "resident", name); }
  NodePtr visit(std::string_view name) { return field(book.schema, "visit", name); }
  NodePtr over_visits(Type type, Function function, NodePtr value, NodePtr condition, NodePtr order = nullptr) {
    return related(book.schema, type, function, "visit", "resident", std::move(value), std::move(condition), std::move(order));
  }

  Book book;
  Facts facts;
};

TEST_F(RowEvaluate, a_person_of_80_is_at_least_80) {
  add("resident", {{"id", 1}, {"age", 80}});
  add("resident", {{"id", 2}, {"age", 79}});
  add("resident", {{"id", 3}});
  const NodePtr old = at_least(resident("age"), integer(80));
  EXPECT_EQ(of_resident(old, 0), 1);
  EXPECT_EQ(of_resident(old, 1), 0);
  EXPECT_EQ(of_resident(old, 2), std::nullopt) << "without an age nothing is known";
}

TEST_F(RowEvaluate, and_is_false_when_one_side_is_false_and_or_is_true_when_one_side_is_true_whatever_is_missing) {
  add("resident", {{"id", 1}, {"local", 0}});
  add("resident", {{"id", 2}, {"local", 1}});
  const NodePtr local = resident("local"), unknown = at_least(resident("age"), integer(80));
  EXPECT_EQ(of_resident(both(unknown, local), 0), 0);
  EXPECT_EQ(of_resident(both(local, unknown), 0), 0);
  EXPECT_EQ(of_resident(both(local, unknown), 1), std::nullopt);
  EXPECT_EQ(of_resident(either(unknown, local), 1), 1);
  EXPECT_EQ(of_resident(either(local, unknown), 0), std::nullopt);
  EXPECT_EQ(of_resident(unary(UnarySign::logical_not, unknown), 0), std::nullopt);
  EXPECT_EQ(of_resident(unary(UnarySign::is_missing, unknown), 0), 1);
  EXPECT_EQ(of_resident(fallback(unknown, yes(false)), 0), 0);
}

TEST_F(RowEvaluate, a_parameter_is_read_on_the_last_day_of_the_period) {
  add("resident", {{"id", 1}});
  const int amount = add_parameter(book, "amount", k_money, {{day("2020-01-01"), 5000}, {day("2025-06-30"), 6000}, {day("2025-07-01"), 7000}});
  EXPECT_EQ(of_resident(parameter(book, amount)), 6000);
  book.parameters[0].values[1].ended = true;
  EXPECT_EQ(of_resident(parameter(book, amount)), std::nullopt) << "a parameter that ended has no value";
}

TEST_F(RowEvaluate, a_table_gives_the_row_that_holds_the_key) {
  add("resident", {{"id", 1}, {"age", 89}});
  add("resident", {{"id", 2}, {"age", 100}});
  add("resident", {{"id", 3}, {"age", 60}});
  add("resident", {{"id", 4}});
  const int table = add_table(book, "allowance", k_integer, k_money, day("2022-01-01"), {{80, 89, 5000}, {90, 99, 10000}, {100, {}, 30000}});
  const NodePtr allowance = lookup(book, table, resident("age"));
  EXPECT_EQ(of_resident(allowance, 0), 5000);
  EXPECT_EQ(of_resident(allowance, 1), 30000);
  EXPECT_EQ(of_resident(allowance, 2), std::nullopt);
  EXPECT_EQ(of_resident(allowance, 3), std::nullopt);
  book.parameters[0].values[0].otherwise = 0;
  EXPECT_EQ(of_resident(allowance, 2), 0);
  EXPECT_EQ(of_resident(allowance, 3), std::nullopt) << "else is for other keys, not for a missing one";
}

TEST_F(RowEvaluate, first_takes_the_first_that_holds_and_waits_for_a_missing_one_before_it) {
  add("resident", {{"id", 1}, {"local", 1}});
  const NodePtr unknown = at_least(resident("age"), integer(80)), local = resident("local");
  EXPECT_EQ(of_resident(cases(true, {{local, integer(1)}, {unknown, integer(2)}})), 1);
  EXPECT_EQ(of_resident(cases(true, {{unknown, integer(2)}, {local, integer(1)}})), std::nullopt);
  EXPECT_EQ(of_resident(cases(false, {{unknown, integer(2)}, {local, integer(1)}})), 1) << "only one can hold, and this one does";
  EXPECT_EQ(of_resident(cases(false, {{unknown, integer(2)}}, integer(3))), std::nullopt);
  EXPECT_EQ(of_resident(cases(true, {{unary(UnarySign::logical_not, local), integer(2)}}, integer(3))), 3);
}

TEST_F(RowEvaluate, half_a_fen_is_rounded_as_the_rule_says) {
  add("resident", {{"id", 1}, {"income", 25}, {"share", 500'000}});
  const auto rounded = [&](Rounding rounding) { return of_resident(scale(k_money, {resident("income"), resident("share"), nullptr, 1, 1'000'000, rounding})); };
  EXPECT_EQ(rounded(Rounding::half_up), 13);
  EXPECT_EQ(rounded(Rounding::half_even), 12);
  EXPECT_EQ(rounded(Rounding::down), 12);
  EXPECT_EQ(rounded(Rounding::up), 13);
  EXPECT_EQ(of_resident(scale(k_money, {resident("income"), nullptr, integer(0), 1, 1, Rounding::up})), std::nullopt) << "nothing is divided by zero";
}

TEST_F(RowEvaluate, dates_count_as_the_calendar_does) {
  add("resident", {{"id", 1}, {"born", days("1944-02-29")}});
  const auto date_of = [](std::string_view text) { return literal(k_date, days(text)); };
  const auto number = [&](DateFunction function, std::string_view from, std::string_view to) { return of_resident(call(k_integer, function, {date_of(from), date_of(to)})); };
  EXPECT_EQ(of_resident(call(k_integer, DateFunction::years_between, {resident("born"), context(ContextRead::What::period_end)})), 81);
  EXPECT_EQ(number(DateFunction::years_between, "1944-02-29", "2025-02-28"), 80);
  EXPECT_EQ(number(DateFunction::months_between, "2025-01-31", "2025-02-28"), 0);
  EXPECT_EQ(number(DateFunction::months_between, "2025-01-31", "2025-03-01"), 1);
  EXPECT_EQ(number(DateFunction::days_between, "2025-03-01", "2025-02-28"), -1);
  EXPECT_EQ(of_resident(call(k_date, DateFunction::add_months, {date_of("2025-01-31"), integer(1)})), days("2025-02-28"));
  EXPECT_EQ(of_resident(call(k_date, DateFunction::add_days, {date_of("9999-12-31"), integer(1)})), std::nullopt);
  EXPECT_EQ(of_resident(call(k_date, DateFunction::add_months, {date_of("9999-12-01"), integer(1)})), std::nullopt);
  EXPECT_EQ(of_resident(equal(call(k_period, DateFunction::month_of, {date_of("2025-06-15")}), context(ContextRead::What::period))), 1);
  EXPECT_EQ(of_resident(in_period(date_of("2025-06-30"), context(ContextRead::What::period))), 1);
  EXPECT_EQ(of_resident(in_period(date_of("2025-07-01"), context(ContextRead::What::period))), 0);
}

TEST_F(RowEvaluate, a_village_lies_within_its_county) {
  add("resident", {{"id", 1}, {"region", 450203001002}});
  EXPECT_EQ(of_resident(within(resident("region"), literal(k_region, 450203000000))), 1);
  EXPECT_EQ(of_resident(within(resident("region"), literal(k_region, 450204000000))), 0);
}

TEST_F(RowEvaluate, texts_are_compared_as_written) {
  add("resident", {{"id", 1}, {"name", facts.texts.intern("张三")}});
  EXPECT_EQ(of_resident(equal(resident("name"), text("张三"))), 1);
  EXPECT_EQ(of_resident(equal(resident("name"), text("李四"))), 0);
  EXPECT_EQ(of_resident(in_texts(resident("name"), {"李四", "张三"})), 1);
}

TEST_F(RowEvaluate, a_reference_that_leads_nowhere_has_no_fields) {
  add("resident", {{"id", 1}, {"age", 90}});
  const int lonely = add_rule(book, "lonely", "visit", field_of(book.schema, "visit", "resident", "resident", "age"));
  EXPECT_EQ(evaluate_row(book, facts, k_june, lonely, add("visit", {{"id", 1}, {"resident", 1}})), 90);
  EXPECT_EQ(evaluate_row(book, facts, k_june, lonely, add("visit", {{"id", 2}, {"resident", 7}})), std::nullopt);
  EXPECT_EQ(evaluate_row(book, facts, k_june, lonely, add("visit", {{"id", 3}})), std::nullopt);
}

TEST_F(RowEvaluate, visits_of_a_person_are_counted_and_one_undecided_visit_leaves_the_count_open) {
  add("resident", {{"id", 1}, {"age", 80}});
  add("resident", {{"id", 2}, {"age", 80}});
  add("resident", {{"id", 3}, {"age", 80}});
  for (const auto& [id, person, finished] : std::vector<std::tuple<int, int, Value>>{{1, 1, 1}, {2, 1, 1}, {3, 1, 0}, {4, 2, 1}, {5, 2, {}}})
    add("visit", {{"id", id}, {"resident", person}, {"finished", finished}});
  const NodePtr count = over_visits(k_integer, Function::count, nullptr, visit("finished"));
  EXPECT_EQ(of_resident(count, 0), 2);
  EXPECT_EQ(of_resident(count, 1), std::nullopt);
  EXPECT_EQ(of_resident(count, 2), 0);
  const NodePtr any = over_visits(k_boolean, Function::exists, nullptr, visit("finished"));
  EXPECT_EQ(of_resident(any, 1), 1) << "one is known to be finished, that is enough";
  EXPECT_EQ(of_resident(any, 2), 0);
}

TEST_F(RowEvaluate, sums_and_averages_over_visits_need_every_value) {
  add("resident", {{"id", 1}});
  add("resident", {{"id", 2}});
  add("visit", {{"id", 1}, {"resident", 1}, {"score", 4}, {"day", 10}});
  add("visit", {{"id", 2}, {"resident", 1}, {"score", 5}, {"day", 10}});
  const auto of_scores = [&](Function function, std::size_t row) { return of_resident(over_visits(k_integer, function, visit("score"), nullptr, visit("day")), row); };
  EXPECT_EQ(of_scores(Function::sum, 0), 9);
  EXPECT_EQ(of_scores(Function::avg, 0), 5) << "4.5 is rounded half up";
  EXPECT_EQ(of_scores(Function::min, 0), 4);
  EXPECT_EQ(of_scores(Function::max, 0), 5);
  EXPECT_EQ(of_scores(Function::distinct, 0), 2);
  EXPECT_EQ(of_scores(Function::latest, 0), 5) << "of two on one day the later id";
  EXPECT_EQ(of_scores(Function::sum, 1), 0);
  EXPECT_EQ(of_scores(Function::avg, 1), std::nullopt);
  EXPECT_EQ(of_scores(Function::latest, 1), std::nullopt);
  add("visit", {{"id", 3}, {"resident", 1}, {"day", 9}});
  for (const Function function : {Function::sum, Function::avg, Function::min, Function::max, Function::distinct}) EXPECT_EQ(of_scores(function, 0), std::nullopt);
  EXPECT_EQ(of_scores(Function::latest, 0), 5) << "an earlier visit without a score changes nothing";
  EXPECT_EQ(of_resident(over_visits(k_ratio, Function::share, at_least(visit("score"), integer(5)), at_least(visit("day"), integer(10)))), 500'000);
}

TEST_F(RowEvaluate, a_condition_on_visits_may_look_at_the_person_around_them) {
  add("resident", {{"id", 1}, {"age", 80}});
  add("visit", {{"id", 1}, {"resident", 1}, {"score", 80}});
  add("visit", {{"id", 2}, {"resident", 1}, {"score", 81}});
  EXPECT_EQ(of_resident(over_visits(k_integer, Function::count, nullptr, equal(visit("score"), field(book.schema, "resident", "age", 1)))), 1);
}

TEST_F(RowEvaluate, a_rule_reads_another_rule) {
  add("resident", {{"id", 1}, {"age", 80}});
  const int old = add_rule(book, "old", "resident", at_least(resident("age"), integer(80)));
  EXPECT_EQ(of_resident(unary(UnarySign::logical_not, rule_read(book, old))), 0);
}

}  // namespace
}  // namespace laoyou::rules
