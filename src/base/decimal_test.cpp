#include "base/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"

namespace laoyou {
namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

std::string refusal_of(const Result<Decimal>& value) { return value ? "" : value.error().code; }

Decimal any_decimal() { return Decimal::from_millionths(*rc::gen::arbitrary<std::int64_t>()); }

/// The oracle: the text of a number of millionths, through 128 bits and digit by digit.
std::string slow_text(__int128 millionths) {
  const bool negative = millionths < 0;
  if (negative) millionths = -millionths;
  std::string digits;
  for (int i = 0; i < 7 || millionths > 0; ++i, millionths /= 10) digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(millionths % 10)));
  std::string text = digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return (negative ? "-" : "") + text;
}

RC_GTEST_PROP(Decimal, WritesEveryDigitAndNoMore, ()) {
  const Decimal value = Decimal::from_millionths(*rc::gen::elementOf(std::vector<std::int64_t>{INT64_MIN, INT64_MAX, 0, 1, -1, 999'999, 1'000'000}));
  RC_ASSERT(value.text() == slow_text(value.millionths()));
  const Decimal other = any_decimal();
  RC_ASSERT(other.text() == slow_text(other.millionths()));
}

RC_GTEST_PROP(Decimal, ReadsWhatItWrites, ()) {
  const auto scale = *rc::gen::elementOf(std::vector<std::int64_t>{1, 1'000'000, 100'000'000'000});
  const Decimal value = Decimal::from_millionths(*rc::gen::inRange<std::int64_t>(-90'000'000, 90'000'000) * scale);
  RC_ASSERT(Decimal::parse(value.text()).value() == value);
}

TEST(Decimal, ReadsTheWholeRangeItHolds) {
  EXPECT_EQ(number("9223372036854.775807").millionths(), INT64_MAX);
  EXPECT_EQ(number("-9223372036854.775808").millionths(), INT64_MIN);
  EXPECT_EQ(number("1000000000000").text(), "1000000000000");
  EXPECT_EQ(number("0000000000000000000004.5").text(), "4.5");
}

TEST(Decimal, RefusesWhatIsTooLarge) {
  for (const char* text : {"9223372036854.775808", "-9223372036854.775809", "10000000000000", "99999999999999999999999999999999999999999999"})
    EXPECT_EQ(refusal_of(Decimal::parse(text)), "number.too_large") << text;
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1.", ".5", "--1", "+1", "1e3", "1,000", " 1", "4.5.6", "４", "1-"})
    EXPECT_EQ(refusal_of(Decimal::parse(text)), "number.malformed") << text;
  EXPECT_EQ(refusal_of(Decimal::parse("0.1234567")), "number.too_many_places");
}

TEST(Decimal, MinusZeroIsZero) { EXPECT_EQ(number("-0.0"), number("0")); }

TEST(Decimal, RoundsAsNamed) {
  struct Case {
    std::int64_t dividend;
    std::int64_t half_up, half_even, down, up;
  };
  // Halves of -5 .. 5, by hand.
  for (const Case& c : {Case{5, 3, 2, 2, 3}, Case{3, 2, 2, 1, 2}, Case{1, 1, 0, 0, 1}, Case{-1, -1, 0, 0, -1}, Case{-3, -2, -2, -1, -2},
                        Case{-5, -3, -2, -2, -3}, Case{4, 2, 2, 2, 2}, Case{0, 0, 0, 0, 0}}) {
    EXPECT_EQ(divide_rounded(c.dividend, 2, Rounding::half_up), c.half_up) << c.dividend;
    EXPECT_EQ(divide_rounded(c.dividend, 2, Rounding::half_even), c.half_even) << c.dividend;
    EXPECT_EQ(divide_rounded(c.dividend, 2, Rounding::down), c.down) << c.dividend;
    EXPECT_EQ(divide_rounded(c.dividend, 2, Rounding::up), c.up) << c.dividend;
  }
}

RC_GTEST_PROP(Decimal, RoundingMovesByLessThanOneStep, ()) {
  const auto dividend = *rc::gen::arbitrary<std::int64_t>();
  const auto divisor = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
  const auto rounding = *rc::gen::element(Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up);
  const __int128 off = static_cast<__int128>(divide_rounded(dividend, divisor, rounding)) * divisor - dividend;
  const __int128 size = off < 0 ? -off : off;
  const bool half = rounding == Rounding::half_up || rounding == Rounding::half_even;
  RC_ASSERT(size < divisor);
  RC_ASSERT(!half || size * 2 <= divisor);
}

TEST(Decimal, QuotientKeepsSixPlaces) {
  EXPECT_EQ(Decimal::quotient(2, 3, Rounding::half_up).value().text(), "0.666667");
  EXPECT_EQ(Decimal::quotient(2, -3, Rounding::down).value().text(), "-0.666666");
  EXPECT_EQ(Decimal::quotient(-9, -2, Rounding::down).value().text(), "4.5");
  EXPECT_EQ(refusal_of(Decimal::quotient(INT64_MAX, 1, Rounding::down)), "number.too_large");
  EXPECT_EQ(refusal_of(Decimal::quotient(INT64_MIN, 1, Rounding::down)), "number.too_large");
  EXPECT_THROW((void)Decimal::quotient(1, 0, Rounding::down), BrokenInvariant);
}

RC_GTEST_PROP(Decimal, SumsAreExactOrRefused, ()) {
  const Decimal a = any_decimal(), b = any_decimal();
  const __int128 sum = static_cast<__int128>(a.millionths()) + b.millionths();
  const auto added = a.plus(b);
  RC_ASSERT(added.has_value() == (sum >= INT64_MIN && sum <= INT64_MAX));
  if (added) RC_ASSERT(added->minus(b).value() == a);
}

}  // namespace
}  // namespace laoyou
