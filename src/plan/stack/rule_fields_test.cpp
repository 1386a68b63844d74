// Rules over fields that plans add to registers: what they may name, how examples and procedures use them, and what a reload does with new ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/stack/library.h"
#include "plan/stack/run_examples.h"
#include "plan/testing/written_plans.h"

namespace laoyou::plan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view k_fields = R"(
-- town/fields.csv
record,name,zh,en,kind,unit,choices,required,privacy,mask,source
institution,scheme,运营模式,Scheme,choice,,own=自营/Own;leased=委托/Leased,yes,open,,2
institution,meals,助餐价格,Meal price,money,元,,,open,,2
resident,fund_card,福利卡号,Fund card,text,,,,sensitive,phone,示例
)";

/// A rule with this expression in the town's plan.
std::string rule(const std::string& expression, const std::string& more = "") {
  return "-- town/rules.yaml\nrules:\n  asked:\n    name: Asked\n    value: " + expression + "\n    source: 1\n" + more;
}

Files files(const std::string& more, std::string_view fields = k_fields) { return with_files(with_files(town_files(), fields), more); }

std::vector<std::string> faults(const std::string& more, std::string_view fields = k_fields) {
  const WrittenPlans plans(files(more, fields));
  return plans.said(load_plan(plans.path("town"), regions::RegionTree::national()).refusals);
}

/// The same with a second town beside, whose field no other plan knows.
std::vector<std::string> faults_beside_another(const std::string& more) {
  const WrittenPlans plans(files(more + R"(
-- village/plan.yaml
plan: village
title: Village
region: "450300000000"
extends: [country]
runs: 2023-01-01..2025-12-31
-- village/clauses.csv
number,title
1,Goals
-- village/fields.csv
record,name,zh,en,kind,unit,choices,required,privacy,mask,source
institution,ways,经营方式,Way,choice,,leased=租赁/Leased;kept=自持/Kept,,open,,1
)"));
  const auto loaded = load_library(plans.path());
  return loaded ? std::vector<std::string>() : plans.said(loaded.error());
}

}  // namespace

TEST(AFieldInRules, IsNamedByItsColumnOrItsLabelAndItsChoicesByValueOrLabel) {
  for (const char* expression : {"count(institution where x_town_scheme = leased)", "count(institution where 运营模式 = 委托)", "count(bed where institution.x_town_scheme in (own, leased))",
                                 "sum(x_town_meals of institution where x_town_scheme != x_town_scheme.own)"})
    EXPECT_THAT(faults(rule(expression)), IsEmpty()) << expression;
}

TEST(AFieldInRules, HasItsType) {
  EXPECT_THAT(faults(rule("count(institution where x_town_meals > 3)")), ElementsAre(HasSubstr("town/rules.yaml:4:")));
  EXPECT_THAT(faults(rule("count(institution where x_town_scheme = lent)")), ElementsAre(HasSubstr("lent")));
}

TEST(AFieldInRules, ThatNamesAPersonIsNone) { EXPECT_THAT(faults(rule("count(resident where x_town_fund_card is missing)")), ElementsAre(HasSubstr("rules.unknown_name x_town_fund_card"))); }

TEST(AFieldInRules, OfAnotherPlanIsUnknownAndNotHintedAt) {
  EXPECT_THAT(faults_beside_another(rule("count(institution where x_town_scheme = leased)")), IsEmpty());
  EXPECT_THAT(faults_beside_another(rule("count(institution where x_village_ways = leased)")), ElementsAre("town/rules.yaml:4:36: rules.unknown_name x_village_ways"));
  EXPECT_THAT(faults_beside_another(rule("count(institution where x_village_way = leased)")), ElementsAre("town/rules.yaml:4:36: rules.unknown_name x_village_way"));
  EXPECT_THAT(faults_beside_another(rule("count(institution where x_town_scheme = kept)")), ElementsAre(HasSubstr("rules.unknown_name kept")));
}

