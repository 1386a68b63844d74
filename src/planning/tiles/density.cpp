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

/// From the finest to the one that tells nothing; bands are under_three, from_3_to_59, from_60_to_79, from_80.
constexpr std::array<BandBlocks, 8> k_partitions{{{0, 1, 2, 3}, {0, 1, 2, 2}, {0, 0, 1, 2}, {0, 0, 1, 1}, {0, 1, 1, 2}, {0, 0, 0, 1}, {0, 1, 1, 1}, {0, 0, 0, 0}}};
constexpr std::size_t k_tells_nothing = k_partitions.size() - 1;

/// True when what is together in `finer` is together in `coarser`.
bool nested(const BandBlocks& finer, const BandBlocks& coarser) {
  for (std::size_t a = 0; a < k_bands; ++a)
    for (std::size_t b = 0; b < a; ++b)
      if (finer[a] == finer[b] && coarser[a] != coarser[b]) return false;
  return true;
}

BandCounts by_block(const BandCounts& bands, const BandBlocks& blocks) {
  BandCounts sums{};
  for (std::size_t band = 0; band < k_bands; ++band) sums[blocks[band]] += bands[band];
  return sums;
}

bool tellable(const BandCounts& bands, const BandBlocks& blocks) {
  const BandCounts sums = by_block(bands, blocks);
  return std::all_of(sums.begin(), sums.end(), [](std::int64_t people) { return tellable(people); });
}

constexpr std::array<bool, k_bands> bands_in(DensityLayer layer) {
  switch (layer) {
    case DensityLayer::under_three: return {true, false, false, false};
    case DensityLayer::from_60: return {false, false, true, true};
    case DensityLayer::from_80: return {false, false, false, true};
    case DensityLayer::people: break;
  }
  return {true, true, true, true};
}

/// The layer is a union of the blocks.
bool tells(const BandBlocks& blocks, DensityLayer layer) {
  const auto in = bands_in(layer);
  for (std::size_t a = 0; a < k_bands; ++a)
    for (std::size_t b = 0; b < a; ++b)
      if (blocks[a] == blocks[b] && in[a] != in[b]) return false;
  return true;
}

}  // namespace

std::optional<std::int64_t> told(const DensityCell& cell, DensityLayer layer) {
  if (layer == DensityLayer::people) return cell.people;
  if (!tells(cell.blocks, layer)) return std::nullopt;
  const auto in = bands_in(layer);
  std::array<bool, k_bands> block{};
  for (std::size_t band = 0; band < k_bands; ++band) block[cell.blocks[band]] |= in[band];
  std::int64_t people = 0;
  for (std::size_t each = 0; each < k_bands; ++each) people += block[each] ? cell.bands[each] : 0;
  return people;
}

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
    while (!tellable(root.bands, k_partitions[root.telling])) ++root.telling;
    show(0, place.first, place.second, root);
  }
}

Density::Node* Density::find(int zoom, std::int32_t x, std::int32_t y) {
  Level& level = levels_[static_cast<std::size_t>(zoom)];
  const auto found = level.find({x, y});
  return found == level.end() ? nullptr : &found->second;
}

const Density::Node* Density::find(int zoom, std::int32_t x, std::int32_t y) const {
  const Level& level = levels_[static_cast<std::size_t>(zoom)];
  const auto found = level.find({x, y});
  return found == level.end() ? nullptr : &found->second;
}

