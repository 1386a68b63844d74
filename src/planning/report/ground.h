// The quiet ground of a map for paper: water, green, houses and streets, as many as its scale has room for.
#pragma once

#include "engines/streets/city_map.h"
#include "planning/report/map_frame.h"

namespace laoyou::planning {

void draw_ground(const streets::CityMap& map, const MapFrame& frame, print::Drawing& drawing);

}  // namespace laoyou::planning
