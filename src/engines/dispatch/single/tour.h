// One route under change by the local search, with everything a move needs to be priced without walking it.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/dispatch/single/instance.h"
#include "engines/dispatch/single/segment.h"
#include "engines/dispatch/single/solution.h"

namespace laoyou::dispatch::single {

/// Stops with the depot at both ends, and running sums over them.
struct Tour {
  int index = 0;
  std::vector<int> stops;             ///< depot, customers, depot
  std::vector<Segment> until;         ///< until[i]: the piece stops[0..i]
  std::vector<Segment> onward;        ///< onward[i]: the piece stops[i..end]
  std::vector<std::int64_t> load;     ///< load[i]: demand of stops[0..i]
  std::int64_t distance = 0;
  std::int64_t penalty = 0;           ///< price of its excess load and warp
  std::int64_t changed_at = 0;        ///< move number of the last change
  unsigned settled_with = 0;          ///< groups of tours among which no move helps; none once the tour has changed

  int last() const { return static_cast<int>(stops.size()) - 1; }
  bool empty() const { return stops.size() == 2; }
  int stop(int position) const { return stops[static_cast<std::size_t>(position)]; }
};

/// A run of positions of a tour, possibly reversed; a run whose `to` is before its `from` is empty.
struct Piece {
  const Tour* tour = nullptr;
  int from = 0;
  int to = -1;
  bool reversed = false;

  bool empty() const { return to < from; }
};

/// The segment of one stop alone.
inline Segment stop_segment(const Instance& instance, int stop) {
  const Stop& at = instance.stop(stop);
  return {stop, stop, at.service, 0, at.opens, at.closes};
}

/// The segment and the load of a piece that is not empty. Constant time at either end of a tour, else linear in the piece.
Segment piece_segment(const Instance& instance, const Piece& piece);
std::int64_t piece_load(const Piece& piece);

/// Recomputes the sums of a tour whose stops have changed.
void refresh(const Instance& instance, const Penalties& prices, Tour& tour);

/// Recomputes only the penalty, after the prices have changed.
void reprice(const Instance& instance, const Penalties& prices, Tour& tour);

}  // namespace laoyou::dispatch::single
