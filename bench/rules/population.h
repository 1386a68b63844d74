// The people that all engines of this benchmark count: made by formula, so that every run and every engine has the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace laoyou::bench {

constexpr int k_counties = 100;

void* allocate_huge(std::size_t bytes);
void free_huge(void* memory);

/// Arrays in huge pages where the system gives them, as the columns of the facts are: no loop shall be slower for its memory.
template <class T>
struct HugePages {
  using value_type = T;
  HugePages() = default;
  template <class Other>
  HugePages(const HugePages<Other>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(allocate_huge(n * sizeof(T))); }
  void deallocate(T* array, std::size_t) { free_huge(array); }
  template <class Other>
  bool operator==(const HugePages<Other>&) const { return true; }
};
template <class T>
using Array = std::vector<T, HugePages<T>>;

/// Columns as narrow as their values; grade 0 (able) to 4 (complete disability), income in yuan a month, county 0 to 99.
struct Population {
  Array<std::uint8_t> age, grade;
  Array<std::int32_t> income_yuan;
  Array<std::uint16_t> county;
  std::size_t size() const { return age.size(); }
};

/// 79 % under 60, 18 % of 60 to 79, 3 % of 80 and more; grades rise with age, incomes and county sizes are skewed.
Population make_population(std::size_t people);

/// A number that depends on nothing but `seed` (splitmix64).
std::uint64_t mixed(std::uint64_t seed);

/// Whether value `column` of person `row` is left out where a tenth of all values are missing.
inline bool left_out(std::size_t row, int column) { return mixed(row * 4 + static_cast<std::uint64_t>(column)) % 10 == 0; }

/// What all counties together come to, in yuan and people.
struct Totals {
  std::int64_t high_age = 0, nursing = 0, together = 0, eligible = 0;
  bool operator==(const Totals&) const = default;
};

/// Of five million people; an engine that finds others is wrong.
constexpr Totals k_totals_of_5_million{8'692'850, 1'987'200, 10'680'050, 149'926};

}  // namespace laoyou::bench
