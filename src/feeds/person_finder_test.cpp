#include "feeds/person_finder.h"

#include <gtest/gtest.h>

namespace laoyou::feeds {
namespace {

const PersonText k_li{"李拟秀英", "女", "1941-03-02", "", "13900001111", "650203001001", "友谊路8号3栋201室"};

class Finder : public testing::Test {
 protected:
  Finder() {
    // Enough others that a name and a birthday are something rare.
    for (int i = 0; i < 400; ++i)
      finder.put(1000 + i, {"王拟" + std::string(i % 2 ? "建国" : "桂芳"), i % 2 ? "男" : "女", std::to_string(1930 + i % 50) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 7), "",
                            "1380000" + std::to_string(1000 + i), "650203001001", ""});
    finder.put(1, k_li);
  }
  PersonFinder finder;
};

TEST_F(Finder, APersonOfTheSameNameBirthAndPhoneIsFoundForCertain) {
  const auto near = finder.near(k_li, 0);
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].id, 1);
  EXPECT_TRUE(near[0].certain);
  EXPECT_EQ(near[0].fields.size(), 7U);
}

TEST_F(Finder, ItselfIsNotFound) { EXPECT_TRUE(finder.near(k_li, 1).empty()); }

TEST_F(Finder, TwinsAreHeldApartByHardEvidence) {
  PersonText twin = k_li;
  twin.name = "李拟桂兰";
  for (const NearPerson& near : finder.near(twin, 0)) EXPECT_FALSE(near.certain);
}

TEST_F(Finder, WhoWasRemovedIsFoundNoMoreAndWhoChangedAsTheyAreNow) {
  finder.remove(1);
  EXPECT_TRUE(finder.near(k_li, 0).empty());
  PersonText moved = k_li;
  moved.phone = "13911112222";
  finder.put(1, moved);
  const auto near = finder.near(moved, 0);
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(finder.size(), 401U);
}

TEST_F(Finder, TwoValidNumbersThatDifferAreTwoPeople) {
  PersonText one = k_li, other = k_li;
  one.id_number = "110105194912310046";
  other.id_number = "11010519491231002X";
  finder.put(1, one);
  for (const NearPerson& near : finder.near(other, 0)) EXPECT_TRUE(!near.certain);
}

}  // namespace
}  // namespace laoyou::feeds
