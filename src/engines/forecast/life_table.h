#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace laoyou::forecast {

/// A death rate (deaths ÷ person-years) that holds from an age to the next row's age; the last row is open.
struct AgeRate {
  std::size_t from_age = 0;
  double rate = 0;
};

/// A row of a life table of 100,000 born.
struct LifeTableRow {
  std::size_t from_age = 0;
  double dying = 0;         ///< probability of dying before the next row's age
  double alive = 0;         ///< still alive at this age
  double years_lived = 0;   ///< person-years until the next row's age
  double expectation = 0;   ///< years still to be lived
};

/// The life table of abridged rates (ages 0, 1, 5, 10 …, open). Years lived in the interval of death: Keyfitz's 0.07 + 1.7 m below one,
/// 1.6 from one to five, half the interval to 80, a constant rate within it from there.
std::vector<LifeTableRow> life_table(std::span<const AgeRate> rates);

}  // namespace laoyou::forecast
