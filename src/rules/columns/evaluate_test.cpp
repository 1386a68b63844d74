#include "rules/columns/evaluate.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/example_facts.h"
#include "rules/testing/typed_tree_builder.h"

namespace laoyou::rules {
namespace {

using namespace testing;

constexpr std::uint64_t k_shares_missing[] = {0, 100, 600};

/// Rules over residents and institutions that use every kind of node; those of residents first.
struct World {
  Book book;
  std::vector<int> rules;

  NodePtr of(std::string_view name) const { return field(book.schema, "resident", name); }
  NodePtr grade(std::string_view name) const { return code(book.schema, "care_grade", name); }

  void add(std::string key, std::string_view record, NodePtr tree) { rules.push_back(add_rule(book, std::move(key), record, std::move(tree))); }

  World() {
    book.schema = example_schema();
    book.region = RegionCode::from_number(450200000000);
    const Schema& schema = book.schema;
    const int line = add_parameter(book, "line", k_money, {{Date::from_days(0), 120'000}, {Date::from_days(19'000), 150'000}});
    const int late = add_parameter(book, "late", k_money, {{Date::from_days(40'000), 1}});
    const int flag = add_parameter(book, "flag", k_boolean, {{Date::from_days(0), 1}});
    const Type graded = schema.records[0].fields[6].type;
    const int nursing = add_table(book, "nursing", graded, k_money, Date::from_days(0), {{2, 2, 10'000}, {3, 3, 20'000}, {4, 4, 30'000}});
    const int by_income = add_table(book, "by_income", k_money, k_ratio, Date::from_days(0), {{{}, 50'000, 900'000}, {50'001, 200'000, 500'000}}, 100'000);
    const auto age_bands = [&](NodePtr otherwise) {
      return bands(of("age"), {{80, 89, fen(5'000)}, {90, 99, parameter(book, line)}, {100, {}, fen(30'000)}}, std::move(otherwise));
    };
    add("high_age", "resident", age_bands(fen(0)));
    add("high_age_else_nothing", "resident", age_bands(nullptr));
    add("nursing", "resident",
        cases(false, {{both(below(of("income"), parameter(book, line)), at_least(of("care_grade"), grade("moderate"))), lookup(book, nursing, of("care_grade"))}}, fen(0)));
    add("both_together", "resident", binary(BinarySign::add, rule_read(book, rules[0]), rule_read(book, rules[2])));
    add("difference", "resident", binary(BinarySign::subtract, rule_read(book, rules[2]), unary(UnarySign::negate, of("income"))));
    add("first_of", "resident",
        cases(true, {{of("local"), of("income")}, {at_least(of("age"), integer(70)), rule_read(book, rules[0])}, {yes(false), fen(9)}}, fallback(of("income"), fen(77))));
    add("never_given", "resident", parameter(book, late));
    add("eligible", "resident", both(at_least(of("age"), integer(80)), unary(UnarySign::logical_not, of("local"))));
    add("either_one", "resident", either(equal(of("sex"), code(schema, "sex", "female")), binary(BinarySign::unequal, of("local"), parameter(book, flag))));
    add("same_flags", "resident", binary(BinarySign::equal, of("local"), unary(UnarySign::is_missing, of("income"))));
    add("missing_flag", "resident", unary(UnarySign::is_missing, of("local")));
    add("no_income", "resident", unary(UnarySign::is_missing, of("income")));
    add("some_flag", "resident", fallback(of("local"), below(of("income"), fen(5'000))));
    add("flag_case", "resident", cases(false, {{below(of("age"), integer(60)), of("local")}, {at_least(of("age"), integer(80)), yes(true)}}));
    add("named", "resident", in_texts(of("name"), {"张三", "nobody", "李四"}));
    add("is_named", "resident", equal(of("name"), text("王五")));
    add("incomes", "resident", in_ranges(of("income"), {{{}, 0}, {100'000, 200'000}, {399'999, {}}}));
    add("ages", "resident", in_ranges(of("age"), {{60, 64}, {70, 70}, {72, 72}, {74, 74}, {76, 76}, {78, 90}}));
    add("in_county", "resident", within(of("region"), literal(k_region, 450203000000)));
    add("in_plan", "resident", within(of("region"), context(ContextRead::What::plan_region)));
    add("near_home", "resident", within(of("region"), field_of(schema, "resident", "institution", "institution", "region")));
    add("born_then", "resident", in_period(of("born"), literal(k_period, pack_period(Period::year(1950)))));
    add("born_when_joined", "resident", in_period(of("born"), of("joined")));
    const NodePtr end = context(ContextRead::What::period_end), start = context(ContextRead::What::period_start);
    const auto dates = [&](DateFunction function) { return call(k_integer, function, {of("born"), end}); };
    add("years", "resident", dates(DateFunction::years_between));
    add("months", "resident", dates(DateFunction::months_between));
    add("days", "resident", dates(DateFunction::days_between));
    add("aged_80", "resident", at_least(dates(DateFunction::years_between), integer(80)));
    const NodePtr opened = field_of(schema, "resident", "institution", "institution", "opened");
    add("years_to_opening", "resident", call(k_integer, DateFunction::years_between, {of("born"), opened}));
    add("months_to_opening", "resident", call(k_integer, DateFunction::months_between, {opened, of("born")}));
    add("day_later", "resident", call(k_date, DateFunction::add_days, {of("born"), of("age")}));
    add("month_later", "resident", call(k_date, DateFunction::add_months, {of("born"), of("age")}));
    add("month_of_opening", "resident", call(k_date, DateFunction::month_end, {call(k_date, DateFunction::add_months, {opened, of("age")})}));
    for (const DateFunction function : {DateFunction::month_start, DateFunction::month_end, DateFunction::year_of, DateFunction::month_of, DateFunction::quarter_of,
                                        DateFunction::year_number, DateFunction::month_number})
      add("date_" + std::to_string(static_cast<int>(function)), "resident", call(k_date, function, {of("born")}));
    add("joined_start", "resident", call(k_date, DateFunction::period_start, {of("joined")}));
    add("joined_end", "resident", call(k_date, DateFunction::period_end, {of("joined")}));
    add("this_period", "resident", binary(BinarySign::less, of("joined"), context(ContextRead::What::period)));
    add("started", "resident", binary(BinarySign::less_equal, start, of("born")));
    for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}) {
      add("part_" + std::to_string(static_cast<int>(rounding)), "resident", scale(k_money, {of("income"), of("share"), nullptr, 1, 1'000'000, rounding}));
      add("each_" + std::to_string(static_cast<int>(rounding)), "resident", scale(k_money, {of("income"), nullptr, of("age"), 1, 1, rounding}));
      add("three_" + std::to_string(static_cast<int>(rounding)), "resident", scale(k_integer, {of("age"), of("age"), of("home_area"), 1000, 3, rounding}));
    }
    add("own_share", "resident", lookup(book, by_income, of("income")));
    add("widened", "resident", widen(k_ratio, of("age"), 1'000'000));
    add("stars", "resident", field_of(schema, "resident", "institution", "institution", "stars"));
    add("institution_rule", "institution",
        cases(false, {{field(schema, "institution", "subsidised"), integer(1)}, {unary(UnarySign::is_missing, field(schema, "institution", "subsidised")), integer(2)}}, integer(3)));
    add("through_a_rule", "resident", rule_read(book, rules.back(), {0, {12}}));
    add("home_region", "resident", equal(of("region"), field_of(schema, "resident", "institution", "institution", "region")));
    add_related();
  }

  void add_related() {
    const Schema& schema = book.schema;
    const auto visit = [&](std::string_view name) { return field(schema, "visit", name); };
    const NodePtr finished = visit("finished"), own_age = field(schema, "resident", "age", 1);
    const auto visits = [&](Type type, Function function, NodePtr value, NodePtr condition, NodePtr order = nullptr) {
      return related(schema, type, function, "visit", "resident", std::move(value), std::move(condition), std::move(order));
    };
    add("visits", "resident", visits(k_integer, Function::count, nullptr, nullptr));
    add("finished_visits", "resident", visits(k_integer, Function::count, nullptr, finished));
    add("visited", "resident", visits(k_boolean, Function::exists, nullptr, both(finished, at_least(visit("score"), own_age))));
    add("paid", "resident", visits(k_money, Function::sum, visit("paid"), nullptr));
    add("paid_when_finished", "resident", visits(k_money, Function::sum, visit("paid"), finished));
    add("mean_paid", "resident", visits(k_money, Function::avg, visit("paid"), finished));
    add("least_paid", "resident", visits(k_money, Function::min, visit("paid"), nullptr));
    add("most_paid", "resident", visits(k_money, Function::max, visit("paid"), nullptr));
    add("share_finished", "resident", visits(k_ratio, Function::share, finished, at_least(visit("score"), integer(60))));
    add("different_scores", "resident", visits(k_integer, Function::distinct, visit("score"), nullptr));
    add("latest_day", "resident", visits(k_date, Function::latest, visit("day"), nullptr, visit("day")));
    add("latest_finished", "resident", visits(k_boolean, Function::latest, finished, nullptr, visit("score")));
    const int total_paid = rules[rules.size() - 9];
    add("of_institution", "institution",
        related(schema, k_money, Function::sum, "resident", "institution", fallback(rule_read(book, total_paid), fen(3)), at_least(field(schema, "resident", "age"), field(schema, "institution", "stars", 1))));
    const NodePtr older_than_stars = at_least(field(schema, "visit", "score"), field(schema, "institution", "stars", 2));
    add("two_deep", "institution",
        related(schema, k_integer, Function::count, "resident", "institution", nullptr,
                related(schema, k_boolean, Function::exists, "visit", "resident", nullptr, both(older_than_stars, unary(UnarySign::logical_not, field(schema, "resident", "local", 1))))));
    add("visits_of_ones_institution", "resident", rule_read(book, rules.back(), {0, {12}}));
  }
};

Question question_about(std::vector<int> rules, Grouping grouping, int threads) { return {Period::parse("2024-02").value(), std::move(rules), std::move(grouping), threads}; }

TEST(ColumnEvaluate, EveryKindOfRuleGivesTheValueOfTheRowEvaluator) {
  const World world;
  const Period period = Period::parse("2024-02").value();
  for (const std::uint64_t missing : k_shares_missing) {
    SeededRandom random(missing + 7);
    const Facts facts = random_facts(world.book.schema, 700, missing, random);
    const RowEvaluator rows(world.book, facts, period);
    for (const int rule : world.rules) {
      const Rule& asked = world.book.rules[static_cast<std::size_t>(rule)];
      const RuleColumn column = evaluate_rule(world.book, facts, period, rule);
      ASSERT_EQ(column.values.size(), 700u);
      for (std::size_t row = 0; row < 700; ++row)
        ASSERT_EQ(column.at(row), rows.evaluate(*asked.tree, {{asked.record, row}})) << asked.key << " row " << row << " missing " << missing;
    }
  }
}

/// Every row rule in the aggregates its type allows, with and without a condition.
std::vector<int> add_totals(World& world) {
  std::vector<int> totals;
  const Schema& schema = world.book.schema;
  const std::vector<int> row_rules = world.rules;
  std::size_t turn = 0;
  for (const int rule : row_rules) {
    const Rule asked = world.book.rules[static_cast<std::size_t>(rule)];
    const std::string record = schema.records[static_cast<std::size_t>(asked.record)].name;
    const NodePtr value = rule_read(world.book, rule);
    const NodePtr conditions[] = {nullptr, at_least(field(schema, record, "id"), literal(schema.records[static_cast<std::size_t>(asked.record)].fields[0].type, 2000)),
                                  record == "resident" ? field(schema, "resident", "local") : field(schema, "institution", "subsidised"),
                                  record == "resident" ? at_least(field(schema, "resident", "age"), integer(100)) : nullptr};
    const NodePtr condition = conditions[turn++ % 4];
    const auto add = [&](Function function, NodePtr of, NodePtr where) {
      totals.push_back(add_rule(world.book, "total_" + std::to_string(totals.size()) + "_" + asked.key, "", total(schema, k_integer, function, record, std::move(of), std::move(where))));
    };
    if (value->type.kind == Kind::boolean) {
      add(Function::count, nullptr, value);
      add(Function::share, value, condition);
      continue;
    }
    add(Function::sum, value, condition);
    add(Function::min, value, condition);
    add(Function::max, value, conditions[turn % 4]);
    add(Function::distinct, value, condition);
    add(Function::avg, value, nullptr);
  }
  const NodePtr counted = total_read(world.book, totals[0]);
  totals.push_back(add_rule(world.book, "quotient", "", arithmetic(k_ratio, '/', counted, total(schema, k_integer, Function::count, "visit", nullptr, nullptr))));
  return totals;
}

TEST(ColumnEvaluate, TotalsAreThoseOfTheRowEvaluatorHoweverRowsAreVisited) {
  World world;
  const std::vector<int> totals = add_totals(world);
  using By = Grouping::By;
  const Grouping groupings[] = {{}, {By::region_level, RegionLevel::county, ""}, {By::region_level, RegionLevel::village, ""}, {By::field, RegionLevel::county, "care_grade"},
                                {By::field, RegionLevel::county, "age"}, {By::field, RegionLevel::county, "name of no field"}};
  for (const std::uint64_t missing : k_shares_missing) {
    SeededRandom random(missing + 70);
    const Facts facts = random_facts(world.book.schema, 300, missing, random);
    for (const Grouping& grouping : groupings) {
      const Answer plain = evaluate_by_rows(world.book, facts, question_about(totals, grouping, 1));
      for (const Visiting visiting : {Visiting::sampled, Visiting::chosen_rows, Visiting::all_rows}) {
        const Answer fast = CompiledQuestion(world.book, facts, question_about(totals, grouping, 2), visiting).evaluate();
        ASSERT_EQ(fast.groups, plain.groups);
        for (std::size_t rule = 0; rule < totals.size(); ++rule)
          for (std::size_t group = 0; group < plain.groups.size(); ++group) {
            const Outcome &found = fast.outcomes[rule][group], &right = plain.outcomes[rule][group];
            ASSERT_EQ(found, right) << world.book.rules[static_cast<std::size_t>(totals[rule])].key << " group " << group << " missing " << missing << " visiting "
                                    << static_cast<int>(visiting) << " selected " << found.tallies[0].selected << " for " << right.tallies[0].selected << " valued "
                                    << found.tallies[0].valued << " for " << right.tallies[0].valued << " sum " << static_cast<long long>(found.tallies[0].sum) << " for "
                                    << static_cast<long long>(right.tallies[0].sum) << " undecided " << found.tallies[0].undecided << " for " << right.tallies[0].undecided;
          }
      }
    }
  }
}

TEST(ColumnEvaluate, RowsBeyondOneChunkAreCountedAsTheRowEvaluatorCountsThem) {
  World world;
  const std::vector<int> totals = add_totals(world);
  SeededRandom random(11);
  const Facts facts = random_facts(world.book.schema, 4'700, 100, random);
  const Grouping by_county{Grouping::By::region_level, RegionLevel::county, ""};
  const Answer plain = evaluate_by_rows(world.book, facts, question_about(totals, by_county, 1));
  for (const Visiting visiting : {Visiting::sampled, Visiting::chosen_rows, Visiting::all_rows}) {
    const Answer fast = CompiledQuestion(world.book, facts, question_about(totals, by_county, 2), visiting).evaluate();
    for (std::size_t rule = 0; rule < totals.size(); ++rule) EXPECT_EQ(fast.outcomes[rule], plain.outcomes[rule]) << world.book.rules[static_cast<std::size_t>(totals[rule])].key;
  }
}

TEST(ColumnEvaluate, ManyRowsGiveTheSameAnswerWithAnyNumberOfThreads) {
  World world;
  const std::vector<int> totals = add_totals(world);
  SeededRandom random(5);
  const Facts facts = random_facts(world.book.schema, 70'000, 100, random);
  const Grouping by_county{Grouping::By::region_level, RegionLevel::county, ""};
  CompiledQuestion one(world.book, facts, question_about(totals, by_county, 1)), three(world.book, facts, question_about(totals, by_county, 3), Visiting::all_rows);
  const Answer first = one.evaluate();
  EXPECT_EQ(first.outcomes, three.evaluate().outcomes);
  EXPECT_EQ(first.outcomes, three.evaluate().outcomes) << "the second time, with memory used before";
}

TEST(ColumnEvaluate, ACompiledQuestionSeesFactsThatChanged) {
  World world;
  const int sum = add_rule(world.book, "sum", "", total(world.book.schema, k_money, Function::sum, "resident", rule_read(world.book, world.rules[0]), nullptr));
  SeededRandom random(5);
  Facts facts = random_facts(world.book.schema, 100, 0, random);
  const Question question = question_about({sum}, {}, 1);
  CompiledQuestion compiled(world.book, facts, question);
  EXPECT_EQ(compiled.evaluate().outcomes, evaluate_by_rows(world.book, facts, question).outcomes);
  for (std::int64_t id = 1000; id < 1200; id += 5) facts.tables[0].remove(id);
  const Facts more = random_facts(world.book.schema, 40, 300, random);
  for (std::size_t row = 0; row < 40; ++row) {
    std::vector<Value> values;
    for (int field = 0; field < more.tables[0].fields(); ++field) values.push_back(more.tables[0].column(field).at(row));
    facts.tables[0].put(values);
  }
  EXPECT_EQ(compiled.evaluate().outcomes, evaluate_by_rows(world.book, facts, question).outcomes);
}

TEST(ColumnEvaluate, TablesWithoutRowsAnswerAsTheRowEvaluatorDoes) {
  World world;
  const std::vector<int> totals = add_totals(world);
  const Facts facts(world.book.schema);
  for (const Grouping& grouping : {Grouping{}, Grouping{Grouping::By::region_level, RegionLevel::county, ""}}) {
    const Answer plain = evaluate_by_rows(world.book, facts, question_about(totals, grouping, 2)), fast = evaluate(world.book, facts, question_about(totals, grouping, 2));
    EXPECT_EQ(fast.groups, plain.groups);
    EXPECT_EQ(fast.outcomes, plain.outcomes);
  }
  for (const int rule : world.rules) EXPECT_TRUE(evaluate_rule(world.book, facts, Period::year(2024), rule).values.empty());
}

}  // namespace
}  // namespace laoyou::rules
