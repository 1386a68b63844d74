#include "base/period.h"

#include "base/digits.h"

namespace laoyou {
namespace {

Date month_start(int year, int month) { return Date::from_calendar(year, month, 1).value(); }
Date months_end(int year, int last_month) { return month_start(year, last_month).month_end(); }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

Period Period::year(int year) { return Period(PeriodKind::year, month_start(year, 1), months_end(year, 12)); }

Period Period::month(int year, int month) { return Period(PeriodKind::month, month_start(year, month), months_end(year, month)); }

Result<Period> Period::parse(std::string_view text) {
  const Refusal malformed = refuse("period.malformed", {std::string(text)});
  if (text.size() == 10) {
    const Result<Date> day = Date::parse(text);
    if (!day) return day.error().code == "date.unknown_day" ? day.error() : malformed;
    return Period(PeriodKind::day, *day, *day);
  }
  if (text.size() < 4 || !all_digits(text.substr(0, 4))) return malformed;
  const int year = digits_value(text.substr(0, 4));
  if (year < 1) return malformed;
  if (text.size() == 4) return Period::year(year);
  if (text.size() != 7 || text[4] != '-' || !is_digit(text[6])) return malformed;
  const int part = text[6] - '0';
  if (text[5] == 'H' && (part == 1 || part == 2))
    return Period(PeriodKind::half, month_start(year, part * 6 - 5), months_end(year, part * 6));
  if (text[5] == 'Q' && part >= 1 && part <= 4)
    return Period(PeriodKind::quarter, month_start(year, part * 3 - 2), months_end(year, part * 3));
  if (!is_digit(text[5])) return malformed;
  const int number = digits_value(text.substr(5, 2));
  if (number < 1 || number > 12) return malformed;
  return Period::month(year, number);
}

std::string Period::text() const {
  const std::string year = first_.text().substr(0, 4);
  switch (kind_) {
    case PeriodKind::year: return year;
    case PeriodKind::half: return year + "-H" + std::to_string(last_.month() / 6);
    case PeriodKind::quarter: return year + "-Q" + std::to_string(last_.month() / 3);
    case PeriodKind::month: return year + "-" + two_digits(first_.month());
    case PeriodKind::day: break;
  }
  return first_.text();
}

std::strong_ordering Period::operator<=>(const Period& other) const {
  if (const auto order = last_ <=> other.last_; order != 0) return order;
  return first_ <=> other.first_;
}

}  // namespace laoyou
