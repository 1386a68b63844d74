#include "record/shown_cell.h"

#include <gtest/gtest.h>

namespace laoyou::record {
namespace {

TEST(ShownCell, NumbersAreShownAsNumbersAndNeverInMillionthsOrFen) {
  EXPECT_EQ(shown_cell<Decimal>(Cell(std::int64_t{2'100'000'000}))->zh, "2,100");
  EXPECT_EQ(shown_cell<Decimal>(Cell(std::int64_t{4'300'000}))->zh, "4.3");
  EXPECT_EQ(shown_cell<Decimal>(Cell(std::int64_t{-1'234'567'500'000}))->en, "-1,234,567.5");
  EXPECT_EQ(shown_cell<Fen>(Cell(std::int64_t{123'450}))->zh, "1,234.50");
}

TEST(ShownCell, ABooleanIsAWordInEachLanguageAndNullIsNothing) {
  EXPECT_EQ(shown_cell<bool>(Cell(std::int64_t{0}))->zh, "否");
  EXPECT_EQ(shown_cell<bool>(Cell(std::int64_t{1}))->en, "yes");
  EXPECT_FALSE(shown_cell<bool>(Cell()));
}

TEST(ShownCell, AnInstantIsBeijingTimeToTheMinute) { EXPECT_EQ(beijing_minute(Instant::parse("2026-11-29T16:03:59Z").value()), "2026-11-30 00:03"); }

TEST(ShownCell, ACellOfAnotherKindIsNoReasonToStop) { EXPECT_EQ(shown_cell<Decimal>(Cell(std::string("x")))->zh, ""); }

}  // namespace
}  // namespace laoyou::record
