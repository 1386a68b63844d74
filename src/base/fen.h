// Money. One fen is a hundredth of a yuan; there is no smaller part and no floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace laoyou {

/// An amount of money (金额) in fen, at most k_limit in either direction. Sums are checked: an overflow is refused, never wrapped.
class Fen {
 public:
  static constexpr std::int64_t k_limit = 1'000'000'000'000'000;  ///< ten trillion yuan: above any budget of the field

  constexpr Fen() = default;
  /// Refused as "money.too_large" beyond k_limit.
  static Result<Fen> create(std::int64_t fen);
  /// Reads "1234.5", "50元", "2250万元", "1.5亿元". Refused as "money.malformed" or "money.too_large"; parts of a fen are malformed.
  static Result<Fen> parse(std::string_view text);

  constexpr std::int64_t count() const { return fen_; }
  /// "1234.50": yuan with two places.
  std::string yuan_text() const;

  Result<Fen> plus(Fen other) const;
  Result<Fen> minus(Fen other) const;
  Result<Fen> times(std::int64_t factor) const;
  /// This amount times numerator/denominator, rounded as named; denominator > 0.
  Result<Fen> scaled(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const;

  constexpr auto operator<=>(const Fen&) const = default;

 private:
  std::int64_t fen_ = 0;
};

/// Divides `total` by the weights so that the parts add up to it to the fen: each part is rounded down towards zero and the fen left over
/// go one each to the largest remainders (ties to the earlier part). Weights are not negative and not all zero.
std::vector<Fen> split(Fen total, std::span<const std::int64_t> weights);

}  // namespace laoyou
