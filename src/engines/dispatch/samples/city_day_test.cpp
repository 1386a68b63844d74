#include "engines/dispatch/samples/city_day.h"

#include <gtest/gtest.h>

#include "engines/dispatch/solve.h"

namespace laoyou::dispatch {
namespace {

TEST(CityDay, ALargeDayIsPlannedWithinAllRulesFromTheFirstStepOn) {
  const Problem problem = city_day({500, 50, 15, 3});
  SolveOptions options;
  options.iterations = 0;
  const auto first = solve(problem, options);
  ASSERT_TRUE(first);
  options.iterations = 400;
  const auto later = solve(problem, options);
  ASSERT_TRUE(later);
  EXPECT_TRUE(first->judgement.valid());
  EXPECT_TRUE(later->judgement.valid());
  EXPECT_LT(later->levels, first->levels);
}

}  // namespace
}  // namespace laoyou::dispatch
