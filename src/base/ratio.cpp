#include "base/ratio.h"

namespace laoyou {

std::optional<Decimal> Ratio::percent(Rounding rounding) const {
  if (whole == 0) return std::nullopt;
  const bool turned = whole < 0;
  const __int128 scaled = static_cast<__int128>(turned ? -part : part) * 100 * Decimal::k_one;
  return Decimal::from_millionths(divide_rounded(scaled, turned ? -whole : whole, rounding));
}

}  // namespace laoyou
