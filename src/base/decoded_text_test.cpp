#include "base/decoded_text.h"

#include <gtest/gtest.h>

namespace laoyou {
namespace {

std::string read(std::string_view bytes) {
  std::string storage;
  const auto text = decoded_text(bytes, storage);
  return text ? std::string(*text) : text.error().place + " " + text.error().code;
}

TEST(DecodedText, AByteOrderMarkSaysTheEncoding) {
  EXPECT_EQ(read("\xEF\xBB\xBF老幼"), "老幼");
  EXPECT_EQ(read(std::string_view("\xFF\xFE\x01\x80\x7C\x5E", 6)), "老幼");
  EXPECT_EQ(read(std::string_view("\xFE\xFF\x80\x01\x5E\x7C", 6)), "老幼");
}

TEST(DecodedText, WhatIsNotUtf8IsGb18030) {
  EXPECT_EQ(read("\xC0\xCF\xD3\xD7,1\n"), "老幼,1\n");
  EXPECT_EQ(read("a,b\n\xD6\xD0"), "a,b\n中");
  EXPECT_EQ(read("\x81\x30\x81\x30"), "\xC2\x80");  // four bytes
  EXPECT_EQ(read("老幼"), "老幼");
  EXPECT_EQ(read(""), "");
}

TEST(DecodedText, ADamagedFileIsNotTakenForAnotherEncoding) {
  EXPECT_EQ(read("老幼\na\n\xD6\xD0"), "3:1 text.not_utf8");
  EXPECT_EQ(read("a\nb\n\xFF"), "3:1 text.not_utf8");
  EXPECT_EQ(read("\xEF\xBB\xBF" "a\n\xD6\xD0"), "2:1 text.not_utf8");
  EXPECT_EQ(read(std::string_view("\xFF\xFE\x00\xD8", 4)), "1:1 text.not_utf8");
}

TEST(DecodedText, ANulIsAControlCharacter) { EXPECT_EQ(read(std::string_view("a\nb\0c", 5)), "2:1 text.control_character"); }

}  // namespace
}  // namespace laoyou
