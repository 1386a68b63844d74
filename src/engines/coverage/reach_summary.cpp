#include "engines/coverage/reach_summary.h"

#include <map>

#include "base/check.h"

namespace laoyou::coverage {

std::vector<RegionReach> share_by_region(std::span<const NearestPlace> nearest, std::span<const double> count, std::span<const std::string> region) {
  CHECK(nearest.size() == count.size() && nearest.size() == region.size());
  std::map<std::string, RegionReach> regions;
  RegionReach whole;
  for (std::size_t at = 0; at < nearest.size(); ++at) {
    for (RegionReach* const part : {&regions[region[at]], &whole}) {
      part->people += count[at];
      if (nearest[at].place >= 0) part->reached += count[at];
    }
  }
  std::vector<RegionReach> result;
  for (const auto& [code, part] : regions) {
    if (!code.empty()) result.push_back({code, part.reached, part.people});
  }
  result.push_back(whole);
  return result;
}

std::vector<std::int32_t> not_reached(std::span<const NearestPlace> nearest) {
  std::vector<std::int32_t> result;
  for (std::size_t at = 0; at < nearest.size(); ++at) {
    if (nearest[at].place < 0) result.push_back(static_cast<std::int32_t>(at));
  }
  return result;
}

}  // namespace laoyou::coverage
