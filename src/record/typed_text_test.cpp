#include "record/typed_text.h"

#include <gtest/gtest.h>

namespace laoyou::record {
namespace {

TEST(TypedText, NumbersComeInManyForms) {
  for (const char* text : {"1630", "1,630", "１６３０", "１，６３０", "１,630"}) EXPECT_EQ(typed_number(text).text, "1630") << text;
  EXPECT_EQ(typed_number("-1,234,567.5").text, "-1234567.5");
  EXPECT_EQ(typed_number("1,630.50元").text, "1630.50元");
  for (const char* text : {"¥1,630.50", "￥1630.50", "¥ 1,630.50"}) EXPECT_EQ(typed_number(text).text, "1630.50元") << text;
  for (const char* text : {"¥", "¥x"}) EXPECT_EQ(typed_number(text).text, "¥" + std::string(text).substr(2)) << text;
  for (const char* text : {"1,63", "1630,000", ",630", "1,6300", "1,,630", "1,630,", "", "-", "4.5E+11", "1.630,5"}) EXPECT_EQ(typed_number(text).text, text);
}

TEST(TypedText, APercentSignIsToldApart) {
  for (const char* text : {"55%", "55 %", "５５％"}) {
    EXPECT_EQ(typed_number(text).text, "55") << text;
    EXPECT_TRUE(typed_number(text).percent) << text;
  }
  EXPECT_FALSE(typed_number("%").percent);
  EXPECT_FALSE(typed_number("55").percent);
}

TEST(TypedText, DaysComeInManyForms) {
  for (const char* text : {"2026-05-15", "2026-5-15", "2026/5/15", "2026/05/15", "2026.5.15", "2026.05.15", "2026年5月15日", "2026年05月15日", "２０２６－０５－１５",
                           "2026-05-15 00:00:00", "2026-05-15T08:30:00", "2026/5/15 8:30", "2026-05-15T00:00:00.000"})
    EXPECT_EQ(typed_day(text), "2026-05-15") << text;
  for (const char* text : {"15", "2026.5", "5.15", "1630", "202605", "2026-05", "5/15/2026", "2026-05/15", "2026年5月", "2026-05-15Z", "2026-05-15 x", "26-5-15", ""})
    EXPECT_EQ(typed_day(text), text);
}

TEST(TypedText, PeriodsComeInManyForms) {
  for (const char* text : {"2026-05", "2026-5", "2026/5", "2026/05", "2026.05", "2026年5月", "2026年05月", "２０２６年５月"}) EXPECT_EQ(typed_period(text), "2026-05") << text;
  EXPECT_EQ(typed_period("2026年"), "2026");
  EXPECT_EQ(typed_period("2026"), "2026");
  EXPECT_EQ(typed_period("2026.5.15"), "2026-05-15");
  for (const char* text : {"2026-H1", "2026-Q3", "202605", "2026Q1", "46143", "2026年5", "2026-"}) EXPECT_EQ(typed_period(text), text);
}

// A spreadsheet writes October, typed as 2026.10, as 2026.1.
TEST(TypedText, AMonthOfOneDigitAfterAPointIsNotGuessed) { EXPECT_EQ(typed_period("2026.1"), "2026.1"); }

TEST(TypedText, LongNumbersAreRounded) {
  EXPECT_EQ(rounded("54.8780487804878", 6), "54.878049");
  EXPECT_EQ(rounded("-0.0000004", 6), "0.000000");
  EXPECT_EQ(rounded("-9.9999995", 6), "-10.000000");
  EXPECT_EQ(rounded("0.0000005", 6), "0.000001");
  EXPECT_EQ(rounded("1.5", 6), "1.5");
  EXPECT_EQ(rounded("x.1234567", 6), "x.1234567");
  EXPECT_EQ(rounded("2.5", 0), "3");
}

TEST(TypedText, ANumberMeansWhatFifteenDigitsSay) {
  EXPECT_EQ(fifteen_digits(0.30000000000000004), "0.3");
  EXPECT_EQ(fifteen_digits(7.4999999999999997E-2), "0.075");
  EXPECT_EQ(fifteen_digits(1629.9999999999998), "1630");
  EXPECT_EQ(fifteen_digits(54.878048780487802), "54.8780487804878");
  EXPECT_EQ(fifteen_digits(450203101001), "450203101001");
  EXPECT_EQ(fifteen_digits(-0.1), "-0.1");
}

}  // namespace
}  // namespace laoyou::record
