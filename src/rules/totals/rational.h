// Exact arithmetic on Rational (tally.h). The checker proves that no result leaves 128 bits; that is CHECKed here.
#pragma once

#include <compare>

#include "base/decimal.h"
#include "rules/totals/tally.h"

namespace laoyou::rules {

/// numerator / denominator in lowest terms; denominator != 0.
Rational rational(Wide numerator, Wide denominator = 1);

Rational plus(const Rational& left, const Rational& right);
Rational minus(const Rational& left, const Rational& right);
Rational times(const Rational& left, const Rational& right);
/// right != 0
Rational over(const Rational& left, const Rational& right);
std::strong_ordering compare(const Rational& left, const Rational& right);

/// Numerators and denominators of totals stay below this (total_may_overflow()), so that ten times one still fits.
constexpr Wide k_largest = Wide{1} << 122;

/// The number as an int64. The checker proved that it fits; CHECKed here all the same.
std::int64_t narrow(Wide value);

/// dividend / divisor, rounded as named; divisor != 0.
Wide divide_wide(Wide dividend, Wide divisor, Rounding rounding);

/// How many stored units one plain unit has: a million for ratio and quantity, else one.
std::int64_t stored_units(Kind kind);

/// The number with at most `places` places (0..18), rounded half away from zero, without trailing zeros: "12.5", "-0.3333".
std::string rational_text(const Rational& value, int places);
/// Nothing lost: "1/3", "12".
std::string exact_text(const Rational& value);
std::string wide_text(Wide value);

}  // namespace laoyou::rules
