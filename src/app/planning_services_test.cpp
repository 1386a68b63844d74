// What planning takes out of the plans' own tables, and that a nearer plan's row takes the place of the country's.
#include "app/planning_services.h"

#include <gmock/gmock.h>

#include <fstream>

#include "app/running_house_test.h"
#include "store/testing/temporary_directory.h"

namespace laoyou::app {
namespace {

using planning::TravelWay;
using registry::InstitutionKind;

constexpr std::string_view k_karamay = "650200000000", k_liuzhou = "450200000000";

/// The plans with a speed and a kind of Karamay's own.
std::shared_ptr<const plan::Library> with_own_rows(const std::filesystem::path& folder) {
  std::filesystem::copy("plans", folder, std::filesystem::copy_options::recursive);
  std::ofstream(folder / "karamay" / "travel_speeds.csv") << "way,metres_per_minute,source,unverified\nelder,50,一(三),\n";
  std::ofstream(folder / "karamay" / "place_kinds.csv") << "kind,group,unit,source,unverified\nday_care,from_65,beds,一(三),\n";
  return plan::load_library(folder).value();
}

}  // namespace

TEST(TermsOfThePlans, EveryKindOfPlaceAndWayOfGoingStandsInTheCountrysTablesWithItsClause) {
  const planning::GoingRules rules = planning_going_rules(*real_plans().current(), code(k_liuzhou));
  EXPECT_EQ(rules.kinds.size(), 15u);
  ASSERT_EQ(rules.ways.size(), 3u);
  EXPECT_EQ(rules.metres_per_minute(TravelWay::walk), 72);
  EXPECT_EQ(rules.metres_per_minute(TravelWay::elder), 40);
  for (const planning::WayOfGoing& way : rules.ways) {
    EXPECT_THAT(way.source, testing::HasSubstr("步行速度惯例"));
    EXPECT_TRUE(way.unverified) << "nobody has checked these";
  }
  EXPECT_EQ(rules.find_kind(InstitutionKind::nursery)->unit, planning::PlaceUnit::slots);
}

TEST(TermsOfThePlans, ARowOfACitysOwnHoldsThereAndNowhereElse) {
  const store::TemporaryDirectory directory;
  const auto library = with_own_rows(directory.path() / "plans");
  const planning::GoingRules karamay = planning_going_rules(*library, code(k_karamay)), liuzhou = planning_going_rules(*library, code(k_liuzhou));
  EXPECT_EQ(karamay.metres_per_minute(TravelWay::elder), 50);
  EXPECT_EQ(karamay.metres_per_minute(TravelWay::walk), 72) << "the country's where the city says nothing";
  EXPECT_EQ(liuzhou.metres_per_minute(TravelWay::elder), 40);
  EXPECT_EQ(karamay.find_kind(InstitutionKind::day_care)->group, planning::PeopleGroup::from_65);
  EXPECT_EQ(liuzhou.find_kind(InstitutionKind::day_care)->group, planning::PeopleGroup::from_60);
  EXPECT_EQ(karamay.kinds.size(), liuzhou.kinds.size());
}

TEST(TermsOfThePlans, AProvincesOwnLimitComesBeforeTheCountrys) {
  const planning::Terms guizhou = planning_terms(*real_plans().current(), code("520000000000"));
  ASSERT_FALSE(guizhou.limits.empty());
  EXPECT_THAT(guizhou.limits.front().source, testing::HasSubstr("(五)"));
  ASSERT_EQ(guizhou.measures.size(), 2u);
  EXPECT_THAT(guizhou.measures.front().source, testing::HasSubstr("(五)"));
}

TEST(TermsOfThePlans, EstatesAndForecastsAreReadFromTheStandardsAndFiguresThatThePlansName) {
  const auto liuzhou = planning_estate_rules(*real_plans().current(), code(k_liuzhou));
  EXPECT_TRUE(std::any_of(liuzhou.begin(), liuzhou.end(), [](const auto& rule) { return rule.space == planning::EstateSpace::childcare && rule.m2_per_hundred == 15; }));
  const auto karamay = planning_figures(*real_plans().current(), code(k_karamay));
  ASSERT_EQ(karamay.size(), 1u);
  EXPECT_EQ(karamay.front().people, 75'000);
  EXPECT_EQ(karamay.front().from_age, 60);
}

}  // namespace laoyou::app
