// The places of the country that addresses are read by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/region_code.h"
#include "engines/linkage/address_parser.h"

namespace laoyou::addresses {

/// Names of places with their codes. Provinces, cities and counties are known with and without 省, 市, 区 and the like; streets, towns, villages and
/// communities too, each among those of its county or town. Immutable, safe across threads.
class Gazetteer {
 public:
  using Place = linkage::AddressParser::Place;

  /// In any order; levels may be missing: streets and villages only where they are wanted.
  explicit Gazetteer(const std::vector<Place>& places);

  struct Found {
    RegionCode code;
    std::size_t letters = 0;  ///< 0: nothing
    bool is_whole = false;    ///< with 街道, 镇, 社区 and the like
  };
  /// The longest name of a street or town of that county, or of a village or community within `above`, that the text begins with.
  [[nodiscard]] Found below(RegionCode above, std::u32string_view text) const;
  /// The county of that name within a place; nothing when there are none or several.
  [[nodiscard]] std::optional<RegionCode> county(RegionCode within, std::string_view name) const;
  /// The place's own name; empty when it is not known.
  [[nodiscard]] std::string_view name(RegionCode code) const;

  [[nodiscard]] const linkage::AddressParser& heads() const { return heads_; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  struct Named {
    std::uint64_t key = 0;  // of the place above and the name; 0: free
    std::int64_t code = 0;
    bool is_whole = false, is_doubtful = false;
  };
  [[nodiscard]] std::size_t slot(std::uint64_t key) const;
  void make_room();
  void call(RegionCode above, std::u32string_view name, RegionCode code, bool is_whole);

  linkage::AddressParser heads_;
  std::unordered_map<std::int64_t, std::string> names_;
  std::vector<std::pair<std::int64_t, std::string>> counties_;
  std::vector<Named> below_;  // an open table, a power of two of slots
  std::size_t named_ = 0;
};

/// 鱼峰街道 → 鱼峰, 白云社区居委会 → 白云; the whole name where less than two characters would be left.
std::u32string_view short_name(std::u32string_view name);

}  // namespace laoyou::addresses
