// The stretch of time a figure or target speaks of (周期): a year, half, quarter, month or day.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace laoyou {

enum class PeriodKind { year, half, quarter, month, day };

/// A period of the calendar: "2025", "2025-H1", "2025-Q3", "2025-06", "2025-06-30". Periods order by their last day, then the longer first.
class Period {
 public:
  Period() = default;
  /// Refused as "period.malformed" or "date.unknown_day".
  static Result<Period> parse(std::string_view text);
  static Period year(int year);
  static Period month(int year, int month);

  PeriodKind kind() const { return kind_; }
  Date first_day() const { return first_; }
  Date last_day() const { return last_; }
  std::string text() const;

  bool operator==(const Period&) const = default;
  std::strong_ordering operator<=>(const Period& other) const;

 private:
  Period(PeriodKind kind, Date first, Date last) : kind_(kind), first_(first), last_(last) {}
  PeriodKind kind_ = PeriodKind::day;
  Date first_, last_;
};

}  // namespace laoyou
