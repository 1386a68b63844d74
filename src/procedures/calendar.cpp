#include "procedures/calendar.h"

#include "base/check.h"

namespace laoyou::procedures {
namespace {

const std::int32_t k_first = Date::from_calendar(2000, 1, 1).value().days();
const std::int32_t k_last = Date::from_calendar(2199, 12, 31).value().days();

/// 1970-01-01 was a Thursday; 0 is Monday.
int weekday(std::int32_t days) { return static_cast<int>(((days + 3) % 7 + 7) % 7); }

/// Weekdays Monday to Friday in [0, days) counted from the Monday 1969-12-29.
std::int64_t weekdays_before(std::int64_t days) {
  const std::int64_t shifted = days + 3;
  const std::int64_t weeks = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7;
  return weeks * 5 + std::min<std::int64_t>(shifted - weeks * 7, 5);
}

}  // namespace

Calendar::Calendar(std::span<const WorkingDay> notices) {
  std::vector<bool> working(static_cast<std::size_t>(k_last - k_first + 1));
  for (std::int32_t day = k_first; day <= k_last; ++day) working[static_cast<std::size_t>(day - k_first)] = weekday(day) < 5;
  for (const WorkingDay& notice : notices) {
    years_.insert(notice.day.year());
    if (notice.day.days() >= k_first && notice.day.days() <= k_last) working[static_cast<std::size_t>(notice.day.days() - k_first)] = notice.kind == DayKind::work;
  }
  before_.reserve(working.size() + 1);
  std::int32_t sum = 0;
  for (const bool each : working) {
    before_.push_back(sum);
    sum += each;
  }
  before_.push_back(sum);
}

bool Calendar::is_working(Date day) const { return rank(day.plus_days(1)) - rank(day) == 1; }

/// Working days before `day`, up to a constant.
std::int64_t Calendar::rank(Date day) const {
  const std::int32_t days = day.days();
  if (days < k_first) return weekdays_before(days) - weekdays_before(k_first);
  if (days > k_last) return before_.back() + weekdays_before(days) - weekdays_before(k_last + 1);
  return before_[static_cast<std::size_t>(days - k_first)];
}

std::int64_t Calendar::working_between(Date from, Date to) const { return to <= from ? 0 : rank(to) - rank(from); }

Date Calendar::nth_working(Date from, std::int64_t count) const {
  CHECK(count >= 1);
  const std::int64_t wanted = rank(from) + count;
  // No span holds fewer than one working day in ten.
  std::int64_t low = from.days(), high = low + count * 10 + 30;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (rank(Date::from_days(middle + 1)) >= wanted)
      high = middle;
    else
      low = middle + 1;
  }
  return Date::from_days(low);
}

}  // namespace laoyou::procedures
