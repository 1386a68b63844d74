// Time given or owed: the time bank's unit. A type of its own, so that it can never be added to money.
#pragma once

#include <compare>
#include <cstdint>

#include "base/result.h"

namespace laoyou {

/// A length of time in whole minutes, within a century in either direction. Sums are checked ("minutes.too_large").
class Minutes {
 public:
  static constexpr std::int64_t k_limit = 100LL * 366 * 24 * 60;

  constexpr Minutes() = default;
  static Result<Minutes> create(std::int64_t minutes) {
    if (minutes > k_limit || minutes < -k_limit) return refuse("minutes.too_large", {std::to_string(minutes)});
    Minutes value;
    value.minutes_ = minutes;
    return value;
  }
  constexpr std::int64_t count() const { return minutes_; }
  Result<Minutes> plus(Minutes other) const { return create(minutes_ + other.minutes_); }
  Result<Minutes> minus(Minutes other) const { return create(minutes_ - other.minutes_); }
  constexpr auto operator<=>(const Minutes&) const = default;

 private:
  std::int64_t minutes_ = 0;
};

}  // namespace laoyou
