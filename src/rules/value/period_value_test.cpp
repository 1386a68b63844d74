#include "rules/value/period_value.h"

#include <gtest/gtest.h>

namespace laoyou::rules {
namespace {

TEST(PeriodValue, comes_back_as_the_period_it_was) {
  for (const char* text : {"1949", "2025", "2024-H1", "2025-H2", "2025-Q1", "2024-Q4", "1969-12", "2024-02", "1970-01-01", "1900-02-28", "2025-06-30"}) {
    const Period period = Period::parse(text).value();
    EXPECT_EQ(unpack_period(pack_period(period)), period) << text;
    EXPECT_EQ(period_first_day(pack_period(period)), period.first_day().days()) << text;
    EXPECT_EQ(period_last_day(pack_period(period)), period.last_day().days()) << text;
  }
}

TEST(PeriodValue, orders_as_periods_do) {
  const char* rising[] = {"1950", "2025-Q1", "2025-03", "2025-03-31", "2025-04", "2025-H1", "2025-Q2", "2025-06", "2025-06-30", "2025"};
  for (std::size_t i = 1; i < std::size(rising); ++i)
    EXPECT_LT(pack_period(Period::parse(rising[i - 1]).value()), pack_period(Period::parse(rising[i]).value())) << rising[i];
}

}  // namespace
}  // namespace laoyou::rules
