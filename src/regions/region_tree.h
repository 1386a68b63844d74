// The places of the country in five levels, from province to village (统计用区划代码). The packed national list lies inside the program and is
// read in place; plans add the zones it does not have.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/region_code.h"

namespace laoyou::regions {

/// A place as it is shown.
struct Region {
  RegionCode code;
  std::string name;
  bool added = false;  ///< not in the national division: a plan's own zone
  std::string note;    ///< of an added place: what it is
};

/// An immutable tree of places; safe to read from every thread.
class RegionTree {
 public:
  /// The national list inside the program, without additions.
  static RegionTree national();
  /// The same tree with these places added; a place already there is replaced.
  RegionTree with(const std::vector<Region>& additions) const;

  /// How many places there are, the country among them.
  std::size_t size() const;
  std::optional<Region> find(RegionCode code) const;
  /// The name, or the code's digits for an unknown place.
  std::string name(RegionCode code) const;
  /// From the country down to the place itself; levels the list leaves out are passed over.
  std::vector<Region> path(RegionCode code) const;
  /// The places one step below, by code.
  std::vector<Region> children(RegionCode code) const;
  std::size_t children_count(RegionCode code) const;

  /// Places whose name contains `text` (or, for digits, whose code begins with it) within `within`; exact names first, then higher levels, then
  /// by code. At most `limit`.
  std::vector<Region> search(std::string_view text, RegionCode within, std::size_t limit) const;

 private:
  std::string_view packed_name(std::size_t index) const;
  std::vector<RegionCode> children_codes(RegionCode code) const;
  std::vector<RegionCode> codes_with_prefix(std::string_view digits, RegionCode within, std::size_t limit) const;
  std::vector<RegionCode> codes_with_name(std::string_view text, RegionCode within, std::size_t limit) const;

  struct Codes {
    const std::int64_t* first = nullptr;
    std::size_t count = 0;
    const std::int64_t* begin() const { return first; }
    const std::int64_t* end() const { return first + count; }
    std::size_t size() const { return count; }
    std::int64_t operator[](std::size_t i) const { return first[i]; }
  };
  Codes codes_;
  const std::uint32_t* name_ends_ = nullptr;
  const char* names_ = nullptr;
  std::map<std::int64_t, Region> added_;
};

/// Every place has its own level below the country; how the level is called in codes: province, city, county, street, village.
std::string_view level_name(RegionLevel level);

}  // namespace laoyou::regions
