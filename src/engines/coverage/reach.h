#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <vector>

#include "engines/coverage/bounded_search.h"
#include "engines/coverage/street_finder.h"
#include "engines/coverage/travel_graph.h"

namespace laoyou::coverage {

/// Which way is travelled between people and places; in streets with one-way traffic the times differ.
enum class Direction { to_places, from_places };

/// A time that stands for "not within the limit".
inline constexpr std::int32_t k_not_reached = -1;

/// The place somebody reaches first.
struct NearestPlace {
  std::int32_t place = -1;
  std::int32_t time_ms = k_not_reached;
  bool operator==(const NearestPlace&) const = default;
};

/// A pair of somebody and a place within the limit.
struct TravelPair {
  std::int32_t person = 0;
  std::int32_t place = 0;
  std::int32_t time_ms = 0;
  auto operator<=>(const TravelPair&) const = default;
};

/// How the searches are made.
struct ReachOptions {
  std::int32_t limit_ms = 15 * 60 * 1000;
  Direction direction = Direction::to_places;
  double walking_speed_m_s = 1.2;  ///< for the metres between a point and its street
  unsigned threads = 1;
  std::function<bool()> must_stop;  ///< asked now and then; true throws Stopped
};

/// Thrown when must_stop said so.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped") {}
};

/// A network made ready for questions about reach. The network must outlive it.
class ReachIndex {
 public:
  explicit ReachIndex(const streets::StreetNetwork& network) : network_(network), graph_(network) {}

  [[nodiscard]] const TravelGraph& graph() const { return graph_; }
  [[nodiscard]] const streets::StreetNetwork& network() const { return network_; }

  /// For each person the place reached first within the limit; of equally quick ones the first. One search from all places at once.
  /// A person and a place on one street are also joined directly.
  [[nodiscard]] std::vector<NearestPlace> nearest_places(std::span<const Position> people, std::span<const Position> places, const ReachOptions& options) const;

  /// Every pair within the limit, by place, then person. One bounded search a place.
  [[nodiscard]] std::vector<TravelPair> travel_pairs(std::span<const Position> people, std::span<const Position> places, const ReachOptions& options) const;

  /// Time between every junction and the nearest place within the limit, k_not_reached beyond: what a map of equal times is drawn from.
  [[nodiscard]] std::vector<std::int32_t> junction_times(std::span<const Position> places, const ReachOptions& options) const;

 private:
  const streets::StreetNetwork& network_;
  TravelGraph graph_;
};

}  // namespace laoyou::coverage
