#include "rules/totals/tally.h"

namespace laoyou::rules {

std::int64_t cut_region(std::int64_t region, RegionLevel level) {
  // How many codes lie within a place of each level, country to village (region_code.h).
  constexpr std::int64_t k_span[] = {1'000'000'000'000, 10'000'000'000, 100'000'000, 1'000'000, 1'000, 1};
  return region - region % k_span[static_cast<int>(level)];
}

}  // namespace laoyou::rules
