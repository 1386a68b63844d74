// How many of each age and sex a city has, and how many of them die within a year (年龄结构).
#pragma once

#include "synth/city.h"

namespace laoyou::synth {

inline constexpr int k_ages = 101;  ///< the last are those of 100 and over

/// People by age at the end of the year: men, women.
struct AgeCounts {
  std::array<std::array<std::int64_t, k_ages>, 2> alive{};
  std::array<std::array<std::int64_t, k_ages>, 2> dying{};  ///< of the year, by the age they would have reached at its end
  std::int64_t between(int from, int to) const;
};

/// Splits `total` by the weights: each part to the nearest below or above, together exactly `total`.
std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights);

/// Children, people of 60 and of 65 and over by the census shares, the youngest by the births of the year, within these groups by the years lived of the life
/// table. Numbers of newborns, children under three and elders are moved by a few percent at most, elders by one, so that the plan's rates come out on them.
AgeCounts age_counts(const City& city);

}  // namespace laoyou::synth
