#include "base/world_failure.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

TEST(WorldFailure, TellsTheCallerLessThanTheLog) {
  const WorldFailure failure("some.code", "disk 3 is full");
  EXPECT_EQ(failure.code(), "some.code");
  EXPECT_STREQ(failure.what(), "disk 3 is full");
  EXPECT_EQ(failure.status(), 503);
  EXPECT_EQ(WorldFailure("some.code", "", 504).status(), 504);
}

}  // namespace
}  // namespace laoyou
