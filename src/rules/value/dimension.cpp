#include "rules/value/dimension.h"

#include <limits>
#include <map>
#include <numeric>
#include <string_view>

#include "rules/value/unit.h"

namespace laoyou::rules {
namespace {

/// Empty for plain numbers.
std::string_view dimension(Type type) {
  if (type.kind == Kind::money) return "money";
  return type.kind == Kind::quantity ? units()[static_cast<std::size_t>(type.detail)].dimension : std::string_view();
}

/// A fraction kept in lowest terms; `whole` says whether it still fits.
struct Fraction {
  std::int64_t up = 1, down = 1;
  bool fits = true;

  void multiply(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t first = std::gcd(numerator, down), second = std::gcd(up, denominator);
    fits = fits && !__builtin_mul_overflow(up / second, numerator / first, &up) && !__builtin_mul_overflow(down / first, denominator / second, &down);
  }
  /// By the size of one in the int64 of the type.
  void multiply(Type type, bool inverse) {
    std::int64_t numerator = 1, denominator = 1;
    if (type.kind == Kind::quantity) {
      numerator = units()[static_cast<std::size_t>(type.detail)].numerator;
      denominator = units()[static_cast<std::size_t>(type.detail)].denominator;
    }
    if (type.kind == Kind::quantity || type.kind == Kind::ratio) denominator *= k_millionths;
    inverse ? multiply(denominator, numerator) : multiply(numerator, denominator);
  }
};

}  // namespace

std::optional<Type> type_of_product(const std::vector<Type>& above, const std::vector<Type>& below) {
  std::map<std::string_view, int> powers;
  bool integers = below.empty();
  for (const Type& type : above) {
    if (!dimension(type).empty()) ++powers[dimension(type)];
    integers = integers && type.kind == Kind::integer;
  }
  for (const Type& type : below)
    if (!dimension(type).empty()) --powers[dimension(type)];
  std::erase_if(powers, [](const auto& power) { return power.second == 0; });
  if (powers.empty()) return Type{integers ? Kind::integer : Kind::ratio};
  if (powers.size() > 1 || powers.begin()->second != 1) return std::nullopt;
  for (const Type& type : above)
    if (dimension(type) == powers.begin()->first) return type;
  return std::nullopt;
}

std::optional<ProductScale> scale_of_product(const std::vector<Type>& above, const std::vector<Type>& below, Type result) {
  Fraction scale;
  for (const Type& type : above) scale.multiply(type, false);
  for (const Type& type : below) scale.multiply(type, true);
  scale.multiply(result, true);
  if (!scale.fits) return std::nullopt;
  return ProductScale{scale.up, scale.down};
}

}  // namespace laoyou::rules
