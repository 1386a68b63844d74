// Working days (工作日): Monday to Friday, unless the year's notice says otherwise.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "procedures/working_day.h"

namespace laoyou::procedures {

/// Immutable; answers in constant or logarithmic time from 2000 to 2199, beyond by the weekday.
class Calendar {
 public:
  explicit Calendar(std::span<const WorkingDay> notices = {});

  bool is_working(Date day) const;
  /// False for a year without a notice, which is counted by weekdays alone.
  bool has_notice(int year) const { return years_.contains(year); }
  /// Working days from `from` up to the day before `to`; none when `to` is not later.
  std::int64_t working_between(Date from, Date to) const;
  /// The `count`-th working day from `from` on, itself counted if it is one; count from 1.
  Date nth_working(Date from, std::int64_t count) const;

 private:
  std::int64_t rank(Date day) const;

  std::set<int> years_;
  std::vector<std::int32_t> before_;  ///< working days of the span before each of its days
};

}  // namespace laoyou::procedures
