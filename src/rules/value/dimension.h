// What a product or quotient of numbers measures: money by a number is money, minutes by minutes is a number.
#pragma once

#include <optional>
#include <vector>

#include "rules/value/type.h"

namespace laoyou::rules {

/// Type of the product of `above` divided by the product of `below`, all numeric: the one dimension that is left, or a ratio when none is (an
/// integer, when only integers were multiplied). Nothing when something is left that has no type (元 by m²).
std::optional<Type> type_of_product(const std::vector<Type>& above, const std::vector<Type>& below);

/// The int64 of the result is the product of the int64 of `above` ÷ that of `below` × up ÷ down: units and millionths, in lowest terms.
/// Nothing when these leave int64.
struct ProductScale {
  std::int64_t up = 1, down = 1;
};
std::optional<ProductScale> scale_of_product(const std::vector<Type>& above, const std::vector<Type>& below, Type result);

}  // namespace laoyou::rules
