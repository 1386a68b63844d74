#include "planning/tiles/density.h"

#include <algorithm>
#include <set>

#include "planning/tiles/vector_tile.h"

namespace laoyou::planning {
namespace {

bool tellable(std::int64_t people) { return people == 0 || people >= k_floor; }

BandCounts bands_of(const GroupCounts& groups) {
  const auto group = [&](PeopleGroup which) { return groups[static_cast<std::size_t>(which)]; };
  return {group(PeopleGroup::under_three), group(PeopleGroup::everybody) - group(PeopleGroup::under_three) - group(PeopleGroup::from_60),
          group(PeopleGroup::from_60) - group(PeopleGroup::from_80), group(PeopleGroup::from_80)};
}

}  // namespace

Density::Density(const City& city, const std::vector<GroupCounts>& people) {
  for (std::size_t at = 0; at < people.size(); ++at) {
    const std::int64_t here = people[at][static_cast<std::size_t>(PeopleGroup::everybody)];
    if (here == 0) continue;
    const WorldSpot spot = world_spot(city.addresses()[at].point);
    const BandCounts bands = bands_of(people[at]);
    for (int zoom = 0; zoom <= k_finest; ++zoom) {
      const double tiles = std::ldexp(1.0, zoom);
      Node& node = levels_[static_cast<std::size_t>(zoom)][{static_cast<std::int32_t>(spot.x * tiles), static_cast<std::int32_t>(spot.y * tiles)}];
      node.people += here;
      for (std::size_t band = 0; band < k_bands; ++band) node.bands[band] += bands[band];
    }
  }
  for (auto& [place, root] : levels_[0]) {
    if (root.people < k_floor) continue;
    root.bands_shown = std::all_of(root.bands.begin(), root.bands.end(), tellable);
    show(0, place.first, place.second, root);
  }
}

Density::Node* Density::find(int zoom, std::int32_t x, std::int32_t y) {
  Level& level = levels_[static_cast<std::size_t>(zoom)];
  const auto found = level.find({x, y});
  return found == level.end() ? nullptr : &found->second;
}

void Density::show(int zoom, std::int32_t x, std::int32_t y, Node& node) {
  node.shown = true;
  if (zoom == k_finest) return;
  std::array<Node*, 4> parts{};
  bool people = true, bands = node.bands_shown;
  for (int part = 0; part < 4; ++part) {
    parts[static_cast<std::size_t>(part)] = find(zoom + 1, 2 * x + part % 2, 2 * y + part / 2);
    const Node* const found = parts[static_cast<std::size_t>(part)];
    if (found == nullptr) continue;
    people = people && tellable(found->people);
    bands = bands && std::all_of(found->bands.begin(), found->bands.end(), tellable);
  }
  if (!people) return;
  node.divided = true;
  for (int part = 0; part < 4; ++part) {
    Node* const found = parts[static_cast<std::size_t>(part)];
    if (found == nullptr) continue;
    found->bands_shown = bands;
    show(zoom + 1, 2 * x + part % 2, 2 * y + part / 2, *found);
  }
}

std::vector<DensityCell> Density::cells(const Tile& tile) const {
  const int finest = std::min(tile.zoom + k_finer, k_finest);
  std::vector<DensityCell> cells;
  const auto take = [&](int zoom, std::int32_t x, std::int32_t y, const Node& node) {
    cells.push_back({zoom, x, y, node.people, node.bands_shown, node.bands_shown ? node.bands : BandCounts{}});
  };
  const auto node_of = [&](int zoom, std::int32_t x, std::int32_t y) -> const Node* {
    const auto& level = levels_[static_cast<std::size_t>(zoom)];
    const auto found = level.find({x, y});
    return found == level.end() ? nullptr : &found->second;
  };
  // A square that was not divided above this tile is shown by every tile it touches.
  for (int zoom = 0; zoom <= std::min(tile.zoom, k_finest); ++zoom) {
    const int up = tile.zoom - zoom;
    const Node* const node = node_of(zoom, tile.x >> up, tile.y >> up);
    if (node == nullptr || !node->shown) return cells;
    if (!node->divided || zoom == finest) {
      take(zoom, tile.x >> up, tile.y >> up, *node);
      return cells;
    }
  }
  const auto walk = [&](const auto& again, int zoom, std::int32_t x, std::int32_t y) -> void {
    const Node* const node = node_of(zoom, x, y);
    if (node == nullptr || !node->shown) return;
    if (zoom == finest || !node->divided) return take(zoom, x, y, *node);
    for (int part = 0; part < 4; ++part) again(again, zoom + 1, 2 * x + part % 2, 2 * y + part / 2);
  };
  walk(walk, tile.zoom, tile.x, tile.y);
  return cells;
}

std::string Density::tile(const Tile& tile) const {
  constexpr double k_equator_m = 40'075'016.7;
  TileLayer layer("density");
  for (const DensityCell& cell : cells(tile)) {
    const double side = std::ldexp(1.0, -cell.zoom);
    const WorldSpot corner{cell.x * side, cell.y * side};
    layer.attribute("people", cell.people);
    if (cell.bands_shown) {
      constexpr const char* k_names[] = {"under_three", "from_3_to_59", "from_60_to_79", "from_80"};
      for (std::size_t band = 0; band < k_bands; ++band) layer.attribute(k_names[band], cell.bands[band]);
      layer.attribute("from_60", cell.bands[2] + cell.bands[3]);
    }
    layer.attribute("cell_m", std::int64_t{std::lround(side * k_equator_m * std::cos(point_of(corner).latitude * std::numbers::pi / 180))});
    const TileSpot low = tile.place(corner), high = tile.place({corner.x + side, corner.y + side});
    layer.polygon({low, {high.x, low.y}, high, {low.x, high.y}});
  }
  return layer.bytes();
}

}  // namespace laoyou::planning
