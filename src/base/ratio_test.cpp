#include "base/ratio.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou {
namespace {

std::string percent(std::int64_t part, std::int64_t whole) { return Ratio{part, whole}.percent(Rounding::half_up).value().text(); }

TEST(Ratio, IsShownInPercent) {
  EXPECT_EQ(percent(1, 3), "33.333333");
  EXPECT_EQ(percent(2, 3), "66.666667");
  EXPECT_EQ(percent(60, 100), "60");
  EXPECT_EQ(percent(-1, 4), "-25");
  EXPECT_EQ(percent(1, -4), "-25");
}

TEST(Ratio, OfNothingHasNoValue) { EXPECT_FALSE((Ratio{5, 0}.percent(Rounding::half_up))); }

TEST(Ratio, OfTwoRegionsIsNotTheAverageOfTheirRatios) {
  const Ratio small{9, 10}, large{10, 100};
  EXPECT_EQ(small.joined(large).percent(Rounding::half_up).value().text(), "17.272727");
}

RC_GTEST_PROP(Ratio, JoiningKnowsNoOrder, ()) {
  const auto count = rc::gen::inRange<std::int64_t>(0, 1'000'000);
  const Ratio a{*count, *count}, b{*count, *count}, c{*count, *count};
  RC_ASSERT(a.joined(b) == b.joined(a));
  RC_ASSERT(a.joined(b).joined(c) == a.joined(b.joined(c)));
}

}  // namespace
}  // namespace laoyou
