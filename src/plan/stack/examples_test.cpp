// The plans' own examples, and how rules.yaml is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "plan/stack/library.h"
#include "plan/stack/run_examples.h"
#include "plan/testing/written_plans.h"

namespace laoyou::plan {
namespace {

const Library& library() {
  static const std::shared_ptr<const Library> loaded = load_library("plans").value();
  return *loaded;
}

/// What `laoyou plan test` would find wrong with the town's plan with these files put over it.
std::vector<std::string> differences(std::string_view files) {
  const WrittenPlans plans(with_files(town_files(), files));
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  EXPECT_THAT(plans.said(loaded.refusals), testing::IsEmpty());
  std::vector<std::string> found;
  for (const Example* example : own_examples(loaded.plan))
    for (const ExampleResult& result : run(loaded.plan, prepare(loaded.plan, *example).value()))
      if (!result.passed()) found.push_back(result.rule + ": " + result.expected + " but " + result.found);
  return found;
}

std::vector<std::string> faults(std::string_view files) {
  const WrittenPlans plans(with_files(town_files(), files));
  return plans.said(load_plan(plans.path("town"), regions::RegionTree::national()).refusals);
}

TEST(Examples, EveryExampleOfEveryPlanHolds) {
  std::size_t results = 0;
  for (const auto& [key, plan] : library().plans)
    for (const Example* example : own_examples(*plan))
      for (const ExampleResult& result : run(*plan, prepare(*plan, *example).value())) {
        ++results;
        EXPECT_EQ(result.expected, result.found) << key << " " << result.place << " " << result.rule << " " << result.group;
      }
  EXPECT_GE(results, 150u);
}

TEST(Examples, EveryRuleOfAPlanHasOne) {
  for (const auto& [key, plan] : library().plans) {
    std::set<std::string> shown;
    for (const auto& row : plan->content.examples) shown.insert(row.value.rule);
    for (const auto& row : plan->content.rules) {
      // A subsidy's own example shows who gets it; its sum follows from both.
      std::string rule = row.value.key;
      for (const std::string_view derived : {"_eligible", "_total"})
        if (rule.ends_with(derived) && !shown.contains(rule)) rule.resize(rule.size() - derived.size());
      EXPECT_TRUE(shown.contains(rule)) << key << " " << row.place << " " << row.value.key;
    }
  }
}

TEST(Examples, AnExampleThatDoesNotHoldIsNamedWithWhatCameOut) {
  EXPECT_THAT(differences(R"(
-- town/rules.yaml
rules:
  many:
    name: Many
    value: count(bed)
    source: 1
    examples:
      - {given: {bed: [{times: 3}]}, period: 2025, expect: "2"}
      - {given: {bed: [{times: 2}]}, period: 2025, expect: "2"}
)"),
              testing::ElementsAre("many: 2 but 3"));
}

TEST(Examples, WhatIsNotGivenIsMissing) {
  EXPECT_THAT(differences(R"(
-- town/rules.yaml
rules:
  nurses:
    name: Nursing share
    value: share(nursing of bed)
    source: 1
    examples:
      - {given: {bed: [{times: 3}]}, period: 2025, expect: missing}
)"),
              testing::IsEmpty());
}

TEST(Examples, WhatAnExampleNamesWronglyIsToldWithTheNearestIfAnyIsNear) {
  EXPECT_THAT(faults(R"(
-- town/rules.yaml
rules:
  many:
    name: Many
    value: count(bed)
    source: 1
    examples:
      - given:
          bed: [{nursingg: 是}, {quantum_entanglement: 3}]
          institutoin: [{id: 1}]
          quantum_entanglement: [{id: 1}]
        period: 2025
        expect: "2"
)"),
              testing::ElementsAre("town/rules.yaml:8:28: plan.example_mistyped_field bed nursingg nursing",
                                   testing::StartsWith("town/rules.yaml:8:55: plan.example_field bed quantum_entanglement"),
                                   "town/rules.yaml:7:9: plan.example_mistyped_record institutoin institution",
                                   testing::StartsWith("town/rules.yaml:7:9: plan.example_record quantum_entanglement")));
}

TEST(Rules, ALayersRuleReplacesTheOneBelow) {
  const std::string_view files = R"(
-- country/rules.yaml
parameters:
  start:
    name: Start
    values: {2020-01-01: 60岁}
    source: A
rules:
  old:
    name: Old
    of: resident
    value: years_between(born, period.end) >= start
    source: A
-- town/rules.yaml
parameters:
  start:
    name: Start here
    values: {2020-01-01: 65岁}
    source: 1
examples:
  old:
    - {given: {born: 1962-01-01}, period: 2025, expect: "否"}
)";
  EXPECT_THAT(differences(files), testing::IsEmpty());
  const WrittenPlans plans(with_files(town_files(), files));
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  const rules::Book& book = *loaded.plan.book;
  EXPECT_EQ(book.parameters[static_cast<std::size_t>(book.find_parameter("start"))].layer, "town");
  EXPECT_EQ(book.rules[static_cast<std::size_t>(book.find_rule("old"))].layer, "country");
}

TEST(Rules, AFaultHasItsPlaceInPlainQuotedAndBlockText) {
  EXPECT_THAT(faults(R"yaml(
-- town/rules.yaml
rules:
  plain: {name: A, source: 1, value: count(bad)}
  quoted:
    name: B
    source: 1
    value: "count(bad)"
  block:
    name: C
    source: 1
    value: |
      count(bed
        where bad)
)yaml"),
              testing::UnorderedElementsAre(testing::StartsWith("town/rules.yaml:2:44: rules.mistyped_name bad bed"), testing::StartsWith("town/rules.yaml:6:19: rules.mistyped_name bad bed"),
                                            testing::StartsWith("town/rules.yaml:12:15: rules.unknown_name")));
}

TEST(Rules, AnIndicatorsValueIsCheckedWithItsPlace) {
  EXPECT_THAT(faults(R"(
-- town/indicators.yaml
beds:
  name: Beds
  unit: 张
  group: elderly
  target: {2025: ">= 100"}
  value: count(bed where colour = 3)
  source: 1
)"),
              testing::ElementsAre(testing::StartsWith("town/indicators.yaml:6:26: rules.unknown_name")));
}

}  // namespace
}  // namespace laoyou::plan
