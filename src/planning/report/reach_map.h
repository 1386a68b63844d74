// A map for paper: from where places of a kind are reached, the places, and by village how many do not reach one; with legend, scale, north, day and source.
#pragma once

#include "planning/answers/reach.h"
#include "print/drawing.h"

namespace laoyou::planning {

/// What the map is drawn on.
struct MapSheet {
  double width_pt = 440, map_height_pt = 215;  ///< of the ground; legend and source stand below it
  std::string title;                           ///< above; empty: the paper around it has a caption
};

/// Villages of fewer than k_floor people not reached are left out: papers leave the house.
print::Drawing reach_map(const Situation& situation, const ReachAnswer& reach, const AreaAnswer& area, RegionCode within, const std::string& source, const MapSheet& sheet);

/// "步行15分钟够得到托育机构的范围和够不到的人"
std::string reach_map_title(const ReachAnswer& reach);

}  // namespace laoyou::planning
