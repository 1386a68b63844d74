#include "http/shown_texts.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace laoyou::http {

TEST(ShownTexts, ASignThatNobodySeesIsRefusedWhereverItStands) {
  const auto body = boost::json::parse(R"({"source": "县\u200b民政局", "rows": [{"name": "好"}, {"name": "\ufeff名"}], "a/b": "x\u202ey", "count": 3})");
  const Refusals found = invisible_texts(body);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], Refusal("text.invisible_sign", "/source", {"U+200B"}));
  EXPECT_EQ(found[1], Refusal("text.invisible_sign", "/rows/1/name", {"U+FEFF"}));
  EXPECT_EQ(found[2], Refusal("text.invisible_sign", "/a~1b", {"U+202E"}));
}

TEST(ShownTexts, BlanksLineEndsAndJoinedSignsAreLetThrough) {
  EXPECT_TRUE(invisible_texts(boost::json::parse(R"({"note": "第一行\r\n\t第二行　完", "face": "👩\u200d👧 ❤\ufe0f"})")).empty());
}

TEST(ShownTexts, ABodyOfNothingElseIsNotToldWithoutEnd) {
  boost::json::array rows(5'000, boost::json::value("\x07"));
  EXPECT_EQ(invisible_texts(rows).size(), 100U);
}

}  // namespace laoyou::http
