#include "record/dictionary.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace laoyou::record {
namespace {

constexpr std::string_view k_header = "record,field,zh,en,unit,source,privacy,mask\n";

struct WrittenDictionary : Dictionary {
  explicit WrittenDictionary(const std::string& rows) { add(std::string(k_header) + rows); }
};

TEST(Dictionary, AStarServesEveryRecordWithoutARowOfItsOwn) {
  const WrittenDictionary dictionary("*,name,名称,Name,,,open,\nelder,name,姓名,Name,,,personal,name\n");
  EXPECT_EQ(dictionary.entry("nursery", "name").zh, "名称");
  EXPECT_EQ(dictionary.entry("elder", "name").label(Language::zh), "姓名");
  EXPECT_EQ(dictionary.entry("elder", "name").label(Language::en), "Name");
}

TEST(Dictionary, ClassesRiseFromOpenToSecret) {
  const WrittenDictionary dictionary("r,a,,,,,,\nr,b,,,,,internal,\nr,c,,,,,personal,phone\nr,d,,,,,sensitive,all\nr,e,,,,,secret,\n");
  const auto entry = [&](const char* field) -> const DictionaryEntry& { return dictionary.entry("r", field); };
  EXPECT_EQ(entry("a").privacy, Privacy::open);
  EXPECT_FALSE(entry("b").masked());
  EXPECT_TRUE(entry("c").masked());
  EXPECT_FALSE(entry("c").sealed());
  EXPECT_EQ(entry("c").mask, Mask::phone);
  EXPECT_TRUE(entry("d").masked() && entry("d").sealed());
  EXPECT_TRUE(entry("e").masked() && entry("e").sealed());
}

TEST(Dictionary, ARecordsClassHoldsForItsFieldsWithoutARowOfTheirOwnAndAStarNeverOpensThem) {
  const WrittenDictionary dictionary("*,name,名称,Name,,,open,\n*,phone,电话,Phone,,,sensitive,phone\nvisitor,*,来访者,Visitor,,,personal,\nvisitor,id,编号,Id,,,open,\n");
  EXPECT_EQ(dictionary.entry("visitor", "name").privacy, Privacy::personal);
  EXPECT_EQ(dictionary.entry("visitor", "name").zh, "名称");
  EXPECT_EQ(dictionary.entry("visitor", "phone").privacy, Privacy::sensitive);
  EXPECT_EQ(dictionary.entry("visitor", "phone").mask, Mask::phone);
  EXPECT_EQ(dictionary.entry("visitor", "id").privacy, Privacy::open);
  EXPECT_EQ(dictionary.entry("nursery", "name").privacy, Privacy::open);
}

TEST(Dictionary, AFieldWithoutARowIsOurOwnMistake) {
  const WrittenDictionary dictionary("");
  EXPECT_EQ(dictionary.find("r", "a"), nullptr);
  EXPECT_THROW((void)dictionary.entry("r", "a"), BrokenInvariant);
}

TEST(Dictionary, AWrongRowIsOurOwnMistake) {
  EXPECT_THROW(WrittenDictionary("r,a,,,,,hidden,\n"), BrokenInvariant);
  EXPECT_THROW(WrittenDictionary("r,a,,,,,personal,half\n"), BrokenInvariant);
  EXPECT_THROW(WrittenDictionary("r,a,b\n"), BrokenInvariant);
}

TEST(Dictionary, TheOneInsideTheProgramLoads) { EXPECT_NE(dictionary().find("anything", "name"), nullptr); }

}  // namespace
}  // namespace laoyou::record
