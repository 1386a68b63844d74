#include "planning/estates/estates.h"

#include <gtest/gtest.h>

namespace laoyou::planning {
namespace {

registry::Development estate_of(std::int64_t households, bool newly_built, const char* elderly_m2) {
  registry::Development estate;
  estate.id = {1};
  estate.region = RegionCode::parse("450203001001").value();
  estate.name = "某小区";
  estate.households = households;
  estate.newly_built = newly_built;
  if (elderly_m2 != nullptr) estate.elderly_area_m2 = Decimal::parse(elderly_m2).value();
  return estate;
}

Date day(int year) { return Date::from_calendar(year, 6, 1).value(); }

const std::vector<EstateRule> k_rules{{EstateSpace::elderly, true, 35, day(2021), "新建", "某方案", false}, {EstateSpace::elderly, true, 30, std::nullopt, "新建", "国家", false},
                                      {EstateSpace::elderly, false, 15, day(2021), "已建", "某方案", false}};

EstateRow row_of(const registry::Development& estate) { return estate_row(estate, k_rules, {0, 1, 2}, ""); }

TEST(Estates, AnEstateThatLacksFloorAreaIsToldHowMuchWouldCureIt) {
  registry::Development estate = estate_of(800, true, "200");
  estate.accepted = day(2022);
  const EstateRow row = row_of(estate);
  EXPECT_EQ(row.state, EstateState::short_of_area);
  EXPECT_DOUBLE_EQ(row.needs[0].m2_per_hundred.value(), 25);
  EXPECT_DOUBLE_EQ(row.needs[0].wanted_m2.value(), 280);
  EXPECT_DOUBLE_EQ(row.needs[0].missing_m2.value(), 80);
  EXPECT_EQ(row.needs[0].rule, 0);
}

TEST(Estates, AnEstateAcceptedBeforeAPlanIsHeldAgainstTheRuleOfItsOwnYear) {
  registry::Development estate = estate_of(1000, true, "310");
  estate.accepted = day(2020);
  EXPECT_EQ(row_of(estate).needs[0].rule, 1);
  EXPECT_EQ(row_of(estate).state, EstateState::met);
  estate.accepted = day(2021);
  EXPECT_EQ(row_of(estate).state, EstateState::short_of_area);
}

TEST(Estates, AnEstateThatStandsIsHeldAgainstTheRuleOfThoseThatStand) {
  EXPECT_EQ(row_of(estate_of(1000, false, "150")).state, EstateState::met);
  EXPECT_DOUBLE_EQ(row_of(estate_of(1000, false, "149.5")).needs[0].missing_m2.value(), 0.5);
}

TEST(Estates, AStepThatWasNotTakenWithTheHomesIsShownThoughTheAreaIsThere) {
  registry::Development estate = estate_of(1000, true, "400");
  estate.planned_together = estate.built_together = estate.accepted_together = true;
  EXPECT_EQ(row_of(estate).state, EstateState::met);
  estate.handed_over_together = false;
  EXPECT_EQ(row_of(estate).state, EstateState::step_missing);
}

TEST(Estates, WhatTheRegisterDoesNotSayIsNoShortfall) {
  EXPECT_EQ(row_of(estate_of(1000, false, nullptr)).state, EstateState::not_known);
  EXPECT_EQ(row_of(estate_of(0, false, "10")).state, EstateState::not_bound);
}

TEST(Estates, TheListCountsEachEstateOnceAndPutsTheLargestLackFirst) {
  registry::Development little = estate_of(1000, false, "140"), much = estate_of(1000, false, "10"), well = estate_of(1000, false, "200");
  little.id = {1};
  much.id = {2};
  well.id = {3};
  const EstateList list = estate_list({well, little, much}, [](RegionCode) { return k_rules; }, regions::RegionTree::national(), {});
  EXPECT_EQ(list.estates, 3);
  EXPECT_EQ(list.short_of_area, 2);
  EXPECT_EQ(list.met, 1);
  EXPECT_DOUBLE_EQ(list.missing_elderly_m2, 150);
  ASSERT_EQ(list.rows.size(), 3u);
  EXPECT_EQ(list.rows[0].id.number, 2);
  EXPECT_EQ(list.rows[2].id.number, 3);
  EXPECT_EQ(list.rules.size(), 3u);
}

}  // namespace
}  // namespace laoyou::planning
