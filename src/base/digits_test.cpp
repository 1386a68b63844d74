#include "base/digits.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

TEST(Digits, OnlyAsciiDigitsCount) {
  EXPECT_TRUE(all_digits("0123456789"));
  for (const char* text : {"", "12a", "-1", " 1", "１２", "1.0", "/", ":"}) EXPECT_FALSE(all_digits(text)) << text;
}

TEST(Digits, SpellTheirNumber) {
  EXPECT_EQ(digits_value("007"), 7);
  EXPECT_EQ(digits_value("999999999"), 999'999'999);
}

}  // namespace
}  // namespace laoyou
