#include "record/sheet_xlsx_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou::record::xlsx {
namespace {

TEST(SheetXlsxText, WrittenOutCharactersAreCharacters) {
  EXPECT_EQ(unescaped("a_x000D_b_x0001_"), "a\rb\x01");
  EXPECT_EQ(unescaped("_x8001_"), "老");
  EXPECT_EQ(unescaped("_x005F_x0041_"), "_x0041_");
  for (const char* text : {"_x41_", "_x00g1_", "_x0041", "_xD83D_", "_X0041_", "x_"}) EXPECT_EQ(unescaped(text), text);
}

RC_GTEST_PROP(SheetXlsxText, WhatIsEscapedComesBack, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("_", "x", "_x", "0041", "005F", "_x0041_", "老", "D83D"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  RC_ASSERT(unescaped(escaped(text)) == text);
}

}  // namespace
}  // namespace laoyou::record::xlsx
