// Calendar arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian) without checks, for lanes that may hold anything.
// Source of the day count: the calendar's 400-year cycle of 146,097 days, years counted from 1 March so that the leap day comes last.
#pragma once

#include <cstdint>

namespace laoyou::rules {

struct CalendarDay {
  std::int64_t year, month, day;
};

constexpr std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

constexpr CalendarDay calendar_day(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;  // from 0000-03-01
  const std::int64_t cycle = floor_divide(shifted, 146'097);
  const std::int64_t in_cycle = shifted - cycle * 146'097;
  const std::int64_t year_in_cycle = (in_cycle - in_cycle / 1'460 + in_cycle / 36'524 - in_cycle / 146'096) / 365;
  const std::int64_t in_year = in_cycle - (365 * year_in_cycle + year_in_cycle / 4 - year_in_cycle / 100);
  const std::int64_t march_month = (5 * in_year + 2) / 153;
  const std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {year_in_cycle + cycle * 400 + (month <= 2 ? 1 : 0), month, in_year - (153 * march_month + 2) / 5 + 1};
}

constexpr std::int64_t day_number(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t from_march = month <= 2 ? year - 1 : year;
  const std::int64_t cycle = floor_divide(from_march, 400);
  const std::int64_t year_in_cycle = from_march - cycle * 400;
  const std::int64_t in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return cycle * 146'097 + year_in_cycle * 365 + year_in_cycle / 4 - year_in_cycle / 100 + in_year - 719'468;
}

constexpr std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// First day of a packed period (period_value.h).
constexpr std::int64_t first_day_of_period(std::int64_t packed) {
  const std::int64_t last = packed >> 3;
  const CalendarDay day = calendar_day(last);
  constexpr std::int64_t k_months_before[] = {11, 5, 2, 0};  // year, half, quarter, month
  const std::int64_t kind = packed & 7;
  return kind > 3 ? last : day_number(day.year, day.month - k_months_before[kind] < 1 ? 1 : day.month - k_months_before[kind], 1);
}

}  // namespace laoyou::rules
