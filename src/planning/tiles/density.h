// Residents as squares of the map, never so few that one could be told (k-anonymity).
#pragma once

#include <array>
#include <map>
#include <optional>
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

/// Which bands are counted together: bands of the same number are one block.
using BandBlocks = std::array<std::uint8_t, k_bands>;

/// A square of the world: a Web Mercator tile of its zoom.
struct DensityCell {
  int zoom = 0;
  std::int32_t x = 0, y = 0;
  std::int64_t people = 0;
  BandBlocks blocks{};  ///< what is told of ages here: all in one block, nothing
  BandCounts bands{};   ///< people of each block, by its number
};

/// What is drawn of the residents: everybody, or those of one age.
enum class DensityLayer : std::uint8_t { people, under_three, from_60, from_80 };
inline constexpr std::size_t k_density_layers = 4;

/// A tree of squares, each four of the next zoom. A square is divided only where each part holds nobody or at least k_floor people. Ages are told in blocks: the four parts of a
/// square in the same ones, none finer than the square's own, and each block holds nobody or at least k_floor in every part. So what all zooms and layers show together are
/// sums of groups of nobody or at least k_floor, and no difference of them is a smaller one.
class Density {
 public:
  Density(const City& city, const std::vector<GroupCounts>& people);

  /// What a tile shows: squares `k_finer` zooms below it, or the greater ones that were not divided.
  std::vector<DensityCell> cells(const Tile& tile) const { return cells(tile, DensityLayer::people); }
  /// The same, where a square is divided only as long as the parts tell the layer; none where not even the whole tells it.
  std::vector<DensityCell> cells(const Tile& tile, DensityLayer layer) const;
  /// True when the layer shows anything: where there are fewer than k_floor of an age, or of all others, the age is not told at all.
  bool tells(DensityLayer layer) const;
  /// Layers people, under_three, from_60, from_80 with {people, cell_m}.
  std::string tile(const Tile& tile) const;
  static constexpr int k_finer = 4;

 private:
  struct Node {
    std::int64_t people = 0;
    BandCounts bands{};
    std::uint8_t telling = 0;  ///< of the list of partitions; the last tells nothing
    bool shown = false, divided = false;
  };
  using Level = std::map<std::pair<std::int32_t, std::int32_t>, Node>;
  void show(int zoom, std::int32_t x, std::int32_t y, Node& node);
  Node* find(int zoom, std::int32_t x, std::int32_t y);
  const Node* find(int zoom, std::int32_t x, std::int32_t y) const;
  bool divided_for(int zoom, std::int32_t x, std::int32_t y, const Node& node, DensityLayer layer) const;
  static constexpr int k_finest = 18;  ///< about 110 m at 40° north; never finer
  std::array<Level, k_finest + 1> levels_;
};

/// People of the layer in a square; nothing where its blocks do not tell.
std::optional<std::int64_t> told(const DensityCell& cell, DensityLayer layer);

}  // namespace laoyou::planning
