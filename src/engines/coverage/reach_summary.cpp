#include "engines/coverage/reach_summary.h"

#include <map>

#include "base/check.h"

namespace laoyou::coverage {

std::vector<RegionReach> share_by_region(std::span<const NearestPlace> nearest, std::span<const std::int64_t> count, std::span<const std::string> region) {
  CHECK(nearest.size() == count.size() && nearest.size() == region.size());
  std::map<std::string, Ratio> shares;
  Ratio whole;
  for (std::size_t at = 0; at < nearest.size(); ++at) {
    const Ratio own{nearest[at].place >= 0 ? count[at] : 0, count[at]};
    Ratio& share = shares[region[at]];
    share = share.joined(own);
    whole = whole.joined(own);
  }
  std::vector<RegionReach> result;
  for (auto& [code, share] : shares) {
    if (!code.empty()) result.push_back({code, share});
  }
  result.push_back({"", whole});
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
