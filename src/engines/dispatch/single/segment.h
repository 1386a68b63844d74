// The time of a piece of a route, as four numbers that can be joined in constant time.
#pragma once

#include <algorithm>
#include <cstdint>

namespace laoyou::dispatch::single {

/// A run of stops driven in order, leaving as late as harms nothing. Times are in the instance's unit.
/// Arriving after a window closes is counted as "warp": the clock is turned back to the closing at a price (Nagata, Bräysy and Dullaert 2010;
/// the joining rule is that of Vidal, Crainic, Gendreau and Prins 2013).
struct Segment {
  int first = 0;              ///< stop the piece begins with
  int last = 0;               ///< stop the piece ends with
  std::int64_t duration = 0;  ///< travel, service and waiting
  std::int64_t warp = 0;      ///< total time turned back
  std::int64_t earliest = 0;  ///< earliest start with the least duration and warp
  std::int64_t latest = 0;    ///< latest such start
};

/// The piece `before` followed by `after`, `travel` apart.
inline Segment join(const Segment& before, const Segment& after, std::int64_t travel) {
  const std::int64_t reach = before.duration - before.warp + travel;
  const std::int64_t wait = std::max<std::int64_t>(after.earliest - reach - before.latest, 0);
  const std::int64_t warp = std::max<std::int64_t>(before.earliest + reach - after.latest, 0);
  return {before.first,
          after.last,
          before.duration + after.duration + travel + wait,
          before.warp + after.warp + warp,
          std::max(after.earliest - reach, before.earliest) - wait,
          std::min(after.latest - reach, before.latest) + warp};
}

}  // namespace laoyou::dispatch::single
