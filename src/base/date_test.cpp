#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"

namespace laoyou {
namespace {

constexpr std::int32_t k_first = -719162, k_last = 2932896;

Date day(std::string_view text) { return Date::parse(text).value(); }

Date any_day() { return Date::from_days(*rc::gen::inRange(k_first, k_last + 1)); }

std::string refusal_of(const Result<Date>& date) { return date ? "" : date.error().code; }

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// The oracle: the calendar walked day by day from its first day to its last.
TEST(Date, AgreesWithACalendarCountedDayByDay) {
  const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::int32_t days = k_first;
  for (int year = 1; year <= 9999; ++year)
    for (int month = 1; month <= 12; ++month) {
      const int length = lengths[month - 1] + (month == 2 && leap(year) ? 1 : 0);
      for (int d = 1; d <= length; ++d, ++days) {
        const Date date = Date::from_days(days);
        if (date.year() != year || date.month() != month || date.day() != d) FAIL() << days << " became " << date.text();
        if (Date::from_calendar(year, month, d).value().days() != days) FAIL() << year << " " << month << " " << d;
      }
      EXPECT_FALSE(Date::from_calendar(year, month, length + 1));
    }
  EXPECT_EQ(days, k_last + 1);
}

RC_GTEST_PROP(Date, ReadsWhatItWrites, ()) {
  const Date date = any_day();
  RC_ASSERT(Date::parse(date.text()).value() == date);
}

RC_GTEST_PROP(Date, TextOrderIsCalendarOrder, ()) {
  const Date a = any_day(), b = any_day();
  RC_ASSERT((a < b) == (a.text() < b.text()));
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (const char* text : {"2025-02-30", "2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-06-31", "2025-06-00", "0000-01-01"})
    EXPECT_EQ(refusal_of(Date::parse(text)), "date.unknown_day") << text;
  EXPECT_TRUE(Date::parse("2000-02-29"));
}

TEST(Date, RefusesOtherShapes) {
  for (const char* text : {"", "2025-6-30", "2025/06/30", "20250630", "2025-06-30 ", "二〇二五年六月", "2025-0a-30", "-025-06-30"})
    EXPECT_EQ(refusal_of(Date::parse(text)), "date.malformed") << text;
}

// Months and days far outside their range must not come back into it through a narrower type.
TEST(Date, RefusesMonthsAndDaysOutsideTheirRange) {
  for (int wrong : {-255, -1, 0, 257, 65537, INT32_MAX, INT32_MIN}) {
    EXPECT_EQ(refusal_of(Date::from_calendar(2025, wrong, 1)), "date.unknown_day") << wrong;
    EXPECT_EQ(refusal_of(Date::from_calendar(2025, 1, wrong)), "date.unknown_day") << wrong;
  }
  EXPECT_EQ(refusal_of(Date::from_calendar(65536 + 2025, 1, 1)), "date.unknown_day");
}

TEST(Date, StopsWhenADayLeavesTheCalendar) {
  EXPECT_THROW(Date::from_days(k_last + 1), BrokenInvariant);
  EXPECT_THROW(Date::from_days(k_first - 1), BrokenInvariant);
  EXPECT_THROW(day("9999-12-31").plus_days(1), BrokenInvariant);
  EXPECT_THROW(day("9999-12-31").plus_days(INT32_MAX), BrokenInvariant);
  EXPECT_THROW(day("2025-01-01").plus_months(12 * 65536), BrokenInvariant);
  EXPECT_THROW(day("2025-01-01").plus_months(INT32_MIN), BrokenInvariant);
}

TEST(Date, MonthsKeepTheDayOrEndTheMonth) {
  EXPECT_EQ(day("2025-01-31").plus_months(1), day("2025-02-28"));
  EXPECT_EQ(day("2024-01-31").plus_months(1), day("2024-02-29"));
  EXPECT_EQ(day("2025-03-31").plus_months(-1), day("2025-02-28"));
  EXPECT_EQ(day("2025-11-15").plus_months(14), day("2027-01-15"));
  EXPECT_EQ(day("2024-02-10").month_end(), day("2024-02-29"));
}

RC_GTEST_PROP(Date, MonthEndIsTheDayBeforeTheNextMonth, ()) {
  const Date date = Date::from_days(*rc::gen::inRange(k_first, k_last - 40));
  const Date next = date.month_end().plus_days(1);
  RC_ASSERT(next.day() == 1);
  RC_ASSERT(date.month_end() >= date);
  RC_ASSERT(date.month_end().month() == date.month());
}

TEST(Date, ABirthdayCompletesTheYear) {
  EXPECT_EQ(years_between(day("1945-06-30"), day("2025-06-29")), 79);
  EXPECT_EQ(years_between(day("1945-06-30"), day("2025-06-30")), 80);
  EXPECT_EQ(years_between(day("2025-06-30"), day("2025-06-29")), -1);
}

TEST(Date, ABirthdayOfTheLeapDayCompletesOnTheFirstOfMarch) {
  EXPECT_EQ(years_between(day("1944-02-29"), day("2025-02-28")), 80);
  EXPECT_EQ(years_between(day("1944-02-29"), day("2025-03-01")), 81);
  EXPECT_EQ(years_between(day("1944-02-29"), day("2024-02-29")), 80);
}

RC_GTEST_PROP(Date, AgeNeverFallsAsTimePasses, ()) {
  const Date born = any_day(), on = Date::from_days(*rc::gen::inRange(k_first, k_last));
  RC_ASSERT(years_between(born, on) <= years_between(born, on.plus_days(1)));
}

}  // namespace
}  // namespace laoyou
