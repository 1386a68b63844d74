#include "record/leaf.h"

#include <gtest/gtest.h>

#include <cmath>

#include "record/examples_test.h"

namespace laoyou::record {
namespace {

template <class T>
std::string refusal_of(std::string_view text) {
  const auto value = Leaf<T>::from_json_text(text);
  return value ? "" : value.error().code;
}

TEST(Leaf, WholeNumbersAreWhole) {
  EXPECT_EQ(Leaf<std::int32_t>::from_json_text("-2147483648").value(), INT32_MIN);
  EXPECT_EQ(refusal_of<std::int32_t>("2147483648"), "number.too_large");
  EXPECT_EQ(refusal_of<std::int64_t>("9223372036854775808"), "number.too_large");
  for (const char* text : {"", "1.5", "+1", " 1", "1 ", "1e3", "床", "0x10"}) EXPECT_EQ(refusal_of<std::int64_t>(text), "number.not_whole") << text;
}

// People and spreadsheets mean 100000; "1e+05" would be read by no other leaf.
TEST(Leaf, ADoubleIsWrittenOut) {
  EXPECT_EQ(Leaf<double>::to_json_text(100000), "100000");
  EXPECT_EQ(Leaf<double>::to_json_text(450203101001), "450203101001");
  EXPECT_EQ(Leaf<double>::to_json_text(0.00001), "0.00001");
  EXPECT_EQ(Leaf<double>::to_json_text(109.41), "109.41");
  EXPECT_EQ(Leaf<double>::to_json_text(0), "0");
  for (double value : {1e300, -1e-300, 5e-324, 1.7976931348623157e308, 0.1, 1e17, -1e-15})
    EXPECT_EQ(Leaf<double>::from_json_text(Leaf<double>::to_json_text(value)).value(), value);
}

TEST(Leaf, ADoubleIsFinite) {
  for (const char* text : {"inf", "nan", "1e999", "", "1,5", "1 "}) EXPECT_EQ(refusal_of<double>(text), "number.malformed") << text;
  EXPECT_EQ(Leaf<double>::to_json_text(std::nan("")), "null");
}

TEST(Leaf, MoneyIsFenForMachinesAndYuanForPeople) {
  const Fen fee = Fen::create(123'450).value();
  EXPECT_EQ(Leaf<Fen>::to_json_text(fee), "123450");
  EXPECT_EQ(Leaf<Fen>::to_sheet_text(fee), "1234.50");
  EXPECT_EQ(Leaf<Fen>::from_sheet_text("2250万元").value(), Fen::create(2'250'000'000).value());
  EXPECT_EQ(refusal_of<Fen>("12.5"), "number.not_whole");
  EXPECT_EQ(refusal_of<Fen>("9000000000000000000"), "money.too_large");
}

TEST(Leaf, YesAndNo) {
  for (const char* text : {"是", "yes", "true", "√", "✔"}) EXPECT_TRUE(Leaf<bool>::from_sheet_text(text).value()) << text;
  for (const char* text : {"否", "no", "false", "×"}) EXPECT_FALSE(Leaf<bool>::from_sheet_text(text).value()) << text;
  EXPECT_EQ(refusal_of<bool>("是"), "bool.malformed");
  EXPECT_FALSE(Leaf<bool>::from_sheet_text("有"));
}

TEST(Leaf, AnIdIsTextInJson) {
  using Leaf = Leaf<Id<example::Address>>;
  EXPECT_EQ(Leaf::json_kind, JsonKind::text);
  EXPECT_EQ(Leaf::from_json_text("9223372036854775807").value().number, INT64_MAX);
  for (const char* text : {"", "-1", "1.0", "9223372036854775808", "x"}) EXPECT_EQ(Leaf::from_json_text(text).error().code, "id.malformed") << text;
}

TEST(Leaf, ATextHasNoNulAndIsUtf8) {
  EXPECT_EQ(refusal_of<std::string>(std::string_view("a\0b", 3)), "text.control_character");
  EXPECT_EQ(refusal_of<std::string>("\xD6\xD0"), "text.not_utf8");
  EXPECT_EQ(Leaf<std::string>::from_json_text("老\n幼").value(), "老\n幼");
}

TEST(Leaf, ACellOutsideItsTypeIsNotTaken) {
  EXPECT_FALSE(Leaf<std::int32_t>::from_cell(Cell{INT64_MAX}));
  EXPECT_FALSE(Leaf<Fen>::from_cell(Cell{INT64_MAX}));
  EXPECT_FALSE(Leaf<Minutes>::from_cell(Cell{INT64_MIN}));
  EXPECT_FALSE(Leaf<Instant>::from_cell(Cell{INT64_MAX}));
  EXPECT_FALSE(Leaf<Date>::from_cell(Cell{std::string("2025-02-30")}));
}

}  // namespace
}  // namespace laoyou::record
