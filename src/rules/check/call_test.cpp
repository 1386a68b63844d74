// Functions of dates.
#include <gtest/gtest.h>

#include "rules/testing/book_text.h"

namespace laoyou::rules {
namespace {

using namespace testing;

TEST(CheckCall, DatesGiveDatesPeriodsAndNumbers) {
  EXPECT_EQ(trees_of(R"(resident.a: years_between(born, period.end)
resident.b: add_months(month_start(born), 60)
resident.c: year(born) in 1950..1960 and quarter(born) = 1950-Q1
resident.d: year_number(joined) - 60 > month_number(born)
resident.e: joined.start >= 2024-03-01
resident.f: days_between(add_days(born, 3), month_end(period.end)))"), R"(a: integer | years_between(resident.born, period.end)
b: date | add_months(month_start(resident.born), 60)
c: boolean | ((year(resident.born) in 1950..1960) and (quarter(resident.born) = 1950-Q1))
d: boolean | ((year_number(period_end(resident.joined)) - 60) > month_number(resident.born))
e: boolean | (period_start(resident.joined) >= 2024-03-01)
f: integer | days_between(add_days(resident.born, 3), month_end(period.end))
)");
}

}  // namespace
}  // namespace laoyou::rules
