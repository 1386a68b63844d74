#include "base/clock.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

TEST(Clock, ManualClockStandsStillUntilMoved) {
  ManualClock clock(Instant{1000});
  EXPECT_EQ(clock.now(), clock.now());
  clock.advance_milliseconds(500);
  EXPECT_EQ(clock.now(), Instant{1500});
}

TEST(Clock, SystemClockReadsThisCentury) {
  const Instant now = SystemClock().now();
  EXPECT_GT(now, Instant::parse("2024-01-01T00:00:00Z").value());
  EXPECT_LT(now, Instant::parse("2124-01-01T00:00:00Z").value());
}

}  // namespace
}  // namespace laoyou
