#include "rules/ranges/value_set.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace laoyou::rules {
namespace {

constexpr int k_numbers = 24;

bool has(const ValueSet& set, std::int64_t number) { return !set.meet(ValueSet::range(number, number)).empty(); }

/// A set of numbers of -12 … 11, and the same as bits.
std::pair<ValueSet, unsigned> random_set(SeededRandom& random) {
  ValueSet set;
  unsigned bits = 0;
  for (std::uint64_t part = random.below(4); part > 0; --part) {
    const int low = static_cast<int>(random.below(k_numbers)), high = std::min<int>(k_numbers - 1, low + static_cast<int>(random.below(5)));
    set = set.join(ValueSet::range(low - 12, high - 12));
    for (int i = low; i <= high; ++i) bits |= 1u << i;
  }
  return {set, bits};
}

TEST(ValueSet, AgreesWithSetsCountedOut) {
  SeededRandom random(1);
  for (int round = 0; round < 5000; ++round) {
    const auto [left, left_bits] = random_set(random);
    const auto [right, right_bits] = random_set(random);
    for (int i = 0; i < k_numbers; ++i) {
      const bool in_left = left_bits >> i & 1, in_right = right_bits >> i & 1;
      ASSERT_EQ(has(left, i - 12), in_left);
      ASSERT_EQ(has(left.meet(right), i - 12), in_left && in_right);
      ASSERT_EQ(has(left.join(right), i - 12), in_left || in_right);
      ASSERT_EQ(has(left.without(right), i - 12), in_left && !in_right);
      ASSERT_EQ(has(left.turned(), 12 - i), in_left);
    }
    for (int i = -4; i < 4; ++i) ASSERT_EQ(has(left.divided(3), i), has(left, 3 * i)) << i;
  }
}

TEST(ValueSet, TellsTheLeastOfItsNumbers) {
  EXPECT_TRUE(ValueSet::range(3, 2).empty());
  EXPECT_EQ(ValueSet::range(3, 9).without(ValueSet::range(1, 5)).least(), 6);
}

}  // namespace
}  // namespace laoyou::rules