TEST(AFieldInRules, DoesNotMakeAWordAmbiguousThatALowerPlanUses) {
  const std::string fields = "-- town/fields.csv\nrecord,name,zh,en,kind,choices,source\nresident,help,帮扶程度,Help,choice,mild=轻/Mild;severe=重/Severe,2\n";
  const std::string parameter =
      "-- country/rules.yaml\nparameters:\n  sums:\n    name: Sums\n    values: {2023-01-01: {mild: 1元, severe: 2元}}\n    source: A\nrules:\n  sum_of:\n    name: Sum\n    of: resident\n    value: "
      "sums[care_grade]\n    source: A\n";
  EXPECT_THAT(faults(parameter, fields), IsEmpty());
}

TEST(AFieldInRules, IsGivenInExamples) {
  const WrittenPlans plans(files(rule("count(institution where x_town_scheme = leased and x_town_meals <= 15元)",
                                      "    examples:\n      - {given: {institution: [{x_town_scheme: leased, x_town_meals: 12元, times: 2}, {x_town_scheme: 自营}, {x_town_scheme: leased, 助餐价格: 20元}]}, "
                                      "period: 2025, expect: \"2\"}\n")));
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  ASSERT_THAT(plans.said(loaded.refusals), IsEmpty());
  const auto examples = own_examples(loaded.plan);
  ASSERT_EQ(examples.size(), 1u);
  for (const ExampleResult& result : run(loaded.plan, prepare(loaded.plan, *examples.front()).value())) EXPECT_EQ(result.found, result.expected);
}

/// A library that runs, and what loading anew says after the files changed.
class AReload : public testing::Test {
 protected:
  AReload() : plans(files(rule("count(institution where x_town_scheme = leased)"))), running(load_library(plans.path()).value()) {}

  std::vector<std::string> said_after(const Files& changed) {
    plans.write(changed);
    const auto loaded = load_library(plans.path(), running->facts_layout);
    if (loaded) EXPECT_EQ((*loaded)->facts_layout, running->facts_layout);
    return loaded ? std::vector<std::string>() : plans.said(loaded.error());
  }
  static std::string with_row(const std::string& row) { return std::string(k_fields) + row + "\n"; }

  WrittenPlans plans;
  std::shared_ptr<const Library> running;
};

TEST_F(AReload, RefusesARuleOverAFieldThatTheServerDoesNotHaveYet) {
  const std::string fields = with_row("institution,rooms,房间数,Rooms,whole,间,,,open,,2");
  EXPECT_THAT(said_after(files(rule("count(institution where x_town_scheme = leased)"), fields)), IsEmpty()) << "a field alone comes with the next start";
  EXPECT_THAT(said_after(files(rule("sum(x_town_rooms of institution)"), fields)), ElementsAre("town/rules.yaml:4:16: rules.field_needs_restart x_town_rooms"));
  EXPECT_THAT(said_after(files(rule("sum(房间数 of institution)"), fields)), ElementsAre("town/rules.yaml:4:16: rules.field_needs_restart x_town_rooms"));
}

TEST_F(AReload, RefusesARuleOverAFieldWhoseChoicesAreOthersNow) {
  std::string fields(k_fields);
  fields.replace(fields.find("own=自营/Own"), std::string("own=自营/Own").size(), "own=自营/Own;lent=借用/Lent");
  EXPECT_THAT(said_after(files("", fields)), IsEmpty());
  EXPECT_THAT(said_after(files(rule("count(institution where x_town_scheme = leased)"), fields)), ElementsAre(HasSubstr("town/rules.yaml:4:36: rules.field_needs_restart x_town_scheme")));
}

TEST_F(AReload, MayForgetAFieldWhosePlaceStays) {
  EXPECT_THAT(said_after(files(rule("count(institution where x_town_meals > 10元)"), "-- town/fields.csv\nrecord,name,zh,en,kind,unit,source\ninstitution,meals,助餐价格,Meal price,money,元,2\n")), IsEmpty());
  EXPECT_THAT(said_after(files(rule("count(institution where x_town_scheme = leased)"), "-- town/fields.csv\nrecord,name,zh,en,kind,unit,source\ninstitution,meals,助餐价格,Meal price,money,元,2\n")),
              ElementsAre(HasSubstr("rules.unknown_name x_town_scheme")));
}

}  // namespace laoyou::plan
