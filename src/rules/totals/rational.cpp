#include "rules/totals/rational.h"

#include "base/check.h"

namespace laoyou::rules {
namespace {

Wide absolute(Wide value) { return value < 0 ? -value : value; }

Wide greatest_common(Wide left, Wide right) {
  left = absolute(left), right = absolute(right);
  while (right != 0) {
    const Wide rest = left % right;
    left = right, right = rest;
  }
  return left;
}

Wide product(Wide left, Wide right) {
  Wide result = 0;
  CHECK(!__builtin_mul_overflow(left, right, &result));
  return result;
}

Wide sum(Wide left, Wide right) {
  Wide result = 0;
  CHECK(!__builtin_add_overflow(left, right, &result));
  return result;
}

// The next number of so many digits; false when it needs one more, all digits being 0 then.
bool count_up(std::string& digits) {
  for (std::size_t place = digits.size(); place > 0; --place) {
    char& digit = digits[place - 1];
    if (digit != '9') {
      ++digit;
      return true;
    }
    digit = '0';
  }
  return false;
}

Rational opposite(const Rational& value) { return {-value.numerator, value.denominator}; }

}  // namespace

std::int64_t narrow(Wide value) {
  CHECK(value >= INT64_MIN && value <= INT64_MAX);
  return static_cast<std::int64_t>(value);
}

Wide divide_wide(Wide dividend, Wide divisor, Rounding rounding) {
  CHECK(divisor != 0);
  const bool negative = (dividend < 0) != (divisor < 0);
  const Wide above = dividend < 0 ? -dividend : dividend, below = divisor < 0 ? -divisor : divisor;
  Wide whole = above / below;
  const Wide rest = above % below;
  bool away = false;  // whether the part left over lifts the result away from zero
  switch (rounding) {
    case Rounding::half_up: away = rest >= below - rest; break;
    case Rounding::half_even: away = rest > below - rest || (rest == below - rest && whole % 2 == 1); break;
    case Rounding::down: break;
    case Rounding::up: away = rest > 0; break;
  }
  if (away) ++whole;
  return negative ? -whole : whole;
}

Rational rational(Wide numerator, Wide denominator) {
  CHECK(denominator != 0);
  const Wide common = greatest_common(numerator, denominator) * (denominator < 0 ? -1 : 1);
  return {numerator / common, denominator / common};
}

Rational plus(const Rational& left, const Rational& right) {
  const Wide common = greatest_common(left.denominator, right.denominator);
  const Wide numerator = sum(product(left.numerator, right.denominator / common), product(right.numerator, left.denominator / common));
  return rational(numerator, product(left.denominator, right.denominator / common));
}

Rational minus(const Rational& left, const Rational& right) { return plus(left, opposite(right)); }

Rational times(const Rational& left, const Rational& right) {
  // Crosswise reduction first: what is multiplied is never larger than the reduced result.
  const Rational one = rational(left.numerator, right.denominator), other = rational(right.numerator, left.denominator);
  return {product(one.numerator, other.numerator), product(one.denominator, other.denominator)};
}

Rational over(const Rational& left, const Rational& right) {
  CHECK(right.numerator != 0);
  return times(left, rational(right.denominator, right.numerator));
}

std::strong_ordering compare(const Rational& left, const Rational& right) {
  const Wide difference = minus(left, right).numerator;
  return difference <=> Wide{0};
}

std::int64_t stored_units(Kind kind) { return kind == Kind::ratio || kind == Kind::quantity ? k_millionths : 1; }

std::string wide_text(Wide value) {
  if (value < 0) return "-" + wide_text(-value);
  if (value >= 10) return wide_text(value / 10) + static_cast<char>('0' + static_cast<int>(value % 10));
  return std::string(1, static_cast<char>('0' + static_cast<int>(value)));
}

std::string exact_text(const Rational& value) {
  return wide_text(value.numerator) + (value.denominator == 1 ? "" : "/" + wide_text(value.denominator));
}

std::string rational_text(const Rational& value, int places) {
  CHECK(places >= 0 && places <= 18 && value.denominator <= k_largest);
  Wide whole = absolute(value.numerator) / value.denominator, rest = absolute(value.numerator) % value.denominator;
  std::string digits;
  for (int place = 0; place < places; ++place) {
    digits += static_cast<char>('0' + static_cast<int>(rest * 10 / value.denominator));
    rest = rest * 10 % value.denominator;
  }
  if (rest >= value.denominator - rest && !count_up(digits)) ++whole;
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  const bool negative = value.numerator < 0 && (whole != 0 || !digits.empty());
  return (negative ? "-" : "") + wide_text(whole) + (digits.empty() ? "" : "." + digits);
}

}  // namespace laoyou::rules