void Density::show(int zoom, std::int32_t x, std::int32_t y, Node& node) {
  node.shown = true;
  if (zoom == k_finest) return;
  std::array<Node*, 4> parts{};
  for (int part = 0; part < 4; ++part) parts[static_cast<std::size_t>(part)] = find(zoom + 1, 2 * x + part % 2, 2 * y + part / 2);
  const auto all_parts = [&](const auto& holds) { return std::all_of(parts.begin(), parts.end(), [&](const Node* part) { return part == nullptr || holds(*part); }); };
  if (!all_parts([](const Node& part) { return tellable(part.people); })) return;
  std::size_t telling = node.telling;
  const auto fits = [&](const BandBlocks& blocks) {
    return nested(k_partitions[node.telling], blocks) && all_parts([&](const Node& part) { return tellable(part.bands, blocks); });
  };
  while (telling < k_tells_nothing && !fits(k_partitions[telling])) ++telling;
  node.divided = true;
  for (int part = 0; part < 4; ++part) {
    Node* const found = parts[static_cast<std::size_t>(part)];
    if (found == nullptr) continue;
    found->telling = static_cast<std::uint8_t>(telling);
    show(zoom + 1, 2 * x + part % 2, 2 * y + part / 2, *found);
  }
}

bool Density::divided_for(int zoom, std::int32_t x, std::int32_t y, const Node& node, DensityLayer layer) const {
  if (!node.divided) return false;
  for (int part = 0; part < 4; ++part)
    if (const Node* const found = find(zoom + 1, 2 * x + part % 2, 2 * y + part / 2)) return planning::tells(k_partitions[found->telling], layer);
  return false;
}

bool Density::tells(DensityLayer layer) const {
  return std::any_of(levels_[0].begin(), levels_[0].end(), [&](const auto& root) { return root.second.shown && planning::tells(k_partitions[root.second.telling], layer); });
}

std::vector<DensityCell> Density::cells(const Tile& tile, DensityLayer layer) const {
  const int finest = std::min(tile.zoom + k_finer, k_finest);
  std::vector<DensityCell> cells;
  if (!tells(layer)) return cells;
  const auto take = [&](int zoom, std::int32_t x, std::int32_t y, const Node& node) {
    const BandBlocks& blocks = k_partitions[node.telling];
    cells.push_back({zoom, x, y, node.people, blocks, by_block(node.bands, blocks)});
  };
  // A square that was not divided above this tile is shown by every tile it touches.
  for (int zoom = 0; zoom <= std::min(tile.zoom, k_finest); ++zoom) {
    const int up = tile.zoom - zoom;
    const Node* const node = find(zoom, tile.x >> up, tile.y >> up);
    if (node == nullptr || !node->shown) return cells;
    if (zoom == finest || !divided_for(zoom, tile.x >> up, tile.y >> up, *node, layer)) {
      take(zoom, tile.x >> up, tile.y >> up, *node);
      return cells;
    }
  }
  const auto walk = [&](const auto& again, int zoom, std::int32_t x, std::int32_t y) -> void {
    const Node* const node = find(zoom, x, y);
    if (node == nullptr || !node->shown) return;
    if (zoom == finest || !divided_for(zoom, x, y, *node, layer)) return take(zoom, x, y, *node);
    for (int part = 0; part < 4; ++part) again(again, zoom + 1, 2 * x + part % 2, 2 * y + part / 2);
  };
  walk(walk, tile.zoom, tile.x, tile.y);
  return cells;
}

std::string Density::tile(const Tile& tile) const {
  constexpr double k_equator_m = 40'075'016.7;
  constexpr std::array<const char*, k_density_layers> k_names{"people", "under_three", "from_60", "from_80"};
  std::string bytes;
  for (std::size_t at = 0; at < k_density_layers; ++at) {
    TileLayer drawn(k_names[at]);
    for (const DensityCell& cell : cells(tile, static_cast<DensityLayer>(at))) {
      const double side = std::ldexp(1.0, -cell.zoom);
      const WorldSpot corner{cell.x * side, cell.y * side};
      drawn.attribute("people", *told(cell, static_cast<DensityLayer>(at)));
      drawn.attribute("cell_m", std::int64_t{std::lround(side * k_equator_m * std::cos(point_of(corner).latitude * std::numbers::pi / 180))});
      const TileSpot low = tile.place(corner), high = tile.place({corner.x + side, corner.y + side});
      drawn.polygon({low, {high.x, low.y}, high, {low.x, high.y}});
    }
    bytes += drawn.bytes();
  }
  return bytes;
}

}  // namespace laoyou::planning
