#include "base/instant.h"

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr std::int64_t k_beijing_offset_ms = 8 * 3'600'000;
constexpr std::int64_t k_first_ms = -719'162 * k_day_ms;                       // 0001-01-01 in UTC
constexpr std::int64_t k_end_ms = 2'932'897 * k_day_ms - k_beijing_offset_ms;  // 10000-01-01 in Beijing

std::int64_t floor_divide(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

bool shaped(std::string_view text) {
  if (text.size() != 20 && text.size() != 24) return false;
  if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') return false;
  if (!all_digits(text.substr(11, 2)) || !all_digits(text.substr(14, 2)) || !all_digits(text.substr(17, 2))) return false;
  return text.size() == 20 || (text[19] == '.' && all_digits(text.substr(20, 3)));
}

/// Texts of moments are written and read by the million: formatting by printf costs ten times as much.
void put_two_digits(std::string& text, std::size_t at, int number) {
  text[at] = static_cast<char>('0' + number / 10);
  text[at + 1] = static_cast<char>('0' + number % 10);
}

}  // namespace

bool Instant::in_calendar() const { return milliseconds >= k_first_ms && milliseconds < k_end_ms; }

std::string Instant::text() const {
  CHECK(milliseconds >= k_first_ms && milliseconds < k_end_ms + k_beijing_offset_ms);
  const std::int64_t day = floor_divide(milliseconds, k_day_ms);
  const int rest = static_cast<int>(milliseconds - day * k_day_ms);
  std::string text = Date::from_days(day).text();
  text += "T00:00:00.000Z";
  put_two_digits(text, 11, rest / 3'600'000);
  put_two_digits(text, 14, rest / 60'000 % 60);
  put_two_digits(text, 17, rest / 1000 % 60);
  put_two_digits(text, 20, rest % 1000 / 10);
  text[22] = static_cast<char>('0' + rest % 10);
  return text;
}

Result<Instant> Instant::parse(std::string_view text) {
  const auto malformed = [&] { return refuse("instant.malformed", {std::string(text)}); };
  if (!shaped(text)) return malformed();
  const Result<Date> day = Date::parse(text.substr(0, 10));
  if (!day) return day.error().code == "date.unknown_day" ? day.error() : malformed();
  const int hour = digits_value(text.substr(11, 2)), minute = digits_value(text.substr(14, 2)), second = digits_value(text.substr(17, 2));
  if (hour > 23 || minute > 59 || second > 59) return malformed();
  const int fraction = text.size() == 24 ? digits_value(text.substr(20, 3)) : 0;
  const Instant instant{day->days() * k_day_ms + ((hour * 60 + minute) * 60 + second) * 1000LL + fraction};
  if (!instant.in_calendar()) return malformed();
  return instant;
}

Date Instant::beijing_day() const {
  CHECK(milliseconds >= k_first_ms - k_beijing_offset_ms && milliseconds < k_end_ms);
  return Date::from_days(floor_divide(milliseconds + k_beijing_offset_ms, k_day_ms));
}

}  // namespace laoyou
