#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/indicators/indicator_state.h"
#include "plan/stack/running_plans.h"
#include "plan/testing/written_plans.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_two_layers = R"(
-- country/indicators.yaml
slots:
  {name: Slots, unit: 个/千人, group: childcare, target: {2025: "= 4.5"}, source: A}
beds:
  {name: Beds of the country, unit: 张, group: elderly, target: {2025: "= 9000"}, source: A}
visits:
  {name: Visits, unit: "%", group: elderly, target: {2025: ">= 90"}, source: A}
-- country/regions.csv
code,name,parent,source
450291000000,Zone of the country,450200000000,A
-- town/regions.csv
code,name,parent,source
450291000000,Zone of the town,450200000000,1
450292000000,Second zone,450200000000,1
)";

std::vector<std::string> keys_and_layers(const Plan& plan) {
  std::vector<std::string> lines;
  for (const auto& row : plan.content.indicators) lines.push_back(row.value.key + " " + row.layer);
  return lines;
}

}  // namespace

TEST(Stacking, ARowOfAHigherLayerTakesThePlaceOfTheLowerAndNamesItsLayer) {
  const WrittenPlans plans(with_files(town_files(), k_two_layers));
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  ASSERT_THAT(plans.said(loaded.refusals), testing::IsEmpty());
  EXPECT_THAT(keys_and_layers(loaded.plan), testing::ElementsAre("slots country", "beds town", "visits country"));
  EXPECT_EQ(loaded.plan.find_indicator("beds")->value.name, "Beds");
  EXPECT_THAT(loaded.plan.find_indicator("beds")->place, testing::HasSubstr("town/indicators.yaml:1:1"));
  EXPECT_EQ(loaded.plan.find_indicator("nothing"), nullptr);
  EXPECT_THAT(loaded.plan.layers, testing::ElementsAre("country", "town"));
}

TEST(Stacking, TheHeadIsTheTopmostAndNearnessComesFromTheLastLayerThatStatesIt) {
  Files files = town_files();
  const WrittenPlans plans(files);
  const Plan plan = load_plan(plans.path("town"), regions::RegionTree::national()).plan;
  EXPECT_EQ(plan.content.head.value.title, "Town");
  EXPECT_EQ(plan.near_percent, 10);
  EXPECT_EQ(plan.runs_from, Date::parse("2023-01-01").value());
  EXPECT_EQ(plan.runs_to, Date::parse("2025-12-31").value());
  files["town/plan.yaml"] += "near_percent: 3\n";
  EXPECT_EQ(load_plan(WrittenPlans(files).path("town"), regions::RegionTree::national()).plan.near_percent, 3);
}

TEST(Stacking, ADistrictsOwnShareOfATotalIsItsTarget) {
  const WrittenPlans plans(with_files(town_files(), "-- town/targets.csv\nindicator,region,period,target,source\nbeds,450203000000,2025,>= 40,1\n"));
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  ASSERT_THAT(plans.said(loaded.refusals), testing::IsEmpty());
  const Row<Indicator>& beds = *loaded.plan.find_indicator("beds");
  const auto targets = [&](std::string_view region) { return targets_at(loaded.plan, beds, RegionCode::parse(region).value()); };
  EXPECT_EQ(targets("450200000000").front().text, ">= 100");
  EXPECT_EQ(targets("450203000000").front().text, ">= 40");
  EXPECT_THAT(targets("450204000000"), testing::IsEmpty()) << "a total of the town is no target of a district without a share";
}

