#include "base/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"

namespace laoyou {
namespace {

Period period(std::string_view text) { return Period::parse(text).value(); }

std::string refusal_of(std::string_view text) {
  const auto parsed = Period::parse(text);
  return parsed ? "" : parsed.error().code;
}

Period any_period() {
  const std::string year = std::to_string(*rc::gen::inRange(1000, 10000));
  const int month = *rc::gen::inRange(1, 13);
  const std::string two = (month < 10 ? "0" : "") + std::to_string(month);
  return period(*rc::gen::elementOf(std::vector<std::string>{year, year + "-H" + std::to_string((month + 5) / 6), year + "-Q" + std::to_string((month + 2) / 3),
                                                            year + "-" + two, year + "-" + two + "-15"}));
}

TEST(Period, KnowsItsFirstAndLastDay) {
  struct Case {
    const char *text, *first, *last;
    PeriodKind kind;
  };
  for (const Case& c : {Case{"2025", "2025-01-01", "2025-12-31", PeriodKind::year}, Case{"2025-H1", "2025-01-01", "2025-06-30", PeriodKind::half},
                        Case{"2025-H2", "2025-07-01", "2025-12-31", PeriodKind::half}, Case{"2025-Q3", "2025-07-01", "2025-09-30", PeriodKind::quarter},
                        Case{"2024-02", "2024-02-01", "2024-02-29", PeriodKind::month}, Case{"2025-06-30", "2025-06-30", "2025-06-30", PeriodKind::day}}) {
    EXPECT_EQ(period(c.text).first_day().text(), c.first) << c.text;
    EXPECT_EQ(period(c.text).last_day().text(), c.last) << c.text;
    EXPECT_EQ(period(c.text).kind(), c.kind) << c.text;
  }
}

RC_GTEST_PROP(Period, ReadsWhatItWrites, ()) {
  const Period any = any_period();
  RC_ASSERT(Period::parse(any.text()).value() == any);
}

TEST(Period, RefusesOtherShapes) {
  for (const char* text : {"", "25", "2025-", "2025-H0", "2025-H3", "2025-Q0", "2025-Q5", "2025-00", "2025-13", "2025-6", "2025年", "2025-h1", "0000", "2025-Q",
                           "十字十一二", "2025/06/30", "2025-06-3x"})
    EXPECT_EQ(refusal_of(text), "period.malformed") << text;
  EXPECT_EQ(refusal_of("2025-02-30"), "date.unknown_day");
}

RC_GTEST_PROP(Period, OrdersByItsLastDayThenTheLongerFirst, ()) {
  const Period a = any_period(), b = any_period();
  RC_ASSERT((a == b) == ((a <=> b) == 0));
  if (a.last_day() < b.last_day()) RC_ASSERT(a < b);
  if (a.last_day() == b.last_day() && a.first_day() < b.first_day()) RC_ASSERT(a < b);
}

TEST(Period, ThatOfTheYearComesBeforeItsLastQuarter) { EXPECT_LT(period("2025"), period("2025-Q4")); }

TEST(Period, IsMadeFromNumbersToo) {
  EXPECT_EQ(Period::year(2025), period("2025"));
  EXPECT_EQ(Period::month(2025, 6), period("2025-06"));
  EXPECT_THROW(Period::month(2025, 13), BrokenInvariant);
  EXPECT_THROW(Period::month(2025, 257), BrokenInvariant);
}

}  // namespace
}  // namespace laoyou
