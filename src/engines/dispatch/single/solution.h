// A complete set of routes and what it costs.
#pragma once

#include <cstdint>
#include <vector>

#include "engines/dispatch/single/instance.h"

namespace laoyou::dispatch::single {

/// Stops of each used vehicle in order, without the depot; empty routes are left out.
using Routes = std::vector<std::vector<int>>;

/// Prices of breaking a limit, in 64ths of a distance unit per unit; the search tunes them.
struct Penalties {
  std::int64_t per_load = 64;
  std::int64_t per_warp = 64;

  /// The price, rounded down, of a change in excess load and in warp.
  std::int64_t of(std::int64_t excess_load, std::int64_t warp) const { return (per_load * excess_load + per_warp * warp) >> 6; }
};

/// Routes with their exact measures.
struct Solution {
  Routes routes;
  std::int64_t distance = 0;
  std::int64_t excess_load = 0;
  std::int64_t warp = 0;
  std::vector<int> before;  ///< per stop: the stop before it in its route (0 = depot)
  std::vector<int> after;   ///< per stop: the stop after it
  std::vector<char> settled;  ///< per stop: no small change between its route and another settled one helps; empty: none is settled

  bool feasible() const { return excess_load == 0 && warp == 0; }
  std::int64_t cost(const Penalties& prices) const { return distance + prices.of(excess_load, warp); }
};

/// Measures the routes.
Solution measure(const Instance& instance, Routes routes);

/// Share of customers whose neighbours in the route differ: 0 (same routes) to 1. Symmetric up to the direction of comparing.
double difference(const Solution& one, const Solution& other);

}  // namespace laoyou::dispatch::single
