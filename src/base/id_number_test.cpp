#include "base/id_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace laoyou {
namespace {

// The two examples of GB 11643-1999.
constexpr std::string_view k_woman = "11010519491231002X";
constexpr std::string_view k_boy = "440524188001010014";

std::string refusal_of(const Result<IdNumber>& number) { return number ? "" : number.error().code; }

TEST(IdNumber, TakesTheExamplesOfTheStandard) {
  const IdNumber woman = IdNumber::parse(k_woman).value(), boy = IdNumber::parse(k_boy).value();
  EXPECT_EQ(woman.born(), Date::parse("1949-12-31").value());
  EXPECT_FALSE(woman.is_male());
  EXPECT_EQ(boy.born(), Date::parse("1880-01-01").value());
  EXPECT_TRUE(boy.is_male());
}

TEST(IdNumber, TakesASmallXAsALargeOne) { EXPECT_EQ(IdNumber::parse("11010519491231002x").value().text(), k_woman); }

TEST(IdNumber, TellsApartWhatIsWrong) {
  for (const char* text : {"", "1101051949123100X2", "11010519491231002", "11010519491231002XX", "１10105194912310", "1101051949123100 X", "11010519491231002Y"})
    EXPECT_EQ(refusal_of(IdNumber::parse(text)), "id_number.malformed") << text;
  EXPECT_EQ(refusal_of(IdNumber::parse("11010519490231002X")), "id_number.unknown_birth_date");
  EXPECT_EQ(refusal_of(IdNumber::parse("110105194912310021")), "id_number.wrong_check");
}

// A refusal travels into answers and logs; the number itself must not travel with it.
TEST(IdNumber, ARefusalDoesNotRepeatTheNumber) {
  for (const char* text : {"11010519490231002X", "110105194912310021", "1101051949"})
    EXPECT_TRUE(IdNumber::parse(text).error().words.empty()) << text;
}

RC_GTEST_PROP(IdNumber, NoticesAnySingleMistypedDigit, ()) {
  std::string text(k_boy);
  const auto place = *rc::gen::inRange<std::size_t>(0, 18);
  const char typed = static_cast<char>('0' + *rc::gen::inRange(0, 10));
  RC_PRE(typed != text[place]);
  text[place] = typed;
  RC_ASSERT(!IdNumber::parse(text));
}

RC_GTEST_PROP(IdNumber, NoticesTwoNeighboursSwapped, ()) {
  std::string text(k_boy);
  const auto place = *rc::gen::inRange<std::size_t>(0, 17);
  RC_PRE(text[place] != text[place + 1]);
  std::swap(text[place], text[place + 1]);
  RC_ASSERT(!IdNumber::parse(text));
}

TEST(IdNumber, CompletesTheOldFifteenDigitsOnImportOnly) {
  EXPECT_EQ(IdNumber::parse_import("110105491231002").value().text(), k_woman);
  EXPECT_EQ(refusal_of(IdNumber::parse("110105491231002")), "id_number.malformed");
  EXPECT_EQ(refusal_of(IdNumber::parse_import("110105490231002")), "id_number.unknown_birth_date");
  EXPECT_EQ(IdNumber::parse_import(k_boy).value().text(), k_boy);
}

TEST(IdNumber, MaskingHidesTheBirthDate) { EXPECT_EQ(IdNumber::parse(k_woman).value().masked(), "110105********002X"); }

}  // namespace
}  // namespace laoyou
