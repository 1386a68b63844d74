// laoyou rules, called as a function over small files.
#include "app/rules_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "store/testing/temporary_directory.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_rules = R"(parameters:
  allowance:
    name: 高龄津贴标准
    values:
      2024-01-01: {80..89: 50元, 90..: 100元, else: 0元}
    source: "1"
  income_limit:
    name: 收入上限
    values: {2024-01-01: 3000元}
    source: "2"
rules:
  high_age:
    name: 高龄津贴
    of: person
    value: allowance[age]
    source: "1"
  needy:
    name: 困难老人
    of: person
    value: age >= 60 and income < income_limit
    source: "2"
  high_age_total:
    name: 高龄津贴合计
    value: sum(high_age of person)
    source: "1"
  needy_count:
    name: 困难老人数
    value: count(person where needy)
    source: "2"
)";

// Four people in two counties; the last one's income is not known.
constexpr std::string_view k_people =
    "id,county:region,age,income:money\n"
    "11,450203000000,82,1000\n"
    "12,450203000000,95,5000\n"
    "13,450204000000,70,2000\n"
    "14,450204000000,91,\n";

struct Ran {
  int exit_code;
  std::string out, err;

  boost::json::object json() const { return boost::json::parse(out).as_object(); }
};

class RulesCommand : public testing::Test {
 protected:
  std::string file(const std::string& name, std::string_view text) const {
    const std::string path = (directory_.path() / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  static Ran run(const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    std::istringstream in;
    std::ostringstream out, err;
    const int code = rules_command(views, in, out, err);
    return {code, out.str(), err.str()};
  }

  /// The verb over the rules and people above, for 2025.
  Ran over_people(const std::string& verb, const std::vector<std::string>& more, std::string_view rules = k_rules) const {
    std::vector<std::string> words{verb, "--plan", file("rules.yaml", rules), "--table", "person=" + file("people.csv", k_people), "--period", "2025"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  store::TemporaryDirectory directory_;
};

/// "group exact" of one total of eval's answer.
std::vector<std::string> outcomes(const boost::json::object& answer, std::string_view key) {
  std::vector<std::string> lines;
  for (const auto& total : answer.at("totals").as_array()) {
    if (std::string_view(total.at("key").as_string()) != key) continue;
    for (const auto& outcome : total.at("outcomes").as_array())
      lines.push_back((outcome.at("group").is_null() ? "missing" : std::string(outcome.at("group").as_string())) + " " +
                      (outcome.at("exact").is_null() ? "none" : std::string(outcome.at("exact").as_string())));
  }
  return lines;
}

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

}  // namespace

TEST_F(RulesCommand, WrongWordsAreAnsweredWithTheUsage) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{},
                                                                                     {"eval"},
                                                                                     {"mend", "--plan", "a"},
                                                                                     {"eval", "a", "b"},
                                                                                     {"eval", "--plan", "a", "b"},
                                                                                     {"eval", "--paln", "a"},
                                                                                     {"eval", "--plan", "a", "--table", "person"},
                                                                                     {"eval", "--plan", "a", "--table"},
                                                                                     {"eval", "--plan", "a", "--repeat", "0"},
                                                                                     {"eval", "--plan", "a", "--threads", "many"},
                                                                                     {"eval", "--plan", "a", "--period", "2025-13"},
                                                                                     {"eval", "--plan", "a", "--lang", "fr"},
                                                                                     {"whatif", "--plan", "a", "--set", "x"},
                                                                                     {"sql", "--plan", "a", "--database", "mysql"}}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.exit_code, 2) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("laoyou rules"));
  }
  EXPECT_EQ(run({"eval", "--help"}).exit_code, 0);
}

TEST_F(RulesCommand, AFileThatIsNotThereIsRefused) {
  const Ran plan = run({"check", "nowhere.yaml"});
  EXPECT_EQ(plan.exit_code, 1);
  EXPECT_THAT(plan.out, StartsWith("nowhere.yaml:1:1: "));
  const Ran table = run({"eval", "--plan", file("rules.yaml", k_rules), "--table", "person=nowhere.csv"});
  EXPECT_EQ(table.exit_code, 1);
  EXPECT_THAT(table.err, StartsWith("nowhere.csv:1:1: "));
}

