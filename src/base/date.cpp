#include "base/date.h"

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {
namespace {

namespace calendar = std::chrono;

calendar::year_month_day split(std::int32_t days) {
  return calendar::year_month_day{calendar::sys_days{calendar::days{days}}};
}

std::int32_t count(calendar::year_month_day day) {
  return static_cast<std::int32_t>(calendar::sys_days{day}.time_since_epoch().count());
}

constexpr std::int32_t k_first_day = -719162;  // 0001-01-01
constexpr std::int32_t k_last_day = 2932896;   // 9999-12-31
constexpr int k_calendar_months = 9999 * 12;

}  // namespace

Date Date::from_days(std::int64_t days) {
  CHECK(days >= k_first_day && days <= k_last_day);
  Date date;
  date.days_ = static_cast<std::int32_t>(days);
  return date;
}

Result<Date> Date::from_calendar(int year, int month, int day) {
  // The ranges are asked before std::chrono narrows the numbers to a byte each.
  const bool ranged = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const calendar::year_month_day candidate{calendar::year{year}, calendar::month{static_cast<unsigned>(month)},
                                           calendar::day{static_cast<unsigned>(day)}};
  if (!ranged || !candidate.ok())
    return refuse("date.unknown_day", {std::to_string(year) + "-" + std::to_string(month) + "-" + std::to_string(day)});
  return from_days(count(candidate));
}

Result<Date> Date::parse(std::string_view text) {
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)) &&
                      all_digits(text.substr(5, 2)) && all_digits(text.substr(8, 2));
  if (!shaped) return refuse("date.malformed", {std::string(text)});
  const Result<Date> day = from_calendar(digits_value(text.substr(0, 4)), digits_value(text.substr(5, 2)), digits_value(text.substr(8, 2)));
  if (!day) return refuse("date.unknown_day", {std::string(text)});  // as it was typed
  return day;
}

int Date::year() const { return static_cast<int>(split(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(split(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(split(days_).day())); }

std::string Date::text() const {
  const auto parts = split(days_);
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t last, unsigned number) {
    for (std::size_t at = last; number > 0; --at, number /= 10) text[at] = static_cast<char>('0' + number % 10);
  };
  put(3, static_cast<unsigned>(static_cast<int>(parts.year())));
  put(6, static_cast<unsigned>(parts.month()));
  put(9, static_cast<unsigned>(parts.day()));
  return text;
}

Date Date::plus_months(int count_months) const {
  CHECK(count_months > -k_calendar_months && count_months < k_calendar_months);
  const auto moved = split(days_) + calendar::months{count_months};
  if (moved.ok()) return from_days(count(moved));
  return from_days(count(moved.year() / moved.month() / calendar::last));
}

Date Date::month_end() const {
  const auto parts = split(days_);
  return from_days(count(parts.year() / parts.month() / calendar::last));
}

int years_between(Date born, Date on) {
  const int years = on.year() - born.year();
  const bool before_birthday = on.month() < born.month() || (on.month() == born.month() && on.day() < born.day());
  return before_birthday ? years - 1 : years;
}

}  // namespace laoyou
