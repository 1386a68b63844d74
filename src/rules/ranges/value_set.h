// Sets of whole numbers as ranges: what a term may be where a condition holds.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace laoyou::rules {

class ValueSet {
 public:
  /// Both ends belong to it; empty when low > high.
  static ValueSet range(std::int64_t low, std::int64_t high);
  static ValueSet none() { return {}; }

  bool empty() const { return ranges_.empty(); }
  std::int64_t least() const { return ranges_.front().first; }
  /// What lies in both.
  ValueSet meet(const ValueSet& other) const;
  /// What lies in either.
  ValueSet join(const ValueSet& other) const;
  /// What lies in this one and not in the other.
  ValueSet without(const ValueSet& other) const;

  /// The numbers that lie in this set after × multiplier, multiplier > 0.
  ValueSet divided(std::int64_t multiplier) const;
  /// The numbers whose opposites lie in this set.
  ValueSet turned() const;

  bool operator==(const ValueSet&) const = default;

 private:
  std::vector<std::pair<std::int64_t, std::int64_t>> ranges_;  ///< sorted, apart from each other by at least one number
};

}  // namespace laoyou::rules
