#include "base/utf8.h"

#include <gtest/gtest.h>

#include "base/csv.h"

namespace laoyou {
namespace {

TEST(Utf8, CountsCharactersAndNotBytes) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("a老𠮷é"), 4U);
}

TEST(Utf8, CutsBetweenCharacters) {
  EXPECT_EQ(beginning("老幼", 6), "老幼");
  EXPECT_EQ(beginning("老幼", 5), "老");
  EXPECT_EQ(beginning("老幼", 3), "老");
  EXPECT_EQ(beginning("老幼", 2), "");
}

TEST(Utf8, WritesCharactersOfEveryLength) {
  std::string text;
  for (const char32_t character : {U'a', U'é', U'老', U'𠮷'}) append_character(text, character);
  EXPECT_EQ(text, "aé老𠮷");
  EXPECT_TRUE(is_utf8(text));
}

}  // namespace
}  // namespace laoyou
