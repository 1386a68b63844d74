// Writes Mapbox Vector Tiles, version 2.1: layers of features with attributes, geometry in whole units of the tile, protobuf without a library.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "planning/tiles/tile.h"

namespace laoyou::planning {

using Attribute = std::variant<std::string, std::int64_t, double>;

/// One layer of a tile; features are added and bytes() read at the end.
class TileLayer {
 public:
  explicit TileLayer(std::string name) : name_(std::move(name)) {}

  void attribute(std::string_view key, const Attribute& value);  ///< of the feature added next
  void point(TileSpot spot);
  /// Cut at the tile's edge; nothing where all of it lies outside or in one unit.
  void line(const std::vector<TileSpot>& line);
  /// One closed ring without its last point, cut at the edge.
  void polygon(const std::vector<TileSpot>& ring);

  bool empty() const { return features_.empty(); }
  /// The layer as a field of a tile; empty when it has no feature.
  std::string bytes() const;

 private:
  void feature(int kind, const std::string& geometry);

  std::string name_, features_;
  std::string tags_;
  std::map<std::string, std::uint32_t, std::less<>> keys_;
  std::map<Attribute, std::uint32_t> values_;
  std::vector<std::string> key_list_;
  std::vector<Attribute> value_list_;
};

/// The parts of a line within the tile and its buffer (Liang and Barsky 1984).
std::vector<std::vector<TileSpot>> cut_line(const std::vector<TileSpot>& line);
/// The part of a ring within the tile and its buffer (Sutherland and Hodgman 1974).
std::vector<TileSpot> cut_ring(std::vector<TileSpot> ring);

}  // namespace laoyou::planning
