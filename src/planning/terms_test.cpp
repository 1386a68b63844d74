// What planning takes out of plans' standards.
#include "planning/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace laoyou::planning {
namespace {

const std::vector<NamedStandard> k_country{{"beds_per_thousand_elders", "35", "张/千名老年人", "示例", true},   {"childcare_places_norm", "4.5", "个/千人", "“十四五”规划", false},
                                           {"living_circle_15_minutes", "15", "分钟", "GB 50180-2018", false},   {"living_circle_15", "800..1000", "m", "GB 50180-2018", false},
                                           {"nursery_radius", "300", "m", "GB 50180-2018", true}, {"something_else", "7", "分钟", "", false}};

const UnderstoodStandards k_understood{
    {"quarter_hour_circle", "living_circle_15_minutes", "nursery_radius", "living_circle_15"},
    {{"quarter_hour_care", "quarter_hour_circle", {registry::InstitutionKind::street_centre}, TravelWay::walk, PeopleGroup::from_60, "一刻钟", "A quarter of an hour"},
     {"quarter_hour_care", "living_circle_15_minutes", {registry::InstitutionKind::street_centre}, TravelWay::walk, PeopleGroup::from_60, "一刻钟", "A quarter of an hour"},
     {"nursery_300_m", "nursery_radius", {registry::InstitutionKind::nursery}, TravelWay::walk, PeopleGroup::under_three, "300米", "300 m"}},
    {{"honghe_beds_per_thousand", PlaceUnit::beds, 1000, 60, 100, "每千名老年人{}张床位", "{} beds per 1,000 people of 60 and over"},
     {"beds_per_thousand_elders", PlaceUnit::beds, 1000, 60, 100, "每千名老年人{}张床位", "{} beds per 1,000 people of 60 and over"},
     {"childcare_places_norm", PlaceUnit::slots, 1000, 0, 100, "每千人口{}个托位", "{} slots per 1,000 people"}}};

std::vector<NamedStandard> nearest_standards(std::vector<NamedStandard> own) {
  own.insert(own.end(), k_country.begin(), k_country.end());
  return own;
}

TEST(TermsOfPlanning, AreTheCountrysWhereNoNearerPlanSpeaks) {
  const Terms terms = terms_of(k_country, k_understood);
  ASSERT_EQ(terms.ratios.size(), 2U);
  EXPECT_EQ(terms.ratios[0].unit, PlaceUnit::beds);
  EXPECT_EQ(terms.ratios[0].zh, "每千名老年人35张床位");
  EXPECT_TRUE(terms.ratios[0].unverified);
  EXPECT_EQ(terms.ratios[1].en, "4.5 slots per 1,000 people");
  ASSERT_EQ(terms.limits.size(), 3U);
  EXPECT_EQ(terms.limits[0].zh, "15分钟");
  EXPECT_EQ(terms.limits[1].metres, 300);
  EXPECT_EQ(terms.limits[2].metres, 1000) << "the greater number of a range";
  ASSERT_EQ(terms.measures.size(), 2U);
  EXPECT_EQ(terms.measures[0].minutes, 15);
}

TEST(TermsOfPlanning, AreTheNearestPlansWhereItSpeaks) {
  const Terms terms = terms_of(nearest_standards({{"honghe_beds_per_thousand", "40", "张/千名老年人", "红河方案 三(二)1", false}, {"quarter_hour_circle", "20", "分钟", "省方案 (五)", false}}), k_understood);
  EXPECT_EQ(terms.ratios[0].wanted, 40);
  EXPECT_EQ(terms.ratios[0].source, "红河方案 三(二)1");
  EXPECT_FALSE(terms.ratios[0].unverified);
  ASSERT_EQ(terms.ratios.size(), 2U) << "the country's beds are not added to the city's";
  EXPECT_EQ(terms.limits[0].minutes, 20);
  EXPECT_EQ(terms.limits[1].minutes, 15) << "the country's circle may be asked for too";
  EXPECT_EQ(terms.measures[0].minutes, 20);
  EXPECT_EQ(terms.measures[0].source, "省方案 (五)");
}

TEST(TermsOfPlanning, OneNumberIsOfferedOnce) {
  const Terms terms = terms_of(nearest_standards({{"quarter_hour_circle", "15", "分钟", "省方案 (五)", false}}), k_understood);
  EXPECT_EQ(terms.limits.size(), 3U);
  EXPECT_EQ(terms.limits[0].source, "省方案 (五)");
}

TEST(TermsOfPlanning, AStandardWithoutANumberOrWithAnotherUnitSaysNothing) {
  const Terms terms = terms_of({{"nursery_radius", "宜近", "m", "", false}, {"quarter_hour_circle", "15", "小时", "", false}, {"beds_per_thousand_elders", "0", "", "", false}}, k_understood);
  EXPECT_TRUE(terms.limits.empty());
  EXPECT_TRUE(terms.measures.empty());
  EXPECT_TRUE(terms.ratios.empty());
}

TEST(TermsOfPlanning, AreNoneOfAStandardThatNoPlanNamesForThem) {
  const Terms terms = terms_of(k_country, {});
  EXPECT_TRUE(terms.ratios.empty() && terms.limits.empty() && terms.measures.empty());
}

TEST(TermsOfPlanning, AreNoneWhereNoPlanStands) {
  const Terms terms = terms_of({}, k_understood);
  EXPECT_TRUE(terms.ratios.empty() && terms.limits.empty() && terms.measures.empty());
}

}  // namespace
}  // namespace laoyou::planning
