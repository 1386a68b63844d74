#include "engines/dispatch/search/exact_math.h"

#include <gtest/gtest.h>

#include <cmath>

namespace laoyou::dispatch {
namespace {

TEST(ExactMath, AgreesWithTheLibraryToTwelveDigits) {
  for (double x = 1e-12; x < 1e12; x *= 1.7) EXPECT_NEAR(exact_log(x), std::log(x), 1e-12 * std::max(1.0, std::abs(std::log(x))));
  for (double x = -30; x < 30; x += 0.37) EXPECT_NEAR(exact_exp(x), std::exp(x), 1e-12 * std::exp(x));
  EXPECT_EQ(exact_log(1), 0);
  EXPECT_EQ(exact_exp(0), 1);
}

}  // namespace
}  // namespace laoyou::dispatch
