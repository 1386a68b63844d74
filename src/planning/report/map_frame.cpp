#include "planning/report/map_frame.h"

#include <algorithm>
#include <cmath>

namespace laoyou::planning {

MapFrame::MapFrame(const streets::Bounds& bounds, const print::Window& window) : window_(window), middle_{(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2} {
  constexpr double k_small = 0.005, k_ground = 1.08, k_least_m = 500;
  metres_per_degree_east_ = distance_m({middle_.longitude - k_small, middle_.latitude}, {middle_.longitude + k_small, middle_.latitude}) / (2 * k_small);
  metres_per_degree_north_ = distance_m({middle_.longitude, middle_.latitude - k_small}, {middle_.longitude, middle_.latitude + k_small}) / (2 * k_small);
  const double width_m = std::max((bounds.east - bounds.west) * metres_per_degree_east_, k_least_m), height_m = std::max((bounds.north - bounds.south) * metres_per_degree_north_, k_least_m);
  metres_per_pt_ = k_ground * std::max(width_m / window.width, height_m / window.height);
}

print::Spot MapFrame::spot(Point point) const {
  return {window_.x + window_.width / 2 + (point.longitude - middle_.longitude) * metres_per_degree_east_ / metres_per_pt_,
          window_.y + window_.height / 2 - (point.latitude - middle_.latitude) * metres_per_degree_north_ / metres_per_pt_};
}

bool MapFrame::shows(const print::Spot& spot) const {
  return spot.x >= window_.x && spot.x <= window_.x + window_.width && spot.y >= window_.y && spot.y <= window_.y + window_.height;
}

ScaleBar scale_bar(const MapFrame& frame, double most_pt) {
  constexpr double k_kilometre = 1000;
  const double most_m = most_pt * frame.metres_per_pt(), ten = std::pow(10, std::floor(std::log10(most_m)));
  double metres = ten;
  for (const double step : {2.0, 5.0})
    if (step * ten <= most_m) metres = step * ten;
  const auto whole = static_cast<long>(std::lround(metres >= k_kilometre ? metres / k_kilometre : metres));
  return {metres, metres / frame.metres_per_pt(), std::to_string(whole) + (metres >= k_kilometre ? " 公里" : " 米")};
}

}  // namespace laoyou::planning
