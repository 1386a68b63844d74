// A map's place on paper: where a point of the earth stands, and how long a metre is there.
#pragma once

#include "base/point.h"
#include "engines/streets/city_map.h"
#include "print/drawing.h"

namespace laoyou::planning {

/// Degrees east are drawn as long as they are in the middle of the map, so that a city's distances are true in all directions (to 0.3 % over 50 km from north to south).
class MapFrame {
 public:
  /// The bounds with a little ground around them, in the middle of the window.
  MapFrame(const streets::Bounds& bounds, const print::Window& window);

  print::Spot spot(Point point) const;
  bool shows(const print::Spot& spot) const;
  double metres_per_pt() const { return metres_per_pt_; }
  const print::Window& window() const { return window_; }

 private:
  print::Window window_;
  Point middle_;
  double metres_per_degree_east_ = 1, metres_per_degree_north_ = 1, metres_per_pt_ = 1;
};

/// The longest of 1, 2, 5 (with noughts) metres that is no longer than `most_pt`.
struct ScaleBar {
  double metres = 0, length_pt = 0;
  std::string words;  ///< "500 米", "2 公里"
};
ScaleBar scale_bar(const MapFrame& frame, double most_pt);

}  // namespace laoyou::planning
