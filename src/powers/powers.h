// A set of powers, as a caller holds it and as a route asks for it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "powers/power.h"

namespace laoyou::powers {

class Powers {
 public:
  constexpr Powers() = default;
  constexpr Powers(std::initializer_list<Power> powers) {
    for (const Power power : powers) add(power);
  }
  static Powers all();
  /// All of them, by their names joined by spaces ("plan_read values_report"); a name that is none is refused as "enum.unknown".
  static Result<Powers> parse(std::string_view names);

  constexpr void add(Power power) { bits_ |= bit(power); }
  constexpr bool has(Power power) const { return (bits_ & bit(power)) != 0; }
  /// True when one of them is in both; false when either is empty.
  constexpr bool meets(const Powers& other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  /// In the order of Power.
  std::vector<Power> list() const;
  /// The names joined by spaces.
  std::string text() const;
  bool operator==(const Powers&) const = default;

 private:
  static constexpr std::uint64_t bit(Power power) { return std::uint64_t{1} << static_cast<int>(power); }
  std::uint64_t bits_ = 0;
};

}  // namespace laoyou::powers
