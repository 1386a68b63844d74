#include "rules/what_if/what_if.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"
#include "rules/rows/evaluate.h"
#include "rules/testing/example_facts.h"

namespace laoyou::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

SourceText text(std::string words) {
  SourceText made;
  made.text = std::move(words);
  made.file = "rules.yaml";
  return made;
}

Date day(std::string_view words) { return Date::parse(words).value(); }

/// An allowance by age, one more for those with little income, and their totals.
BookSource baseline() {
  BookSource source;
  source.region = RegionCode::from_number(450'203'000'000);
  source.from = day("2024-01-01");
  const auto value = [](const char* from, std::vector<std::pair<SourceText, SourceText>> rows) {
    DatedValueSource made;
    made.from = day(from);
    made.rows = std::move(rows);
    return made;
  };
  const auto amounts = value("2024-01-01", {{text("80..89"), text("50元")}, {text("90.."), text("100元")}, {text("else"), text("0元")}});
  const auto first_limit = value("2024-01-01", {{text(""), text("1200元")}}), second_limit = value("2025-07-01", {{text(""), text("1300元")}});
  const ParameterSource allowance{"allowance", "高龄津贴", "", "", text("allowance"), {amounts}};
  const ParameterSource limit{"income_limit", "收入上限", "", "", text("income_limit"), {first_limit, second_limit}};
  source.parameters = {allowance, limit};
  const auto rule = [](std::string key, std::string record, std::string expression) {
    RuleSource made;
    made.key = std::move(key);
    made.record = std::move(record);
    made.place = text(made.key);
    made.expression = text(std::move(expression));
    return made;
  };
  source.rules = {rule("aged", "resident", "allowance[age]"),
                  rule("poor", "resident", "income < income_limit"),
                  rule("granted", "resident", "case { poor: aged; not poor: 0元 }"),
                  rule("granted_sum", "", "sum(granted of resident)"),
                  rule("poor_count", "", "count(resident where poor)"),
                  rule("poor_share", "", "poor_count / count(resident)"),
                  rule("visits", "", "count(visit where finished)")};
  return source;
}

class WhatIfTest : public ::testing::Test {
 protected:
  static Facts some_facts(const Schema& schema) {
    SeededRandom random(11);
    return testing::random_facts(schema, 400, 100, random);
  }

  Question question(const WhatIf& changed, std::vector<std::string> keys, std::string_view period = "2025") const {
    Question asked;
    asked.period = Period::parse(period).value();
    for (const std::string& key : keys) asked.rules.push_back(changed.before->find_rule(key));
    asked.grouping.by = Grouping::By::region_level;
    return asked;
  }

  /// The books evaluated one after the other, and the rows compared one by one.
  void expect_as_apart(const WhatIf& changed, const Question& asked, const WhatIfAnswer& answer) const {
    const Answer before = evaluate_by_rows(*changed.before, facts, asked);
    Question asked_after = asked;
    for (int& rule : asked_after.rules) rule = changed.after->find_rule(changed.before->rules[static_cast<std::size_t>(rule)].key);
    const Answer after = evaluate_by_rows(*changed.after, facts, asked_after);
    ASSERT_EQ(answer.groups, before.groups);
    for (std::size_t rule = 0; rule < asked.rules.size(); ++rule)
      for (std::size_t group = 0; group < before.groups.size(); ++group) {
        EXPECT_EQ(answer.changes[rule][group].before, before.outcomes[rule][group]);
        EXPECT_EQ(answer.changes[rule][group].after, after.outcomes[rule][group]);
      }
  }

  /// Rows of a group whose value of a row rule is another one.
  std::int64_t rows_that_differ(const WhatIf& changed, const Question& asked, const std::string& rule, GroupKey group) const {
    std::int64_t count = 0;
    const int record = schema.find_record("resident");
    for (std::size_t row = 0; row < facts.tables[static_cast<std::size_t>(record)].rows(); ++row)
      if (group_of(schema, facts, asked.grouping, {record, row}) == group)
        count += evaluate_row(*changed.before, facts, asked.period, changed.before->find_rule(rule), row) !=
                 evaluate_row(*changed.after, facts, asked.period, changed.after->find_rule(rule), row);
    return count;
  }

  Schema schema = testing::example_schema();
  Facts facts = some_facts(schema);
};

TEST_F(WhatIfTest, APlainValueFromADayOnChangesWhatReadsIt) {
  const Patch patches[] = {ParameterPatch{"income_limit", day("2025-01-01"), {{"", "2000元"}}}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed) << changed.error().front().code;
  const Question asked = question(*changed, {"granted_sum", "poor_count", "poor_share", "visits"});
  const WhatIfAnswer answer = evaluate_what_if(*changed, facts, asked, evaluate_by_rows);
  expect_as_apart(*changed, asked, answer);
  std::int64_t touched = 0;
  for (std::size_t group = 0; group < answer.groups.size(); ++group) {
    EXPECT_EQ(answer.changes[0][group].rows_touched, rows_that_differ(*changed, asked, "granted", answer.groups[group]));
    EXPECT_EQ(answer.changes[1][group].rows_touched, rows_that_differ(*changed, asked, "poor", answer.groups[group]));
    EXPECT_EQ(answer.changes[3][group].rows_touched, 0);
    EXPECT_EQ(answer.changes[3][group].difference, rational(0));
    touched += answer.changes[1][group].rows_touched;
  }
  EXPECT_GT(touched, 0);
}

TEST_F(WhatIfTest, BeforeItsDayAPatchChangesNothing) {
  const Patch patches[] = {ParameterPatch{"income_limit", day("2025-01-01"), {{"", "2000元"}}}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed);
  const WhatIfAnswer answer = evaluate_what_if(*changed, facts, question(*changed, {"granted_sum"}, "2024"), evaluate_by_rows);
  for (const Change& change : answer.changes[0]) {
    EXPECT_EQ(change.before, change.after);
    EXPECT_EQ(change.rows_touched, 0);
  }
}

TEST_F(WhatIfTest, FromItsDayOnAPatchReplacesLaterValuesToo) {
  const Patch patches[] = {ParameterPatch{"收入上限", day("2025-01-01"), {{"", "1200元"}}}};
  const auto changed = what_if(baseline(), schema, patches);
  // The name is no other than the key here: a plan's reader may use either.
  const auto by_key = what_if(baseline(), schema, std::vector<Patch>{ParameterPatch{"income_limit", day("2025-01-01"), {{"", "1200元"}}}});
  ASSERT_TRUE(changed && by_key);
  EXPECT_EQ((*changed).after->parameters[1].on(day("2025-12-31"))->rows[0].value, 120'000);
  EXPECT_EQ((*by_key).after->parameters[1].on(day("2025-12-31"))->rows[0].value, 120'000);
  EXPECT_EQ((*changed).before->parameters[1].on(day("2025-12-31"))->rows[0].value, 130'000);
}

TEST_F(WhatIfTest, ATableAndARuleArePatchedTogether) {
  const Patch patches[] = {ParameterPatch{"allowance", day("2025-01-01"), {{"70..89", "60元"}, {"90..", "200元"}, {"else", "0元"}}},
                           RulePatch{"poor", "income < income_limit and local"}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed) << changed.error().front().code;
  const Question asked = question(*changed, {"granted_sum", "poor_share"});
  const WhatIfAnswer answer = evaluate_what_if(*changed, facts, asked, evaluate_by_rows);
  expect_as_apart(*changed, asked, answer);
  for (std::size_t group = 0; group < answer.groups.size(); ++group)
    EXPECT_EQ(answer.changes[0][group].rows_touched, rows_that_differ(*changed, asked, "granted", answer.groups[group]));
}

TEST_F(WhatIfTest, ColumnsAnswerAsRowsDo) {
  const Patch patches[] = {ParameterPatch{"allowance", day("2025-01-01"), {{"70..89", "60元"}, {"90..", "200元"}}}, RulePatch{"poor", "income < income_limit else local"}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed) << changed.error().front().code;
  const Question asked = question(*changed, {"granted_sum", "poor_count", "poor_share", "visits"});
  const Evaluator by_columns = [](const Book& book, const Facts& rows, const Question& wanted) { return evaluate(book, rows, wanted); };
  const WhatIfAnswer rows = evaluate_what_if(*changed, facts, asked, evaluate_by_rows), columns = evaluate_what_if(*changed, facts, asked, by_columns);
  ASSERT_EQ(columns.groups, rows.groups);
  for (std::size_t rule = 0; rule < asked.rules.size(); ++rule)
    for (std::size_t group = 0; group < rows.groups.size(); ++group) {
      EXPECT_EQ(columns.changes[rule][group].before, rows.changes[rule][group].before);
      EXPECT_EQ(columns.changes[rule][group].after, rows.changes[rule][group].after);
      EXPECT_EQ(columns.changes[rule][group].rows_touched, rows.changes[rule][group].rows_touched);
    }
}

TEST_F(WhatIfTest, TheDifferenceIsAfterMinusBefore) {
  const Patch patches[] = {RulePatch{"poor_count", "count(resident where poor) + 3"}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed) << changed.error().front().code;
  const WhatIfAnswer answer = evaluate_what_if(*changed, facts, question(*changed, {"poor_count"}), evaluate_by_rows);
  for (const Change& change : answer.changes[0]) {
    EXPECT_EQ(change.difference, rational(3));
    EXPECT_EQ(change.rows_touched, 0);
  }
}

TEST_F(WhatIfTest, WhatNoPatchTouchesIsHeldOnce) {
  const Patch patches[] = {RulePatch{"aged", "case { age >= 90: 100元; age < 90: 0元 }"}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_TRUE(changed) << changed.error().front().code;
  for (const char* key : {"poor", "poor_count", "poor_share", "visits"}) {
    const auto rule = static_cast<std::size_t>((*changed).before->find_rule(key));
    EXPECT_EQ((*changed).rules_before[rule], (*changed).rules_after[rule]) << key;
  }
  for (const char* key : {"aged", "granted", "granted_sum"}) {
    const auto rule = static_cast<std::size_t>((*changed).before->find_rule(key));
    EXPECT_NE((*changed).rules_before[rule], (*changed).rules_after[rule]) << key;
  }
}

TEST_F(WhatIfTest, AllPatchesThatAreWrongAreToldWithTheirPlaces) {
  const Patch patches[] = {RulePatch{"poor", "income < 5 人"}, ParameterPatch{"allowence", day("2025-01-01"), {{"", "1元"}}}, RulePatch{"granted", "aged +"}};
  const auto changed = what_if(baseline(), schema, patches);
  ASSERT_FALSE(changed);
  const Refusals refusals = changed.error();
  std::vector<std::string> places;
  for (const Refusal& refusal : refusals) places.push_back(refusal.place.substr(0, 7));
  EXPECT_THAT(places, ::testing::IsSupersetOf({"patch 1", "patch 2", "patch 3"}));
  const auto unknown = std::find_if(refusals.begin(), refusals.end(), [](const Refusal& refusal) { return refusal.code == "rules.unknown_patch"; });
  ASSERT_NE(unknown, refusals.end());
  EXPECT_THAT(unknown->words, ElementsAre("allowence", "allowance"));
}

}  // namespace
}  // namespace laoyou::rules
