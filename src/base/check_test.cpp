#include "base/check.h"

#include <gtest/gtest.h>

#include <string>

namespace laoyou {
namespace {

TEST(Check, PassesOverWhatHolds) { EXPECT_NO_THROW(CHECK(1 + 1 == 2)); }

TEST(Check, NamesTheConditionAndItsPlace) {
  try {
    CHECK(1 + 1 == 3);
    FAIL() << "a broken invariant went unnoticed";
  } catch (const BrokenInvariant& broken) {
    const std::string said = broken.what();
    EXPECT_NE(said.find("1 + 1 == 3"), std::string::npos) << said;
    EXPECT_NE(said.find("check_test.cpp:"), std::string::npos) << said;
  }
}

TEST(Check, AsksItsConditionOnce) {
  int asked = 0;
  CHECK(++asked == 1);
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace laoyou
