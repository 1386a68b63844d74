// The 12-digit code of a place (统计用区划代码, GB/T 2260 in its first six digits): 2 province, 2 city, 2 county, 3 street or town,
// 3 village or community. Who may see what is decided by whether one code lies within another.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// How deep a place lies in the tree.
enum class RegionLevel { country, province, city, county, street, village };

/// A place by its code; the default is the whole country (000000000000).
class RegionCode {
 public:
  constexpr RegionCode() = default;
  /// Reads twelve digits. Refused as "region.malformed"; a gap (zeros above filled digits other than a county directly under a
  /// province) is allowed, as the national list has such places.
  static Result<RegionCode> parse(std::string_view text);
  /// From a number below 10^12, as the region table stores it.
  static RegionCode from_number(std::int64_t number);

  constexpr std::int64_t number() const { return number_; }
  std::string text() const;
  RegionLevel level() const;
  /// The place one level up; nothing for the country. A level left empty in the code (zeros) is passed over.
  std::optional<RegionCode> parent() const;
  /// True for the place itself and everything below it.
  bool contains(RegionCode other) const;
  /// The first code that no longer lies within: [number(), end_number()) is the range of everything within.
  std::int64_t end_number() const;

  constexpr auto operator<=>(const RegionCode&) const = default;

 private:
  std::int64_t number_ = 0;
};

}  // namespace laoyou
