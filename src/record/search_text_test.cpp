// A name is found by its characters, by its pinyin and by the initials of its pinyin.
#include "record/search_text.h"

#include <gtest/gtest.h>

namespace laoyou::record {
namespace {

bool finds(std::string_view typed, const std::string& name) {
  const std::string text = search_text({name});
  for (const std::string& word : search_words(typed))
    if (text.find(word) == std::string::npos) return false;
  return true;
}

TEST(SearchText, ListsANameFromEachCharacterSyllableAndInitialOn) { EXPECT_EQ(search_text({"王小明"}), " 王小明 小明 明 wangxiaoming xiaoming ming wxm xm m"); }

TEST(SearchText, FindsANameByCharactersPinyinAndInitials) {
  for (const char* typed : {"王", "王小明", "小明", "wang", "wangxiaoming", "xiaom", "wxm", "WXM", "ｗｘｍ", "xm", " 王小 "}) EXPECT_TRUE(finds(typed, "王小明")) << typed;
  for (const char* typed : {"王明", "aoming", "wm", "李"}) EXPECT_FALSE(finds(typed, "王小明")) << typed;
}

TEST(SearchText, KnowsHowASurnameIsRead) {
  EXPECT_TRUE(finds("shan", "单田芳"));
  EXPECT_TRUE(finds("zeng", "曾国强"));
}

TEST(SearchText, FindsEachWordTyped) {
  EXPECT_TRUE(finds("红星 托育", "红星区阳光托育园"));
  EXPECT_TRUE(finds("tuoyu", "红星区阳光托育园"));
  EXPECT_FALSE(finds("红星 医院", "红星区阳光托育园"));
}

TEST(SearchText, LeavesLatinWordsWhole) {
  EXPECT_TRUE(finds("sun", "Sunshine 中心"));
  EXPECT_FALSE(finds("shine", "Sunshine 中心"));
}

TEST(SearchText, OfALongTextStaysShort) {
  std::string address;
  for (int i = 0; i < 500; ++i) address += "路";
  EXPECT_LT(search_text({address}).size(), 12'000u);
}

TEST(SearchText, OfNothingIsNothing) {
  EXPECT_EQ(search_text({"", "，。"}), "");
  EXPECT_TRUE(search_words("——").empty());
}

}  // namespace
}  // namespace laoyou::record
