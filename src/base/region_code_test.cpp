#include "base/region_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"

namespace laoyou {
namespace {

RegionCode region(std::string_view text) { return RegionCode::parse(text).value(); }

/// A code of any level; few values a part, so that two codes often lie within each other.
RegionCode any_region() {
  std::string text;
  for (int digits : {2, 2, 2, 3, 3}) text += std::string(static_cast<std::size_t>(digits - 1), '0') + static_cast<char>('0' + *rc::gen::inRange(0, 3));
  const std::size_t kept = *rc::gen::elementOf(std::vector<std::size_t>{0, 2, 4, 6, 9, 12});
  text.replace(kept, std::string::npos, std::string(12 - kept, '0'));
  return region(text);
}

/// The oracle: `outer` contains `inner` when one finds it on the way up.
bool slow_contains(RegionCode outer, RegionCode inner) {
  if (outer == inner) return true;
  const auto above = inner.parent();
  return above && slow_contains(outer, *above);
}

TEST(RegionCode, KnowsItsLevelAndWhatIsAbove) {
  const RegionCode village = region("450203101001");
  EXPECT_EQ(village.level(), RegionLevel::village);
  EXPECT_EQ(village.parent()->text(), "450203101000");
  EXPECT_EQ(region("450203101000").level(), RegionLevel::street);
  EXPECT_EQ(region("450203000000").level(), RegionLevel::county);
  EXPECT_EQ(region("450200000000").level(), RegionLevel::city);
  EXPECT_EQ(region("450000000000").level(), RegionLevel::province);
  EXPECT_EQ(RegionCode().level(), RegionLevel::country);
  EXPECT_FALSE(RegionCode().parent());
}

// Dongguan has no counties: its towns stand directly under the city.
TEST(RegionCode, PassesOverALevelLeftEmpty) {
  EXPECT_EQ(region("441900003000").level(), RegionLevel::street);
  EXPECT_EQ(region("441900003000").parent(), region("441900000000"));
  EXPECT_TRUE(region("441900000000").contains(region("441900003001")));
}

TEST(RegionCode, NeverContainsItsNeighbour) {
  EXPECT_FALSE(region("450203000000").contains(region("450204000000")));
  EXPECT_FALSE(region("450203000000").contains(region("450200000000")));
  EXPECT_TRUE(RegionCode().contains(region("820008000000")));
  EXPECT_EQ(region("450203000000").end_number(), 450'204'000'000);
}

RC_GTEST_PROP(RegionCode, ContainmentIsWhatClimbingFinds, ()) {
  const RegionCode a = any_region(), b = any_region();
  RC_ASSERT(a.contains(b) == slow_contains(a, b));
}

RC_GTEST_PROP(RegionCode, ContainmentIsAPartialOrder, ()) {
  const RegionCode a = any_region(), b = any_region(), c = any_region();
  RC_ASSERT(a.contains(a));
  if (a.contains(b) && b.contains(a)) RC_ASSERT(a == b);
  if (a.contains(b) && b.contains(c)) RC_ASSERT(a.contains(c));
}

RC_GTEST_PROP(RegionCode, TwoPlacesLieWithinEachOtherOrApart, ()) {
  const RegionCode a = any_region(), b = any_region();
  const bool apart = a.end_number() <= b.number() || b.end_number() <= a.number();
  RC_ASSERT(apart == !(a.contains(b) || b.contains(a)));
}

RC_GTEST_PROP(RegionCode, ReadsWhatItWrites, ()) {
  const RegionCode code = RegionCode::from_number(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000));
  RC_ASSERT(code.text().size() == 12u);
  RC_ASSERT(RegionCode::parse(code.text()).value() == code);
}

TEST(RegionCode, ACountyInSixDigitsAndAStreetInNineAreCompleted) {
  EXPECT_EQ(region("450203"), region("450203000000"));
  EXPECT_EQ(region("450203101"), region("450203101000"));
}

TEST(RegionCode, RefusesOtherShapes) {
  for (const char* text : {"", "45", "4502", "45020", "4502031", "4502031010011", "45020310100a", "-50203101001", "４50203101"})
    EXPECT_EQ(RegionCode::parse(text).error().code, "region.malformed") << text;
  EXPECT_THROW(RegionCode::from_number(1'000'000'000'000), BrokenInvariant);
  EXPECT_THROW(RegionCode::from_number(-1), BrokenInvariant);
}

}  // namespace
}  // namespace laoyou
