#include "base/decimal.h"

#include "base/check.h"
#include "base/digits.h"

namespace laoyou {

std::int64_t divide_rounded(__int128 dividend, std::int64_t divisor, Rounding rounding) {
  CHECK(divisor > 0);
  const bool negative = dividend < 0;
  const __int128 size = negative ? -dividend : dividend;
  __int128 whole = size / divisor;
  const __int128 rest = size % divisor;
  const bool over_half = rest * 2 > divisor, half = rest * 2 == divisor;
  if ((rounding == Rounding::up && rest > 0) || (rounding == Rounding::half_up && (over_half || half)) ||
      (rounding == Rounding::half_even && (over_half || (half && whole % 2 == 1))))
    ++whole;
  CHECK(whole <= INT64_MAX);
  return static_cast<std::int64_t>(negative ? -whole : whole);
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const Refusal malformed = refuse("number.malformed", {std::string(text)});
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  const std::size_t dot = rest.find('.');
  const std::string_view whole = rest.substr(0, dot);
  const std::string_view places = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  if (!all_digits(whole) || (dot != std::string_view::npos && !all_digits(places))) return malformed;
  if (places.size() > 6) return refuse("number.too_many_places", {std::string(text)});
  __int128 value = 0;
  for (std::size_t i = 0; i < whole.size() && value <= INT64_MAX; ++i) value = value * 10 + (whole[i] - '0');
  for (std::size_t i = 0; i < 6; ++i) value = value * 10 + (i < places.size() ? places[i] - '0' : 0);
  if (negative) value = -value;
  if (value > INT64_MAX || value < INT64_MIN) return refuse("number.too_large", {std::string(text)});
  return from_millionths(static_cast<std::int64_t>(value));
}

Result<Decimal> Decimal::quotient(std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
  CHECK(denominator != 0 && denominator != INT64_MIN);
  __int128 scaled = static_cast<__int128>(numerator) * k_one;
  if (denominator < 0) scaled = -scaled;
  const std::int64_t divisor = denominator < 0 ? -denominator : denominator;
  if (scaled / divisor >= INT64_MAX || scaled / divisor <= INT64_MIN + 1) return refuse("number.too_large", {});
  return from_millionths(divide_rounded(scaled, divisor, rounding));
}

std::string Decimal::text() const {
  const bool negative = millionths_ < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(millionths_) : static_cast<std::uint64_t>(millionths_);
  std::string out = (negative ? "-" : "") + std::to_string(size / k_one);
  std::uint64_t places = size % k_one;
  if (places == 0) return out;
  std::string digits = std::to_string(places + k_one).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return out + "." + digits;
}

Result<Decimal> Decimal::plus(Decimal other) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(millionths_, other.millionths_, &sum)) return refuse("number.too_large", {});
  return from_millionths(sum);
}

Result<Decimal> Decimal::minus(Decimal other) const {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(millionths_, other.millionths_, &difference)) return refuse("number.too_large", {});
  return from_millionths(difference);
}

}  // namespace laoyou
