#include "engines/dispatch/problem.h"

#include <cmath>

namespace laoyou::dispatch {

Seconds travel_s(const Problem& problem, int mode, int from, int to) {
  const Mode& by = problem.modes[static_cast<std::size_t>(mode)];
  if (!by.seconds.empty())
    return by.seconds[static_cast<std::size_t>(from) * problem.places.size() + static_cast<std::size_t>(to)];
  const Place& a = problem.places[static_cast<std::size_t>(from)];
  const Place& b = problem.places[static_cast<std::size_t>(to)];
  const auto x = static_cast<double>(a.x_m - b.x_m), y = static_cast<double>(a.y_m - b.y_m);
  return static_cast<Seconds>(std::ceil(std::sqrt(x * x + y * y) * 3600.0 / static_cast<double>(by.metres_per_hour)));
}

}  // namespace laoyou::dispatch
