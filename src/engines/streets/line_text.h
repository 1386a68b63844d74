#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/point.h"

namespace laoyou::streets {

/// Points of "LINESTRING (116.9 36.6, 116.8 36.7)", two at least; none where the text is not one.
std::optional<std::vector<Point>> read_line_text(std::string_view text);

/// Points of "POLYGON ((…))" of one ring, three at least, the last one that repeats the first left out; none where the text is not one.
std::optional<std::vector<Point>> read_polygon_text(std::string_view text);

}  // namespace laoyou::streets
