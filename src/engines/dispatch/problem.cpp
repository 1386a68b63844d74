#include "engines/dispatch/problem.h"

#include <algorithm>
#include <cmath>

namespace laoyou::dispatch {

Seconds travel_s(const Problem& problem, int mode, int from, int to) {
  const Mode& by = problem.modes[static_cast<std::size_t>(mode)];
  if (!by.seconds.empty())
    return by.seconds[static_cast<std::size_t>(from) * problem.places.size() + static_cast<std::size_t>(to)];
  const Place& a = problem.places[static_cast<std::size_t>(from)];
  const Place& b = problem.places[static_cast<std::size_t>(to)];
  const auto x = static_cast<double>(a.x_m - b.x_m), y = static_cast<double>(a.y_m - b.y_m);
  const double seconds = std::ceil(std::sqrt(x * x + y * y) * 3600.0 / static_cast<double>(by.metres_per_hour));
  return static_cast<Seconds>(std::min(seconds, static_cast<double>(k_unreachable_s)));
}

std::size_t begun_stops(const Problem& problem, const Shift& shift) {
  for (std::size_t count = shift.locked.size(); count > 0; --count) {
    const int stop = shift.locked[count - 1];
    const bool known = stop >= 0 && static_cast<std::size_t>(stop) < problem.visits.size();
    const bool begun = stop == k_break ? shift.rest && shift.rest->begun_s : known && problem.visits[static_cast<std::size_t>(stop)].pinned_start_s;
    if (begun) return count;
  }
  return 0;
}

}  // namespace laoyou::dispatch