TEST_F(RulesCommand, CheckCountsWhatIsRightAndPlacesWhatIsWrong) {
  const Ran right = over_people("check", {});
  EXPECT_EQ(right.exit_code, 0) << right.out;
  EXPECT_EQ(right.out, "参数 2，针对记录的规则 2，合计 2\n");
  const std::string rules = "rules:\n  one:\n    name: 一\n    of: person\n    value: agee >= 60\n    source: \"1\"\n  two:\n    name: 二\n    value: |\n      count(person\n        where age > )\n    source: \"1\"\n";
  const Ran wrong = over_people("check", {"--lang", "en"}, rules);
  const std::string path = (directory_.path() / "rules.yaml").string();
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.out, HasSubstr(path + ":5:12: there is no “agee”; did you mean “age”?"));
  EXPECT_THAT(wrong.out, HasSubstr(path + ":11:21: a value should stand here and not “)”"));
  EXPECT_EQ(std::count(wrong.out.begin(), wrong.out.end(), '\n'), 2) << wrong.out;
}

TEST_F(RulesCommand, EveryPlanOfTheRepositoryChecks) {
  for (const char* plan : {"national", "liuzhou", "karamay", "honghe", "guizhou", "shenyang"}) {
    const Ran ran = run({"check", std::string("plans/") + plan});
    EXPECT_EQ(ran.exit_code, 0) << ran.out;
  }
}

