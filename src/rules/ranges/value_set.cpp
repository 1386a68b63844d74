#include "rules/ranges/value_set.h"

#include <algorithm>

namespace laoyou::rules {

ValueSet ValueSet::range(std::int64_t low, std::int64_t high) {
  ValueSet set;
  if (low <= high) set.ranges_.emplace_back(low, high);
  return set;
}

ValueSet ValueSet::meet(const ValueSet& other) const {
  ValueSet both;
  for (const auto& [low, high] : ranges_)
    for (const auto& [other_low, other_high] : other.ranges_)
      if (std::max(low, other_low) <= std::min(high, other_high)) both.ranges_.emplace_back(std::max(low, other_low), std::min(high, other_high));
  return both;
}

ValueSet ValueSet::join(const ValueSet& other) const {
  auto all = ranges_;
  all.insert(all.end(), other.ranges_.begin(), other.ranges_.end());
  std::sort(all.begin(), all.end());
  ValueSet either;
  for (const auto& [low, high] : all) {
    // Neighbours become one: low - 1 cannot leave int64 here, since an earlier range begins below it.
    if (!either.ranges_.empty() && low - 1 <= either.ranges_.back().second)
      either.ranges_.back().second = std::max(either.ranges_.back().second, high);
    else
      either.ranges_.emplace_back(low, high);
  }
  return either;
}

ValueSet ValueSet::without(const ValueSet& other) const {
  ValueSet left = *this;
  for (const auto& [out_low, out_high] : other.ranges_) {
    ValueSet rest;
    for (const auto& [low, high] : left.ranges_) {
      if (high < out_low || low > out_high) {
        rest.ranges_.emplace_back(low, high);
        continue;
      }
      if (low < out_low) rest.ranges_.emplace_back(low, out_low - 1);
      if (high > out_high) rest.ranges_.emplace_back(out_high + 1, high);
    }
    left = rest;
  }
  return left;
}

ValueSet ValueSet::turned() const {
  ValueSet opposite;
  for (const auto& [low, high] : ranges_) opposite.ranges_.emplace(opposite.ranges_.begin(), -high, -low);
  return opposite;
}

ValueSet ValueSet::divided(std::int64_t multiplier) const {
  ValueSet narrow;
  for (const auto& [low, high] : ranges_) {
    const std::int64_t first = low / multiplier + (low > 0 && low % multiplier != 0 ? 1 : 0);
    const std::int64_t last = high / multiplier - (high < 0 && high % multiplier != 0 ? 1 : 0);
    narrow = narrow.join(range(first, last));
  }
  return narrow;
}

}  // namespace laoyou::rules
