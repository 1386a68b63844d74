// An exact decimal number with up to six places: what a plan's figures and targets are (4.5 slots, 95.26 %).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// How a result that does not fit its last place is rounded; always named, there is no default.
enum class Rounding { half_up, half_even, down, up };

/// Divides and rounds as named; divisor > 0. half_up and up go away from zero.
std::int64_t divide_rounded(__int128 dividend, std::int64_t divisor, Rounding rounding);

/// A number counted in millionths: -9.2e12 to 9.2e12.
class Decimal {
 public:
  static constexpr std::int64_t k_one = 1'000'000;

  constexpr Decimal() = default;
  static constexpr Decimal from_millionths(std::int64_t millionths) {
    Decimal value;
    value.millionths_ = millionths;
    return value;
  }
  /// Reads "-12.5". Refused as "number.malformed", "number.too_many_places" or "number.too_large".
  static Result<Decimal> parse(std::string_view text);
  /// numerator / denominator with at most six places; denominator != 0. Refused as "number.too_large".
  static Result<Decimal> quotient(std::int64_t numerator, std::int64_t denominator, Rounding rounding);

  constexpr std::int64_t millionths() const { return millionths_; }
  /// Shortest exact text: "4.5", "26000".
  std::string text() const;
  /// Nearest double; for drawing only.
  double approximate() const { return static_cast<double>(millionths_) / static_cast<double>(k_one); }

  /// Refused as "number.too_large".
  Result<Decimal> plus(Decimal other) const;
  Result<Decimal> minus(Decimal other) const;

  constexpr auto operator<=>(const Decimal&) const = default;

 private:
  std::int64_t millionths_ = 0;
};

}  // namespace laoyou
