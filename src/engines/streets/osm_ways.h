#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engines/streets/osm_import.h"

namespace osmium {
class Way;
class TagList;
}  // namespace osmium

namespace laoyou::streets {

/// How a way of OpenStreetMap is travelled.
struct WayRule {
  double speed_m_s = 0;  ///< 0: not at all
  bool forward = true;
  bool backward = true;
};

/// Reads the tags of ways for one profile.
class WayRules {
 public:
  explicit WayRules(const TravelProfile& profile) : profile_(profile) {}
  [[nodiscard]] WayRule rule_of(const osmium::TagList& tags) const;

 private:
  [[nodiscard]] bool closed(const osmium::TagList& tags) const;
  void set_directions(const osmium::TagList& tags, WayRule& rule) const;

  const TravelProfile& profile_;
};

/// Where a deleted node is.
inline constexpr std::int32_t k_no_place = std::numeric_limits<std::int32_t>::max();

/// The travelled ways and the nodes of an extract, as they were read; of a node all its versions.
struct OsmWays {
  std::vector<WayRule> rules;
  std::vector<std::int64_t> first_ref = {0};  ///< refs of way w stand at [first_ref[w], first_ref[w + 1])
  std::vector<std::int64_t> refs;             ///< node ids
  std::vector<std::int64_t> node_ids;
  std::vector<std::int32_t> node_x, node_y;   ///< degrees × 10⁷; k_no_place of a node that was deleted
  std::vector<std::uint32_t> node_versions;   ///< 0 where the file does not say
  ImportCounts counts;
};

/// Cuts the ways at junctions.
StreetNetwork cut_into_streets(OsmWays& ways);

}  // namespace laoyou::streets
