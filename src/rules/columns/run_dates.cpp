#include <algorithm>

#include "base/check.h"
#include "rules/columns/dates.h"
#include "rules/columns/frame.h"

namespace laoyou::rules {
namespace {

constexpr std::int64_t k_first_day = day_number(1, 1, 1), k_last_day = day_number(9999, 12, 31);
constexpr std::int64_t k_last_year = 9999;

enum PackedKind { k_year, k_half, k_quarter, k_month };

std::int64_t pack(std::int64_t year, std::int64_t last_month, PackedKind kind) { return 8 * day_number(year, last_month, days_in_month(year, last_month)) + kind; }

std::int64_t of_one(DateFunction function, std::int64_t argument) {
  if (function == DateFunction::period_start) return first_day_of_period(argument);
  if (function == DateFunction::period_end) return argument >> 3;
  const CalendarDay day = calendar_day(argument);
  switch (function) {
    case DateFunction::month_start: return argument - day.day + 1;
    case DateFunction::month_end: return argument - day.day + days_in_month(day.year, day.month);
    case DateFunction::year_of: return pack(day.year, 12, k_year);
    case DateFunction::month_of: return pack(day.year, day.month, k_month);
    case DateFunction::quarter_of: return pack(day.year, (day.month + 2) / 3 * 3, k_quarter);
    case DateFunction::year_number: return day.year;
    case DateFunction::month_number: return day.month;
    default: CHECK(false);
  }
}

std::int64_t years(CalendarDay from, CalendarDay to) {
  return to.year - from.year - (to.month < from.month || (to.month == from.month && to.day < from.day) ? 1 : 0);
}
std::int64_t months(CalendarDay from, CalendarDay to) { return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0); }

// Both days have lanes of missing values in bounds too, but a count may be anything up to its bound: the calendar's ends are checked before adding.
bool later_day(std::int64_t day, std::int64_t count, std::int64_t& out) {
  const bool within = count >= k_first_day - day && count <= k_last_day - day;
  out = within ? day + count : 0;
  return within;
}

bool later_month(std::int64_t day, std::int64_t count, std::int64_t& out) {
  const CalendarDay from = calendar_day(day);
  const std::int64_t at = from.year * 12 + from.month - 1;
  const bool within = count >= 12 - at && count <= k_last_year * 12 + 11 - at;
  out = 0;
  if (!within) return false;
  const std::int64_t year = (at + count) / 12, month = (at + count) % 12 + 1;
  out = day_number(year, month, std::min(from.day, days_in_month(year, month)));
  return true;
}

}  // namespace

void Frame::date(int at, const Operation& operation) {
  const auto function = static_cast<DateFunction>(operation.sign);
  const Register& first = registers_[static_cast<std::size_t>(operation.a)];
  std::int64_t* const out = values_of(at);
  if (operation.b < 0) {
    for (std::size_t lane = 0; lane < n_; ++lane) out[lane] = of_one(function, first.values[lane]);
    return set_value(at, both_valid(at, first.valid, nullptr));
  }
  const Register& second = registers_[static_cast<std::size_t>(operation.b)];
  if (function == DateFunction::days_between) {
    kernels_.subtract(second.values, first.values, n_, out);
    return set_value(at, both_valid(at, first.valid, second.valid));
  }
  if (function == DateFunction::years_between || function == DateFunction::months_between) {
    for (std::size_t lane = 0; lane < n_; ++lane) {
      const CalendarDay from = calendar_day(first.values[lane]), to = calendar_day(second.values[lane]);
      out[lane] = function == DateFunction::years_between ? years(from, to) : months(from, to);
    }
    return set_value(at, both_valid(at, first.valid, second.valid));
  }
  CHECK(function == DateFunction::add_days || function == DateFunction::add_months);
  const std::uint64_t* const given = both_valid(at, first.valid, second.valid);
  std::uint64_t* const valid = valid_of(at);
  for (std::size_t word = 0; word < words_count_; ++word) {
    std::uint64_t reached = 0;
    const std::size_t end = std::min(n_, (word + 1) * 64);
    for (std::size_t lane = word * 64; lane < end; ++lane) {
      const bool within = function == DateFunction::add_days ? later_day(first.values[lane], second.values[lane], out[lane]) : later_month(first.values[lane], second.values[lane], out[lane]);
      reached |= static_cast<std::uint64_t>(within) << lane % 64;
    }
    valid[word] = reached & (given ? given[word] : ~std::uint64_t{0});
  }
  set_value(at, valid);
}

}  // namespace laoyou::rules
