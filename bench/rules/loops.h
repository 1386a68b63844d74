// The same sums by hand, three ways: what the machine can do at most, what a programmer writes, and one array a step.
#pragma once

#include <array>

#include "population.h"

namespace laoyou::bench {

constexpr int k_income_below_yuan = 1'200;

/// Sums of one county; aligned so that two threads never share a line.
struct alignas(64) CountyTotals {
  std::array<std::int64_t, 128> high_age{}, nursing{}, together{}, eligible{};
  void add(const CountyTotals& more);
  Totals sum() const;
};

/// Masks of 64 people, then only those set: AVX-512, or AVX2 where the machine has no more. `income_below` differs from call to call so that
/// nothing can be kept.
void limit_loop(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals);
/// Which instructions limit_loop() uses here: "AVX-512", "AVX2" or "plain".
const char* limit_instructions();

/// One loop with the conditions as the rule says them.
void plain_loop(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals);

/// A new array for every operation over all people, as array libraries work.
void whole_columns(const Population& people, int income_below, CountyTotals& totals);

}  // namespace laoyou::bench
