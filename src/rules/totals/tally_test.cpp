#include "rules/totals/tally.h"

#include <gtest/gtest.h>

namespace laoyou::rules {
namespace {

TEST(CutRegion, keeps_the_digits_of_its_level_and_above) {
  const std::int64_t village = 450203001002;
  EXPECT_EQ(cut_region(village, RegionLevel::village), 450203001002);
  EXPECT_EQ(cut_region(village, RegionLevel::street), 450203001000);
  EXPECT_EQ(cut_region(village, RegionLevel::county), 450203000000);
  EXPECT_EQ(cut_region(village, RegionLevel::city), 450200000000);
  EXPECT_EQ(cut_region(village, RegionLevel::province), 450000000000);
  EXPECT_EQ(cut_region(village, RegionLevel::country), 0);
}

TEST(CutRegion, leaves_a_place_above_the_level_as_it_is) { EXPECT_EQ(cut_region(450200000000, RegionLevel::county), 450200000000); }

}  // namespace
}  // namespace laoyou::rules
