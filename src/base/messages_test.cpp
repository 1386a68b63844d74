#include "base/messages.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

TEST(Messages, FillTheGapsInBothLanguages) {
  EXPECT_EQ(message("date.unknown_day", {"2025-02-30"}, Language::zh), "没有“2025-02-30”这一天");
  EXPECT_EQ(message(refuse("date.unknown_day", {"2025-02-30"}), Language::en), "there is no such day as 2025-02-30");
}

TEST(Messages, AGapWithoutAWordStaysEmpty) { EXPECT_EQ(message("date.unknown_day", {}, Language::zh), "没有“”这一天"); }

// The code is for programs and stays; what is wanted is said in the reader's language.
TEST(Messages, AWordOfAFamilyIsSaidInTheSentencesLanguage) {
  EXPECT_EQ(message("json.wrong_kind", {"number"}, Language::zh), "应为数字");
  EXPECT_EQ(message("json.wrong_kind", {"number"}, Language::en), "must be a number");
  EXPECT_EQ(message("json.wrong_kind", {"no kind"}, Language::en), "must be no kind");
}

// Words come from callers: what looks like a gap inside them is only text.
TEST(Messages, WordsAreNeverFilledThemselves) {
  EXPECT_EQ(message("point.out_of_range", {"{1}", "{0}"}, Language::en), "{1} {0} is no longitude and latitude");
}

TEST(Messages, AnUnknownCodeSaysItself) {
  EXPECT_EQ(message("no.such_code", {"x"}, Language::zh), "no.such_code");
  EXPECT_FALSE(has_message("no.such_code"));
  EXPECT_TRUE(has_message("date.malformed"));
}

}  // namespace
}  // namespace laoyou
