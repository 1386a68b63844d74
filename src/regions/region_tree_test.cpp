#include "regions/region_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

namespace laoyou::regions {
namespace {

RegionCode code(std::string_view text) { return RegionCode::parse(text).value(); }

const RegionTree& tree() {
  static const RegionTree national = RegionTree::national();
  return national;
}

std::vector<std::string> names(const std::vector<Region>& regions) {
  std::vector<std::string> all;
  for (const Region& region : regions) all.push_back(region.name);
  return all;
}

std::vector<std::string> found(std::string_view text, std::string_view within = "000000000000", std::size_t limit = 20) {
  std::vector<std::string> all;
  for (const Region& region : tree().search(text, code(within), limit)) all.push_back(region.code.text() + " " + region.name);
  return all;
}

/// Every place below the country, found by walking down from it.
std::vector<RegionCode> walk_down() {
  std::vector<RegionCode> all;
  std::deque<RegionCode> waiting{RegionCode()};
  while (!waiting.empty()) {
    for (const Region& child : tree().children(waiting.front())) {
      all.push_back(child.code);
      waiting.push_back(child.code);
    }
    waiting.pop_front();
  }
  return all;
}

}  // namespace

TEST(RegionTree, LiuzhouHasTenCounties) {
  EXPECT_THAT(names(tree().children(code("450200000000"))),
              testing::UnorderedElementsAre("城中区", "鱼峰区", "柳南区", "柳北区", "柳江区", "柳城县", "鹿寨县", "融安县", "融水苗族自治县", "三江侗族自治县"));
  EXPECT_EQ(tree().children_count(code("450200000000")), 10u);
}

TEST(RegionTree, TheCountryHasItsThirtyFourProvinces) {
  EXPECT_EQ(tree().children_count(RegionCode()), 34u);
  for (const char* without_parts : {"710000000000", "810000000000", "820000000000"}) EXPECT_EQ(tree().children_count(code(without_parts)), 0u);
}

TEST(RegionTree, APathLeadsFromTheCountryToTheVillage) {
  const auto streets = tree().children(code("450203000000"));
  ASSERT_FALSE(streets.empty());
  const auto villages = tree().children(streets.front().code);
  ASSERT_FALSE(villages.empty());
  std::vector<RegionLevel> levels;
  const auto path = tree().path(villages.front().code);
  for (const Region& step : path) levels.push_back(step.code.level());
  EXPECT_THAT(levels, testing::ElementsAre(RegionLevel::country, RegionLevel::province, RegionLevel::city, RegionLevel::county, RegionLevel::street, RegionLevel::village));
  EXPECT_EQ(path[1].name, "广西壮族自治区");
  EXPECT_EQ(path[3].name, "鱼峰区");
  EXPECT_EQ(path.back().code, villages.front().code);
}

TEST(RegionTree, WalkingDownReachesEveryPlaceOnceAndEachChildIsWithinItsParent) {
  const std::vector<RegionCode> all = walk_down();
  EXPECT_EQ(all.size() + 1, tree().size()) << "the country itself and everything below";
  EXPECT_GT(all.size(), 600'000u);
  std::size_t without_parent = 0, outside_parent = 0;
  for (RegionCode place : all) {
    without_parent += !tree().find(*place.parent());
    outside_parent += !place.parent()->contains(place) || *place.parent() == place;
  }
  EXPECT_EQ(without_parent, 0u);
  EXPECT_EQ(outside_parent, 0u);
}

TEST(RegionTree, EveryPlaceIsFoundByItsOwnCodeWithAName) {
  std::size_t unnamed = 0, lost = 0;
  for (RegionCode place : walk_down()) {
    const auto region = tree().find(place);
    lost += !region || region->code != place;
    unnamed += region && region->name.empty();
  }
  EXPECT_EQ(lost, 0u);
  EXPECT_EQ(unnamed, 0u);
}

TEST(RegionTree, WhatIsNotThereIsNotFound) {
  EXPECT_FALSE(tree().find(code("450299000000")));
  EXPECT_EQ(tree().name(code("450299000000")), "450299000000");
  EXPECT_THAT(tree().children(code("999999999999")), testing::IsEmpty());
}

TEST(RegionTree, ACityWithoutCountiesHasItsTownsBelowIt) {
  EXPECT_EQ(tree().name(code("441900000000")), "东莞市");
  EXPECT_GT(tree().children_count(code("441900000000")), 20u);
}

TEST(RegionSearch, ExactNamesComeFirstThenHigherLevels) {
  const auto hits = found("鱼峰区");
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits.front(), "450203000000 鱼峰区");
  EXPECT_EQ(found("柳州").front(), "450200000000 柳州市");
}

TEST(RegionSearch, DigitsFindPlacesByTheBeginningOfTheirCode) {
  EXPECT_THAT(found("450203000000"), testing::ElementsAre("450203000000 鱼峰区"));
  EXPECT_THAT(found("4502", "000000000000", 3), testing::SizeIs(3));
  EXPECT_EQ(found("4502").front(), "450200000000 柳州市");
  EXPECT_THAT(found("9999999"), testing::IsEmpty());
  EXPECT_THAT(found("0", "000000000000", 1), testing::SizeIs(1));
}

TEST(RegionSearch, NothingIsFoundOutsideTheRegionSearched) {
  EXPECT_THAT(found("鱼峰区", "450200000000"), testing::Contains("450203000000 鱼峰区"));
  EXPECT_THAT(found("鱼峰区", "650000000000"), testing::IsEmpty());
  EXPECT_THAT(found("4502", "450300000000"), testing::IsEmpty());
  for (const Region& region : tree().search("村", code("450203000000"), 100)) EXPECT_TRUE(code("450203000000").contains(region.code)) << region.name;
}

TEST(RegionSearch, AtMostAsManyAsAskedFor) {
  EXPECT_THAT(found("村", "000000000000", 7), testing::SizeIs(7));
  EXPECT_THAT(found("", "000000000000", 7), testing::IsEmpty());
  EXPECT_THAT(found("村", "000000000000", 0), testing::IsEmpty());
}

TEST(RegionSearch, ATextThatLiesAcrossTwoNamesIsNoHit) {
  // Names are packed behind each other; the end of one and the beginning of the next are no name.
  const auto counties = tree().children(code("450200000000"));
  const std::string across = counties[0].name.substr(counties[0].name.size() - 3) + tree().children(counties[0].code).front().name.substr(0, 6);
  for (const std::string& hit : found(across, "450200000000")) EXPECT_THAT(hit, testing::HasSubstr(across));
}

TEST(AddedRegions, AZoneJoinsTheChildrenOfItsCityAndIsFoundByNameAndCode) {
  const RegionTree with_zone = tree().with({{code("450291000000"), "柳东新区", true, "由管委会管理"}});
  EXPECT_EQ(with_zone.children_count(code("450200000000")), 11u);
  EXPECT_EQ(with_zone.size(), tree().size() + 1);
  EXPECT_TRUE(with_zone.find(code("450291000000"))->added);
  EXPECT_THAT(names(with_zone.search("柳东", code("450200000000"), 5)), testing::Contains("柳东新区"));
  EXPECT_THAT(names(with_zone.search("450291", RegionCode(), 5)), testing::ElementsAre("柳东新区"));
  EXPECT_THAT(names(with_zone.search("柳东新区", code("450203000000"), 5)), testing::IsEmpty());
  EXPECT_THAT(names(with_zone.path(code("450291000000"))), testing::ElementsAre(testing::_, "广西壮族自治区", "柳州市", "柳东新区"));
  EXPECT_FALSE(tree().find(code("450291000000"))) << "the tree it was made from stays as it was";
}

TEST(AddedRegions, AnAdditionInPlaceOfAnExistingPlaceIsCountedOnce) {
  const RegionTree renamed = tree().with({{code("450203000000"), "新鱼峰区", true, ""}});
  EXPECT_EQ(renamed.size(), tree().size());
  EXPECT_EQ(renamed.children_count(code("450200000000")), 10u);
  EXPECT_EQ(renamed.name(code("450203000000")), "新鱼峰区");
  EXPECT_THAT(names(renamed.search("鱼峰区", code("450200000000"), 5)), testing::Contains("新鱼峰区").Times(1));
}

}  // namespace laoyou::regions
