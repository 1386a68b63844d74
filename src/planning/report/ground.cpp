#include "planning/report/ground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace laoyou::planning {
namespace {

using print::DrawnPath;
using print::Spot;

constexpr int k_ranks = 4;
/// How important a street of a class of OpenStreetMap's `highway` is, as the pages' map has it.
int rank_of(std::string_view name) {
  const auto begins = [&](std::initializer_list<std::string_view> all) { return std::any_of(all.begin(), all.end(), [&](std::string_view each) { return name.starts_with(each); }); };
  if (begins({"motorway", "trunk", "primary"})) return 3;
  if (begins({"secondary", "tertiary"})) return 2;
  if (begins({"footway", "path", "steps", "pedestrian", "cycleway", "track", "corridor", "bridleway"})) return 0;
  return 1;
}

// Metres to a point of paper up to which streets of a rank are drawn, and houses; and how wide and dark a rank's streets are.
constexpr std::array<double, k_ranks> k_coarsest{4, 25, 90, INFINITY}, k_widths_pt{0.3, 0.5, 0.9, 1.5};
constexpr std::array<std::uint32_t, k_ranks> k_inks{0xC9CFCC, 0xC2CAC6, 0xB3BDB8, 0xBFB295};
constexpr double k_coarsest_houses = 8, k_least_pt = 0.35;

/// On the paper, without points too near to their last one to be seen; nothing where no point lies in the window.
std::vector<Spot> on_paper(const std::vector<Point>& points, const MapFrame& frame) {
  std::vector<Spot> spots;
  bool seen = false;
  for (std::size_t at = 0; at < points.size(); ++at) {
    const Spot spot = frame.spot(points[at]);
    seen = seen || frame.shows(spot);
    const bool end = at == 0 || at + 1 == points.size();
    if (end || std::abs(spot.x - spots.back().x) + std::abs(spot.y - spots.back().y) >= k_least_pt) spots.push_back(spot);
  }
  if (!seen) spots.clear();
  return spots;
}

void draw_areas(const streets::CityMap& map, streets::AreaKind kind, std::uint32_t ink, const MapFrame& frame, print::Drawing& drawing) {
  for (const streets::DrawnArea& area : map.areas) {
    if (area.kind != kind) continue;
    DrawnPath path;
    path.rings = {on_paper(area.ring, frame)};
    path.closed = true;
    path.fill = print::ink(ink);
    if (path.rings.front().size() > 2) drawing.shapes.push_back(std::move(path));
  }
}

}  // namespace

void draw_ground(const streets::CityMap& map, const MapFrame& frame, print::Drawing& drawing) {
  const print::Window& window = frame.window();
  DrawnPath land = print::rectangle(window.x, window.y, window.width, window.height);
  land.fill = print::ink(0xF7F8F6);
  drawing.shapes.push_back(land);
  draw_areas(map, streets::AreaKind::green, 0xE2ECDF, frame, drawing);
  draw_areas(map, streets::AreaKind::water, 0xD3E2EA, frame, drawing);
  if (frame.metres_per_pt() <= k_coarsest_houses) draw_areas(map, streets::AreaKind::building, 0xE9E8E4, frame, drawing);
  std::array<DrawnPath, k_ranks> streets;
  std::vector<std::size_t> ranks;
  for (const std::string& name : map.classes) ranks.push_back(static_cast<std::size_t>(rank_of(name)));
  for (const streets::DrawnLine& line : map.lines) {
    const std::size_t rank = ranks[line.street_class];
    if (frame.metres_per_pt() > k_coarsest[rank]) continue;
    if (std::vector<Spot> spots = on_paper(line.points, frame); spots.size() > 1) streets[rank].rings.push_back(std::move(spots));
  }
  for (std::size_t rank = 0; rank < k_ranks; ++rank) {
    streets[rank].line = print::ink(k_inks[rank]);
    streets[rank].line_pt = k_widths_pt[rank];
    if (!streets[rank].rings.empty()) drawing.shapes.push_back(std::move(streets[rank]));
  }
}

}  // namespace laoyou::planning
