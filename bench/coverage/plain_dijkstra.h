// The textbook search the measurements compare with: a binary heap, every junction's label cleared before each search.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

#include "engines/coverage/travel_graph.h"

namespace laoyou::bench {

/// Times from `source` to every junction within `limit_ms`, the largest number where there is none.
inline std::vector<std::int32_t> plain_dijkstra(const coverage::ArcLists& arcs, std::int32_t source, std::int32_t limit_ms) {
  using Reached = std::pair<std::int32_t, std::int32_t>;
  std::vector<std::int32_t> times(arcs.first.size() - 1, std::numeric_limits<std::int32_t>::max());
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  times[static_cast<std::size_t>(source)] = 0;
  queue.push({0, source});
  while (!queue.empty()) {
    const auto [time_ms, junction] = queue.top();
    queue.pop();
    if (time_ms > times[static_cast<std::size_t>(junction)]) continue;
    for (const coverage::Arc& arc : arcs.of(junction)) {
      const std::int64_t there = std::int64_t{time_ms} + arc.time_ms;
      if (there > limit_ms || there >= times[static_cast<std::size_t>(arc.head)]) continue;
      times[static_cast<std::size_t>(arc.head)] = static_cast<std::int32_t>(there);
      queue.push({static_cast<std::int32_t>(there), arc.head});
    }
  }
  return times;
}

}  // namespace laoyou::bench
