#include "base/shown_text.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

TEST(ShownText, BlanksAndInvisibleSignsAroundATextAreTrimmed) {
  EXPECT_EQ(trimmed(" \t　名 称　\r\n"), "名 称");
  for (const char* sign : {"\xEF\xBB\xBF", "\xE2\x80\x8B", "\xC2\xA0", "\xE2\x80\x83", "\xE2\x81\xA0", "\xC2\xAD", "\xE2\x80\xA8", "\xE3\x85\xA4", "\xC2\x85", "\x01", "　"}) {
    EXPECT_EQ(trimmed(std::string(sign) + "5月" + sign + sign), "5月");
    EXPECT_EQ(trimmed(std::string(sign) + " " + sign), "");
  }
}

TEST(ShownText, WhatShowsNothingIsEmpty) {
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed("\xC2\xA0\xE2\x80\x8B"), "");
  EXPECT_EQ(trimmed("\xEF\xB8\x8F\xE2\x80\x8D"), "");
}

TEST(ShownText, AShapedSignKeepsItsShape) {
  EXPECT_EQ(trimmed("❤\xEF\xB8\x8F "), "❤\xEF\xB8\x8F");
  EXPECT_EQ(invisible_sign("👩\xE2\x80\x8D👧 ❤\xEF\xB8\x8F"), "");
}

TEST(ShownText, AnInvisibleSignIsNamedByItsCode) {
  EXPECT_EQ(invisible_sign("指\xEF\xBB\xBF标"), "U+FEFF");
  EXPECT_EQ(invisible_sign("a\xE2\x80\xAE" "b"), "U+202E");
  EXPECT_EQ(invisible_sign("a\x07z"), "U+0007");
  EXPECT_EQ(invisible_sign("a\xF3\xA0\x80\xA1"), "U+E0021");
  EXPECT_EQ(invisible_sign("名 称\n第二行\t　x"), "");
}

TEST(ShownText, FullWidthSignsHavePlainForms) {
  EXPECT_EQ(half_width("１，６３０．５％　张Ａ"), "1,630.5% 张A");
  EXPECT_EQ(half_width("老幼"), "老幼");
}

TEST(ShownText, BytesThatAreNoTextAreKept) {
  EXPECT_EQ(trimmed("\xFF\x80"), "\xFF\x80");
  EXPECT_EQ(half_width("\xFF\xBC"), "\xFF\xBC");
}

}  // namespace
}  // namespace laoyou
