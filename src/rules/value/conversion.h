// The same value in another type: 1 is 100%, 2 h is 120 min. Nothing else converts by itself.
#pragma once

#include <optional>

#include "rules/value/type.h"

namespace laoyou::rules {

/// A value of one type × multiplier ÷ divisor is the same value of another; in lowest terms.
struct Conversion {
  std::int64_t multiplier = 1, divisor = 1;
};

/// Between equal types, from integer to ratio, between units of one dimension; nothing otherwise.
std::optional<Conversion> conversion(Type from, Type to);

/// The converted value, or nothing when it is not exact or leaves int64.
std::optional<std::int64_t> convert_exactly(std::int64_t value, Conversion by);

/// True when both are quantities of one dimension, or equal.
bool same_dimension(Type left, Type right);

}  // namespace laoyou::rules