TEST_F(RulesCommand, EvalGivesTotalsByCountyWithTheirCountsAndTimes) {
  const Ran ran = over_people("eval", {"--by", "county", "--json", "--repeat", "3", "--threads", "2"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const auto answer = ran.json();
  EXPECT_THAT(outcomes(answer, "high_age_total"), ElementsAre("450203000000 15000", "450204000000 10000"));
  EXPECT_THAT(outcomes(answer, "needy_count"), ElementsAre("450203000000 1", "450204000000 1"));
  EXPECT_EQ(answer.at("tables").at("person"), 4);
  EXPECT_EQ(answer.at("timings_ms").at("evaluate_runs"), 3);
  for (const char* part : {"plan", "load", "check", "compile", "evaluate_median", "evaluate_least"}) EXPECT_TRUE(answer.at("timings_ms").as_object().contains(part)) << part;
  const auto& outcome = answer.at("totals").at(1).at("outcomes").at(1);
  EXPECT_EQ(answer.at("totals").at(1).at("key"), "needy_count");
  EXPECT_EQ(outcome.at("aggregates").at(0).at("undecided"), 1) << "the income that is not known leaves one row open";
}

TEST_F(RulesCommand, EvalWithoutGroupsPrintsOneLineATotal) {
  const Ran ran = over_people("eval", {});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("high_age_total\t高龄津贴合计\t\t250"));
  EXPECT_THAT(ran.err, HasSubstr("evaluate "));
}

TEST_F(RulesCommand, EvalGroupsByACodedFieldAndByASmallNumber) {
  const std::string people = file("coded.csv", "age,income:money,grade\n82,1000,mild\n91,1000,severe\n95,1000,\n");
  const std::vector<std::string> words{"eval", "--plan", file("rules.yaml", k_rules), "--table", "person=" + people, "--period", "2025", "--json", "--rule", "high_age_total", "--by"};
  const auto by = [&](const char* field) {
    std::vector<std::string> all = words;
    all.push_back(field);
    return run(all);
  };
  EXPECT_THAT(outcomes(by("grade").json(), "high_age_total"), ElementsAre("mild 5000", "severe 10000", "missing 10000"));
  EXPECT_THAT(outcomes(by("age").json(), "high_age_total"), ElementsAre("82 5000", "91 10000", "95 10000"));
  EXPECT_EQ(by("colour").exit_code, 1);
}

TEST_F(RulesCommand, EvalCountsTheRowsOfARuleOverARecord) {
  const Ran ran = over_people("eval", {"--rule", "needy", "--rule", "困难老人数", "--json"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const auto answer = ran.json();
  const auto& needy = answer.at("rules").at(0).as_object();
  EXPECT_EQ(needy.at("rows"), 4);
  EXPECT_EQ(needy.at("valued"), 3);
  EXPECT_EQ(needy.at("sum"), "2");
  EXPECT_THAT(outcomes(answer, "needy_count"), ElementsAre(" 2"));
  EXPECT_EQ(answer.at("totals").as_array().size(), 1u);
}

TEST_F(RulesCommand, ANameThatNoRuleHasIsRefusedWithTheNearest) {
  const Ran ran = over_people("eval", {"--rule", "needy_cuont", "--lang", "en"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.err, "there is no “needy_cuont”; did you mean “needy_count”?\n");
  EXPECT_EQ(over_people("sql", {"--rule", "qqqqqqqqqqqqqqqqq"}).exit_code, 1);
}

TEST_F(RulesCommand, ABadCellIsRefusedWhereItStands) {
  const std::string people = file("bad.csv", "age:integer,income:money\n80,12\neighty,12\n");
  const Ran ran = run({"eval", "--plan", file("rules.yaml", k_rules), "--table", "person=" + people});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, StartsWith(people + ":3:1: "));
}

TEST_F(RulesCommand, TheCellThatMakesAColumnAnotherTypeIsNamed) {
  const std::string rules = file("rules.yaml", "rules:\n  old:\n    name: 高龄\n    value: count(person where age >= 80)\n    source: x\n");
  std::string people = "region,age\n450203,81\n450203,—\n450203,90\n";
  const Ran ran = run({"eval", "--plan", rules, "--table", "person=" + file("people.csv", people), "--lang", "en"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.err, HasSubstr("people.csv:3:8: because of “—” here the column “age” is read as "));
  people = "region,age\n";
  for (int row = 0; row < 2000; ++row) people += "450203," + std::to_string(row) + "\n";
  const Ran many = run({"whatif", "--plan", rules, "--table", "person=" + file("people.csv", people + "450203,八十\n"), "--set", "x=1", "--lang", "en"});
  EXPECT_EQ(many.exit_code, 1);
  EXPECT_THAT(run({"check", "--plan", rules, "--table", "person=" + file("people.csv", people + "450203,八十\n"), "--lang", "en"}).out,
              HasSubstr("people.csv:2002:8: because of “八十” here"));
}

TEST_F(RulesCommand, RowsOfARegionThatDoesNotExistAreTold) {
  const std::string rules = file("rules.yaml", "rules:\n  all:\n    name: 人数\n    value: count(person)\n    source: x\n");
  const auto eval = [&](const std::string& people) { return run({"eval", "--plan", rules, "--table", "person=" + file("people.csv", people), "--lang", "en"}); };
  const Ran ran = eval("age,region\n81,450203\n\n70,459999\n90,050203\n91,459999\n");
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.err, HasSubstr("people.csv:4:4: there is no region “459999”; rows like this: 3."));
  EXPECT_THAT(eval("age,region\n81,450203\n70,45\n").err, testing::Not(HasSubstr("there is no region")));
}

TEST_F(RulesCommand, ExplainTellsARowAndATotal) {
  const Ran row = over_people("explain", {"--rule", "high_age", "--row", "12"});
  EXPECT_EQ(row.exit_code, 0) << row.err;
  EXPECT_THAT(row.out, testing::AllOf(HasSubstr("95"), HasSubstr("100")));
  const Ran open = over_people("explain", {"--rule", "needy", "--row", "14", "--json"});
  EXPECT_EQ(open.json().at("verdict"), "open") << "age 91 alone does not decide";
  EXPECT_EQ(open.json().at("needs").at(0).at("field"), "income");
  const Ran total = over_people("explain", {"--rule", "needy_count", "--group", "450204000000", "--json"});
  ASSERT_EQ(total.exit_code, 0) << total.err;
  EXPECT_EQ(total.json().at("aggregates").at(0).at("selected"), 1);
  EXPECT_EQ(total.json().at("aggregates").at(0).at("undecided"), 1);
  EXPECT_EQ(over_people("explain", {"--rule", "high_age", "--row", "99"}).exit_code, 1);
  EXPECT_EQ(over_people("explain", {"--rule", "high_age"}).exit_code, 1) << "which row is not said";
  EXPECT_EQ(over_people("explain", {}).exit_code, 2);
}

TEST_F(RulesCommand, ARowOfATableWithoutIdsIsItsNumber) {
  const std::string people = file("plain.csv", "age,income:money\n70,1\n92,2\n");
  const Ran ran = run({"explain", "--plan", file("rules.yaml", k_rules), "--table", "person=" + people, "--period", "2025", "--rule", "high_age", "--row", "2", "--json"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.json().at("value"), boost::json::value("10000"));
}

TEST_F(RulesCommand, WhatIfShowsWhatAPatchChangesByGroup) {
  const Ran ran = over_people("whatif", {"--set", "allowance={80..: 80元, else: 0元}", "--by", "county", "--json"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const auto totals = ran.json().at("totals").as_array();
  ASSERT_EQ(totals.size(), 1u) << "the patch does not touch the count of the needy";
  EXPECT_EQ(totals[0].at("key"), "high_age_total");
  const auto& first = totals[0].at("changes").at(0);
  EXPECT_EQ(first.at("group"), "450203000000");
  EXPECT_EQ(first.at("before").at("exact"), "15000");
  EXPECT_EQ(first.at("after").at("exact"), "16000");
  EXPECT_EQ(first.at("difference"), "1000");
  EXPECT_EQ(first.at("rows_touched"), 2);
}

TEST_F(RulesCommand, WhatIfTakesSeveralPatchesOfParametersAndRules) {
  const Ran ran = over_people("whatif", {"--set", "income_limit@2025-07-01=6000元", "--rule", "high_age=10元", "--json"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  std::map<std::string, std::string> differences;
  const auto answer = ran.json();
  for (const auto& total : answer.at("totals").as_array())
    differences[std::string(total.at("key").as_string())] = std::string(total.at("changes").at(0).at("difference").as_string());
  EXPECT_EQ(differences["high_age_total"], "-21000");
  EXPECT_EQ(differences["needy_count"], "1");
  EXPECT_EQ(over_people("whatif", {"--set", "nothing=1"}).exit_code, 1);
  EXPECT_EQ(over_people("whatif", {"--set", "income_limit@soon=1元"}).exit_code, 1);
  EXPECT_EQ(over_people("whatif", {"--rule", "high_age=5 +"}).exit_code, 1);
}

TEST_F(RulesCommand, SqlWritesAQueryForEachDatabase) {
  const Ran postgresql = over_people("sql", {"--by", "county"}), sqlite = over_people("sql", {"--by", "county", "--database", "sqlite"});
  EXPECT_EQ(postgresql.exit_code, 0) << postgresql.err;
  EXPECT_EQ(sqlite.exit_code, 0) << sqlite.err;
  for (const Ran& ran : {postgresql, sqlite}) EXPECT_THAT(ran.out, testing::AllOf(StartsWith("-- high_age_total needy_count 2025\n"), testing::EndsWith(";\n"), HasSubstr("person")));
  EXPECT_NE(postgresql.out, sqlite.out);
  const Ran row = over_people("sql", {"--rule", "needy"});
  EXPECT_THAT(row.out, testing::AllOf(StartsWith("-- needy 2025\n"), HasSubstr("income")));
  EXPECT_EQ(run({"sql", "plans/karamay", "--rule", "subsidy_factor"}).exit_code, 0);
}

TEST_F(RulesCommand, AGivenTableStandsForTheRegisterOfItsName) {
  const std::string places = file("places.csv", "id,kind,stars,credit,medical\n1,elderly_home,4,a,inside\n2,养老机构,5,,none\n");
  const Ran ran = run({"eval", "--plan", "plans/karamay", "--table", "institution=" + places, "--period", "2025", "--rule", "subsidy_factor", "--json"});
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.json().at("rules").at(0).at("valued"), 1);
  EXPECT_EQ(ran.json().at("rules").at(0).at("sum"), "1350000");
}

}  // namespace laoyou::app
