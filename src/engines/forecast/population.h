#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace laoyou::forecast {

enum class Sex : std::uint8_t { male, female };
inline constexpr std::array k_sexes = {Sex::male, Sex::female};

/// Single years of age 0 … 99 and the open group 100 and over.
inline constexpr std::size_t k_ages = 101;

/// Something by sex and single year of age.
template <class Value>
struct BySexAndAge {
  std::array<std::array<Value, k_ages>, 2> each{};

  Value& at(Sex sex, std::size_t age) { return each[static_cast<std::size_t>(sex)][age]; }
  [[nodiscard]] const Value& at(Sex sex, std::size_t age) const { return each[static_cast<std::size_t>(sex)][age]; }
  bool operator==(const BySexAndAge&) const = default;
};

/// People counted one by one at the start of a year.
using People = BySexAndAge<std::int64_t>;

/// The people aged from … to (both included; 100 stands for 100 and over), of both sexes.
std::int64_t count_between(const People& people, std::size_t from_age, std::size_t to_age);
inline std::int64_t count_all(const People& people) { return count_between(people, 0, k_ages - 1); }

/// The people of a region.
struct RegionPeople {
  std::string region;
  People people;
};

}  // namespace laoyou::forecast
