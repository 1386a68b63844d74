// A share of many that comes out to the one nearest record, however many there are (按比例分配).
#pragma once

#include <cstdint>

#include "base/check.h"
#include "base/decimal.h"

namespace laoyou::synth {

/// How a share that no whole number of records meets is rounded: to the nearest, or up so that it is never less.
enum class ShareRounding { nearest, up };

/// Says yes to so many of those asked that after any number of them the share holds to the nearest record. Those asked come in an order that has nothing to
/// do with the question.
class DealtShare {
 public:
  DealtShare() = default;
  /// 0 % to 100 %.
  explicit DealtShare(Decimal percent, ShareRounding rounding = ShareRounding::nearest)
      : step_(percent.millionths()), held_(rounding == ShareRounding::nearest ? k_whole / 2 : k_whole - 1) {
    CHECK(step_ >= 0 && step_ <= k_whole);
  }
  /// Exactly `some` of `all`.
  static DealtShare of(std::int64_t some, std::int64_t all) {
    DealtShare share;
    CHECK(some >= 0 && some <= all);
    share.step_ = some;
    share.whole_ = all > 0 ? all : 1;
    return share;
  }
  bool next() {
    held_ += step_;
    if (held_ < whole_) return false;
    held_ -= whole_;
    return true;
  }

 private:
  static constexpr std::int64_t k_whole = 100 * Decimal::k_one;
  std::int64_t step_ = 0, whole_ = k_whole, held_ = 0;
};

/// The number nearest to `around`, at most `off` away, of which every share has a whole number of records that rounds to it at two places of a percent;
/// `around` itself where there is none.
template <class Shares>
std::int64_t size_that_holds(const Shares& percents, std::int64_t around, std::int64_t off) {
  const auto holds = [](std::int64_t size, Decimal percent) {
    constexpr std::int64_t k_half = Decimal::k_one / 200, k_whole = 100 * Decimal::k_one;
    const __int128 records = (__int128{size} * percent.millionths() + k_whole / 2) / k_whole;
    const __int128 difference = records * k_whole - __int128{size} * percent.millionths();
    return (difference < 0 ? -difference : difference) < __int128{k_half} * size;
  };
  for (std::int64_t away = 0; away <= off; ++away)
    for (const std::int64_t size : {around - away, around + away}) {
      bool all = size > 0;
      for (const Decimal percent : percents) all = all && holds(size, percent);
      if (all) return size;
    }
  return around;
}

}  // namespace laoyou::synth
