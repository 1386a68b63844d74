// The parts of a Chinese address as people write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/region_code.h"

namespace laoyou::addresses {

/// What a piece of an address is; from province to room in the order in which they are usually written.
enum class PartKind : std::uint8_t {
  country,
  province,
  city,
  county,       ///< 区、县、县级市
  zone,         ///< 开发区 and the like, which are no level of the division
  town,         ///< 街道、镇、乡
  community,    ///< 社区、村
  road,         ///< 路、街、巷; of a village also its 组
  road_number,  ///< 门牌号
  side_road,    ///< a second road, or a lane of the first
  side_number,
  estate,       ///< 小区 or any other named place
  inner_place,  ///< a named part of it
  building,     ///< 幢、栋、号楼、座
  unit,         ///< 单元
  floor,
  room,
  occupant,     ///< who is to be found there
  direction,    ///< 旁、对面、与…交叉口
  other,        ///< blanks, signs, what was said twice, and what is not understood
};
inline constexpr std::size_t k_part_kinds = 20;

/// "road_number"; what commands and the answers of programs call it.
std::string_view part_name(PartKind kind);

/// Bytes of the address, [begin, end).
struct Part {
  PartKind kind = PartKind::other;
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Part&) const = default;
};

/// An address and what its parts are. The parts lie end to end from the first byte to the last: nothing is lost, nothing stands elsewhere.
struct ParsedAddress {
  std::string_view text;
  std::vector<Part> parts;
  std::string county;                ///< full name of what the address names as its county, or follows from it; empty: none
  std::optional<RegionCode> region;  ///< the deepest place known without doubt

  /// The first part of that kind; empty where there is none.
  [[nodiscard]] std::string_view first(PartKind kind) const;
};

}  // namespace laoyou::addresses