TEST(Stacking, AGoalOfALowerLayerForYearsAfterThePlanIsNoneOfThePlans) {
  const WrittenPlans plans(with_files(town_files(), R"(
-- country/indicators.yaml
later:
  {name: Later, unit: 张, group: elderly, target: {2030: ">= 9"}, source: A}
both:
  {name: Both, unit: 张, group: elderly, target: {2025: ">= 5", 2030: ">= 9"}, source: A}
)"));
  const Plan plan = load_plan(plans.path("town"), regions::RegionTree::national()).plan;
  EXPECT_EQ(plan.find_indicator("later"), nullptr);
  ASSERT_NE(plan.find_indicator("both"), nullptr);
  EXPECT_EQ(plan.find_indicator("both")->value.target.size(), 1u);
}

TEST(Stacking, ClausesOfEveryLayerAreKept) {
  const WrittenPlans plans(with_files(town_files(), "-- country/clauses.csv\nnumber,title\nA,Base\n1,Goals of the country\n"));
  const Plan plan = load_plan(plans.path("town"), regions::RegionTree::national()).plan;
  std::vector<std::string> clauses;
  for (const auto& row : plan.content.clauses) clauses.push_back(row.layer + " " + row.value.number);
  EXPECT_THAT(clauses, testing::ElementsAre("country A", "country 1", "town 1", "town 2"));
}

TEST(Stacking, ALayerReachedByTwoWaysIsStackedOnce) {
  Files files = with_files(town_files(), k_two_layers);
  files["province/plan.yaml"] = "plan: province\ntitle: Province\nregion: \"450000000000\"\nextends: [country]\n";
  files["town/plan.yaml"] = "plan: town\ntitle: Town\nregion: \"450200000000\"\nextends: [country, province]\n";
  const WrittenPlans plans(files);
  const LoadedPlan loaded = load_plan(plans.path("town"), regions::RegionTree::national());
  ASSERT_THAT(plans.said(loaded.refusals), testing::IsEmpty());
  EXPECT_THAT(loaded.plan.layers, testing::ElementsAre("country", "province", "town"));
}

TEST(Library, ZonesOfThePlansJoinTheTree) {
  const WrittenPlans plans(with_files(town_files(), k_two_layers));
  const auto library = load_library(plans.path()).value();
  EXPECT_EQ(library->plans.size(), 2u);
  EXPECT_EQ(library->regions.name(RegionCode::parse("450291000000").value()), "Zone of the town");
  EXPECT_TRUE(library->regions.find(RegionCode::parse("450292000000").value())->added);
  EXPECT_EQ(library->find("nowhere"), nullptr);
}

TEST(Library, OneFolderIsALibraryOfOnePlan) {
  const WrittenPlans plans(town_files());
  EXPECT_EQ(load_library(plans.path("town")).value()->plans.size(), 1u);
}

TEST(Library, ATownAddsRolesForItsOwnAccountsAndReplacesThoseOfTheCountry) {
  const WrittenPlans plans(with_files(town_files(),
                                      "-- town/roles.csv\nrole,zh,en,unit_kind,powers,source\n"
                                      "administrator,Town chief,Town chief,,accounts_manage,example\n"
                                      "guard,Guard,Guard,institution,places_read;people_read,example\n"));
  const auto library = load_library(plans.path()).value();
  const RegionCode town = library->find("town")->content.head.value.region, country;
  EXPECT_EQ(library->find_role("administrator", country)->zh, "Chief");
  EXPECT_EQ(library->find_role("administrator", town)->zh, "Town chief");
  EXPECT_EQ(library->find_role("guard", country), nullptr);
  EXPECT_EQ(library->find_role("guard", town)->unit_kind, powers::OfficeKind::institution);
  EXPECT_THAT(library->find_role("guard", town)->powers, testing::ElementsAre(powers::Power::places_read, powers::Power::people_read));
  EXPECT_EQ(library->roles_of(town).size(), 2u);
}

TEST(Library, AFaultInASharedLayerIsToldOnce) {
  const WrittenPlans plans(with_files(town_files(), "-- country/units.csv\nname,kind,source\nMinistry,department,B\n"));
  EXPECT_THAT(plans.said(load_library(plans.path()).error()), testing::ElementsAre(testing::StartsWith("country/units.csv:2:1: plan.unknown_clause B")));
}

TEST(RunningPlans, AReloadWithFaultsKeepsThePlansThatRun) {
  Files files = town_files();
  WrittenPlans plans(files);
  RunningPlans running(plans.path());
  ASSERT_TRUE(running.reload());
  const auto before = running.current();
  files["town/tasks.csv"] = "number,title,lead,group,source\n1,Build,Nobody,elderly,2\n2,Teach,Bureau,elderly,7\n";
  plans.write(files);
  const auto reloaded = running.reload();
  ASSERT_FALSE(reloaded);
  EXPECT_THAT(plans.said(reloaded.error()), testing::UnorderedElementsAre(testing::StartsWith("town/tasks.csv:2:1: plan.unknown_unit Nobody"),
                                                                          testing::StartsWith("town/tasks.csv:3:1: plan.unknown_clause 7")));
  EXPECT_EQ(running.current(), before);
  files["town/tasks.csv"] = "number,title,lead,group,source\n1,Rebuild,Bureau,elderly,2\n";
  plans.write(files);
  ASSERT_TRUE(running.reload());
  EXPECT_EQ(running.current()->find("town")->content.tasks.front().value.title, "Rebuild");
  EXPECT_EQ(before->find("town")->content.tasks.front().value.title, "Build");
}

}  // namespace laoyou::plan
