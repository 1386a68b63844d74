#include "rules/ranges/range_list.h"

#include <algorithm>
#include <limits>

namespace laoyou::rules {
namespace {

std::int64_t low(const ValueRange& range) { return range.first.value_or(std::numeric_limits<std::int64_t>::min()); }
std::int64_t high(const ValueRange& range) { return range.second.value_or(std::numeric_limits<std::int64_t>::max()); }

}  // namespace

bool is_empty(const ValueRange& range) { return low(range) > high(range); }

bool overlap(const ValueRange& left, const ValueRange& right) { return std::max(low(left), low(right)) <= std::min(high(left), high(right)); }

std::vector<ValueRange> joined(std::vector<ValueRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const ValueRange& left, const ValueRange& right) { return low(left) < low(right); });
  std::vector<ValueRange> result;
  for (const ValueRange& range : ranges) {
    if (result.empty() || !overlap(result.back(), range)) {
      result.push_back(range);
      continue;
    }
    if (high(range) > high(result.back())) result.back().second = range.second;
  }
  return result;
}

}  // namespace laoyou::rules
