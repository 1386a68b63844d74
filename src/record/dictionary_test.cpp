#include "record/dictionary.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace laoyou::record {
namespace {

constexpr std::string_view k_header = "record,field,zh,en,unit,source,privacy,mask\n";

Dictionary dictionary_of(const std::string& rows) {
  Dictionary dictionary;
  dictionary.add(std::string(k_header) + rows);
  return dictionary;
}

TEST(Dictionary, AStarServesEveryRecordWithoutARowOfItsOwn) {
  const Dictionary dictionary = dictionary_of("*,name,名称,Name,,,open,\nelder,name,姓名,Name,,,personal,name\n");
  EXPECT_EQ(dictionary.entry("nursery", "name").zh, "名称");
  EXPECT_EQ(dictionary.entry("elder", "name").label(Language::zh), "姓名");
  EXPECT_EQ(dictionary.entry("elder", "name").label(Language::en), "Name");
}

TEST(Dictionary, ClassesRiseFromOpenToSecret) {
  const Dictionary dictionary = dictionary_of("r,a,,,,,,\nr,b,,,,,internal,\nr,c,,,,,personal,phone\nr,d,,,,,sensitive,all\nr,e,,,,,secret,\n");
  const auto entry = [&](const char* field) -> const DictionaryEntry& { return dictionary.entry("r", field); };
  EXPECT_EQ(entry("a").privacy, Privacy::open);
  EXPECT_FALSE(entry("b").masked());
  EXPECT_TRUE(entry("c").masked());
  EXPECT_FALSE(entry("c").sealed());
  EXPECT_EQ(entry("c").mask, Mask::phone);
  EXPECT_TRUE(entry("d").masked() && entry("d").sealed());
  EXPECT_TRUE(entry("e").masked() && entry("e").sealed());
}

TEST(Dictionary, AFieldWithoutARowIsOurOwnMistake) {
  const Dictionary dictionary = dictionary_of("");
  EXPECT_EQ(dictionary.find("r", "a"), nullptr);
  EXPECT_THROW((void)dictionary.entry("r", "a"), BrokenInvariant);
}

TEST(Dictionary, AWrongRowIsOurOwnMistake) {
  EXPECT_THROW(dictionary_of("r,a,,,,,hidden,\n"), BrokenInvariant);
  EXPECT_THROW(dictionary_of("r,a,,,,,personal,half\n"), BrokenInvariant);
  EXPECT_THROW(dictionary_of("r,a,b\n"), BrokenInvariant);
}

TEST(Dictionary, TheOneInsideTheProgramLoads) { EXPECT_NE(dictionary().find("anything", "name"), nullptr); }

}  // namespace
}  // namespace laoyou::record
