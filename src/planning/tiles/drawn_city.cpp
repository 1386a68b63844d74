#include "planning/tiles/drawn_city.h"

#include <algorithm>
#include <array>

#include "planning/tiles/vector_tile.h"

namespace laoyou::planning {
namespace {

constexpr int k_house_zoom = 14, k_area_zoom = 10, k_other_zoom = 14;

/// From which zoom on a class of streets is drawn: the greater the road, the earlier.
int zoom_of(std::string_view street_class) {
  constexpr std::pair<std::string_view, int> k_zooms[] = {{"motorway", 6},   {"trunk", 8},         {"primary", 9},         {"secondary", 11},   {"tertiary", 12},
                                                          {"residential", 13}, {"unclassified", 13}, {"living_street", 13}, {"pedestrian", 13}, {"road", 13}};
  const std::string_view plain = street_class.ends_with("_link") ? street_class.substr(0, street_class.size() - 5) : street_class;
  const auto* const known = std::find_if(std::begin(k_zooms), std::end(k_zooms), [&](const auto& each) { return each.first == plain; });
  return known == std::end(k_zooms) ? k_other_zoom : known->second;
}

/// Points less than so many units from the last one kept say nothing at this zoom.
std::vector<TileSpot> thinned(std::vector<TileSpot> spots, double least) {
  std::vector<TileSpot> kept;
  for (std::size_t at = 0; at < spots.size(); ++at) {
    const bool end = at == 0 || at + 1 == spots.size();
    if (end || std::abs(spots[at].x - kept.back().x) + std::abs(spots[at].y - kept.back().y) >= least) kept.push_back(spots[at]);
  }
  return kept;
}

}  // namespace

DrawnCity::DrawnCity(const streets::CityMap& map) : map_(map), low_{1, 1}, high_{0, 0} {
  first_spot_.push_back(0);
  const auto take = [&](const std::vector<Point>& points) {
    for (const Point& point : points) {
      const WorldSpot spot = world_spot(point);
      low_ = {std::min(low_.x, spot.x), std::min(low_.y, spot.y)};
      high_ = {std::max(high_.x, spot.x), std::max(high_.y, spot.y)};
      world_.push_back(spot);
    }
    first_spot_.push_back(static_cast<std::int32_t>(world_.size()));
  };
  for (const streets::DrawnLine& line : map.lines) take(line.points);
  for (const streets::DrawnArea& area : map.areas) take(area.ring);
  std::vector<int> zooms;
  for (const std::string& name : map.classes) zooms.push_back(zoom_of(name));
  // Houses lie under nothing and streets over all: shapes are drawn in this order.
  for (std::size_t at = 0; at < map.areas.size(); ++at)
    add(map.areas[at].ring, ~static_cast<std::int32_t>(at), map.areas[at].kind == streets::AreaKind::building ? k_house_zoom : k_area_zoom);
  for (std::size_t at = 0; at < map.lines.size(); ++at) add(map.lines[at].points, static_cast<std::int32_t>(at), zooms[map.lines[at].street_class]);
  fill_grid();
}

void DrawnCity::add(const std::vector<Point>& points, std::int32_t at, int least_zoom) {
  if (points.empty()) return;
  const auto number = static_cast<std::size_t>(at >= 0 ? at : static_cast<std::int32_t>(map_.lines.size()) + ~at);
  Shape shape{1e9F, 1e9F, -1e9F, -1e9F, at, static_cast<std::uint8_t>(least_zoom)};
  for (auto spot = first_spot_[number]; spot < first_spot_[number + 1]; ++spot) {
    const WorldSpot& world = world_[static_cast<std::size_t>(spot)];
    const auto x = static_cast<float>(world.x - low_.x), y = static_cast<float>(world.y - low_.y);
    shape.west = std::min(shape.west, x);
    shape.east = std::max(shape.east, x);
    shape.north = std::min(shape.north, y);
    shape.south = std::max(shape.south, y);
  }
  shapes_.push_back(shape);
}

void DrawnCity::fill_grid() {
  if (shapes_.empty()) return;
  constexpr double k_shapes_a_square = 40;
  columns_ = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(shapes_.size()) / k_shapes_a_square)), 1, 512);
  grid_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(columns_));
  const double width = std::max(high_.x - low_.x, 1e-12), height = std::max(high_.y - low_.y, 1e-12);
  const auto square = [this](double share) { return std::clamp(static_cast<int>(share * columns_), 0, columns_ - 1); };
  for (std::size_t at = 0; at < shapes_.size(); ++at) {
    const Shape& shape = shapes_[at];
    for (int row = square(shape.north / height); row <= square(shape.south / height); ++row)
      for (int column = square(shape.west / width); column <= square(shape.east / width); ++column)
        grid_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)].push_back(static_cast<std::int32_t>(at));
  }
}

std::vector<TileSpot> DrawnCity::spots(std::int32_t at, const Tile& tile) const {
  const auto number = static_cast<std::size_t>(at >= 0 ? at : static_cast<std::int32_t>(map_.lines.size()) + ~at);
  std::vector<TileSpot> spots;
  for (auto spot = first_spot_[number]; spot < first_spot_[number + 1]; ++spot) spots.push_back(tile.place(world_[static_cast<std::size_t>(spot)]));
  return spots;
}

std::string DrawnCity::tile(const Tile& tile) const {
  if (shapes_.empty()) return {};
  const double side = std::ldexp(1.0, -tile.zoom), margin = side * k_buffer / k_extent;
  const double west = tile.x * side - low_.x - margin, north = tile.y * side - low_.y - margin, east = (tile.x + 1) * side - low_.x + margin, south = (tile.y + 1) * side - low_.y + margin;
  const double width = std::max(high_.x - low_.x, 1e-12), height = std::max(high_.y - low_.y, 1e-12);
  if (east < 0 || south < 0 || west > width || north > height) return {};
  const auto square = [this](double share) { return std::clamp(static_cast<int>(share * columns_), 0, columns_ - 1); };
  std::vector<std::int32_t> found;
  for (int row = square(north / height); row <= square(south / height); ++row)
    for (int column = square(west / width); column <= square(east / width); ++column)
      for (const std::int32_t at : grid_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)]) {
        const Shape& shape = shapes_[static_cast<std::size_t>(at)];
        if (tile.zoom >= shape.least_zoom && shape.west <= east && shape.east >= west && shape.north <= south && shape.south >= north) found.push_back(at);
      }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::array<TileLayer, 3> areas{TileLayer("water"), TileLayer("green"), TileLayer("buildings")};
  TileLayer lines("streets");
  const double least = tile.zoom >= k_house_zoom ? 2 : 12;
  for (const std::int32_t at : found) {
    const std::int32_t shape = shapes_[static_cast<std::size_t>(at)].at;
    if (shape < 0) {
      areas[static_cast<std::size_t>(map_.areas[static_cast<std::size_t>(~shape)].kind)].polygon(thinned(spots(shape, tile), least));
    } else {
      lines.attribute("class", map_.classes[map_.lines[static_cast<std::size_t>(shape)].street_class]);
      lines.line(thinned(spots(shape, tile), least));
    }
  }
  return areas[0].bytes() + areas[1].bytes() + areas[2].bytes() + lines.bytes();
}

}  // namespace laoyou::planning
