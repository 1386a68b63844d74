// Residents as squares of the map, never so few that one could be told (k-anonymity).
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "planning/city/registers.h"
#include "planning/tiles/tile.h"

namespace laoyou::planning {

/// Fewer people than this are never shown, and cannot be reckoned from what is shown.
inline constexpr std::int64_t k_floor = 10;

/// Ages that do not overlap: nobody is in two of them.
enum class AgeBand : std::uint8_t { under_three, from_3_to_59, from_60_to_79, from_80 };
inline constexpr std::size_t k_bands = 4;
using BandCounts = std::array<std::int64_t, k_bands>;

/// A square of the world: a Web Mercator tile of its zoom.
struct DensityCell {
  int zoom = 0;
  std::int32_t x = 0, y = 0;
  std::int64_t people = 0;
  bool bands_shown = false;
  BandCounts bands{};  ///< where shown: each 0 or at least k_floor
};

/// A tree of squares, each four of the next zoom. A square is divided only where each part holds nobody or at least k_floor people, and its ages are told only where the
/// same holds of every band in it and in its three neighbours of one parent, which tells its own. So what any zooms and layers show together are sums of groups of
/// at least k_floor, and no difference of them is smaller.
class Density {
 public:
  Density(const City& city, const std::vector<GroupCounts>& people);

  /// What a tile shows: squares `k_finer` zooms below it, or the greater ones that were not divided.
  std::vector<DensityCell> cells(const Tile& tile) const;
  /// As the layer `density` {people, under_three, from_3_to_59, from_60_to_79, from_80, from_60, cell_m}.
  std::string tile(const Tile& tile) const;
  static constexpr int k_finer = 4;

 private:
  struct Node {
    std::int64_t people = 0;
    BandCounts bands{};
    bool shown = false, bands_shown = false, divided = false;
  };
  using Level = std::map<std::pair<std::int32_t, std::int32_t>, Node>;
  void show(int zoom, std::int32_t x, std::int32_t y, Node& node);
  Node* find(int zoom, std::int32_t x, std::int32_t y);
  static constexpr int k_finest = 18;  ///< about 110 m at 40° north; never finer
  std::array<Level, k_finest + 1> levels_;
};

}  // namespace laoyou::planning
