#include "rules/value/conversion.h"

#include <limits>
#include <numeric>

#include "rules/value/unit.h"

namespace laoyou::rules {

bool same_dimension(Type left, Type right) {
  if (left == right) return true;
  if (left.kind != Kind::quantity || right.kind != Kind::quantity || left.detail < 0 || right.detail < 0) return false;
  return units()[static_cast<std::size_t>(left.detail)].dimension == units()[static_cast<std::size_t>(right.detail)].dimension;
}

std::optional<Conversion> conversion(Type from, Type to) {
  if (from == to) return Conversion{};
  if (from.kind == Kind::integer && to.kind == Kind::ratio) return Conversion{k_millionths, 1};
  if (!same_dimension(from, to)) return std::nullopt;
  const Unit& own = units()[static_cast<std::size_t>(from.detail)];
  const Unit& wanted = units()[static_cast<std::size_t>(to.detail)];
  const std::int64_t multiplier = own.numerator * wanted.denominator;
  const std::int64_t divisor = own.denominator * wanted.numerator;
  const std::int64_t common = std::gcd(multiplier, divisor);
  return Conversion{multiplier / common, divisor / common};
}

std::optional<std::int64_t> convert_exactly(std::int64_t value, Conversion by) {
  const __int128 product = static_cast<__int128>(value) * by.multiplier;
  if (product % by.divisor != 0) return std::nullopt;
  const __int128 result = product / by.divisor;
  if (result > std::numeric_limits<std::int64_t>::max() || result < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return static_cast<std::int64_t>(result);
}

}  // namespace laoyou::rules
