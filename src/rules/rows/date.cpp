#include "base/check.h"
#include "rules/value/period_value.h"
#include "rules/rows/node.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

constexpr int k_last_year = 9999;

// Whole months, as years_between() counts whole years.
std::int64_t months_between(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  return to.day() < from.day() ? months - 1 : months;
}

Value days_after(std::int64_t day, std::int64_t count) {
  const Wide sum = Wide{day} + count;
  const Date first = Date::from_calendar(1, 1, 1).value(), last = Date::from_calendar(k_last_year, 12, 31).value();
  return sum >= first.days() && sum <= last.days() ? Value(narrow(sum)) : Value();
}

Value months_after(Date day, std::int64_t count) {
  const Wide month = Wide{day.year()} * 12 + day.month() - 1 + count;
  if (month < 12 || month > k_last_year * 12 + 11) return {};
  return day.plus_months(static_cast<int>(count)).days();
}

std::int64_t quarter_of(Date day) {
  return pack_period(Period::parse(Period::year(day.year()).text() + "-Q" + std::to_string((day.month() + 2) / 3)).value());
}

Value of_one(DateFunction function, std::int64_t argument) {
  if (function == DateFunction::period_start) return period_first_day(argument);
  if (function == DateFunction::period_end) return period_last_day(argument);
  const Date day = Date::from_days(argument);
  switch (function) {
    case DateFunction::month_start: return Period::month(day.year(), day.month()).first_day().days();
    case DateFunction::month_end: return day.month_end().days();
    case DateFunction::year_of: return pack_period(Period::year(day.year()));
    case DateFunction::month_of: return pack_period(Period::month(day.year(), day.month()));
    case DateFunction::quarter_of: return quarter_of(day);
    case DateFunction::year_number: return day.year();
    case DateFunction::month_number: return day.month();
    default: CHECK(false);
  }
}

}  // namespace

Value row_date_call(DateFunction function, const std::vector<Value>& arguments) {
  for (const Value& argument : arguments)
    if (!argument) return {};
  const std::int64_t first = *arguments.at(0);
  if (arguments.size() == 1) return of_one(function, first);
  const std::int64_t second = *arguments.at(1);
  switch (function) {
    case DateFunction::years_between: return years_between(Date::from_days(first), Date::from_days(second));
    case DateFunction::months_between: return months_between(Date::from_days(first), Date::from_days(second));
    case DateFunction::days_between: return narrow(Wide{second} - first);
    case DateFunction::add_days: return days_after(first, second);
    case DateFunction::add_months: return months_after(Date::from_days(first), second);
    default: CHECK(false);
  }
}

}  // namespace laoyou::rules
