// A share of a whole, kept as the two counts it comes from: ratios are never averaged, their counts are added (DHIS2's order: aggregate
// first, then divide).
#pragma once

#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace laoyou {

/// part / whole, both counts of the same thing. A whole of zero has no value.
struct Ratio {
  std::int64_t part = 0;
  std::int64_t whole = 0;

  /// The value in percent with at most six places; nothing when the whole is zero.
  std::optional<Decimal> percent(Rounding rounding) const;
  /// Both counts added: the ratio of the two regions together.
  Ratio joined(Ratio other) const { return {part + other.part, whole + other.whole}; }
  bool operator==(const Ratio&) const = default;
};

}  // namespace laoyou
