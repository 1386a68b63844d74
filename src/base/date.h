// A calendar day, without time or zone. Days are counted, never derived from timestamps.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// A day of the Gregorian calendar, 0001-01-01 to 9999-12-31. The default is 1970-01-01.
class Date {
 public:
  constexpr Date() = default;

  /// The day `days` after 1970-01-01. Stops the program's request when outside the calendar.
  static Date from_days(std::int64_t days);
  /// Refused as "date.unknown_day" when there is no such day (2025-02-30).
  static Result<Date> from_calendar(int year, int month, int day);
  /// Reads "2025-06-30". Refused as "date.malformed" or "date.unknown_day".
  static Result<Date> parse(std::string_view text);

  std::int32_t days() const { return days_; }
  int year() const;
  int month() const;  ///< 1..12
  int day() const;    ///< 1..31
  /// "2025-06-30"
  std::string text() const;

  Date plus_days(std::int32_t count) const { return from_days(std::int64_t{days_} + count); }
  /// The same day of the month `count` months on; the last day of that month where it is shorter (01-31 plus 1 is 02-28 or 02-29).
  Date plus_months(int count) const;
  /// The last day of this day's month.
  Date month_end() const;

  auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

/// Whole years from `born` to `on`, as a person's age is counted: the birthday itself completes the year; a 29 February birthday
/// completes on 1 March in common years (GB 11643 gives the birth date; 民法典 art. 200-201 the counting by calendar).
/// Negative when `on` is before `born`.
int years_between(Date born, Date on);

}  // namespace laoyou
