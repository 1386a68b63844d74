#include "engines/dispatch/single/crossover.h"

#include <algorithm>
#include <utility>

#include "engines/dispatch/single/draft.h"

namespace laoyou::dispatch::single {
namespace {

// On a large day most exchanges stay local: a child that is half of each parent takes long to educate and is rarely better than both. Without the
// others the population comes to resemble one plan.
constexpr std::size_t k_most_exchanged = 100;  // customers of a local exchange, about
constexpr std::size_t k_large_day = 200;       // more customers than this
constexpr std::size_t k_far_exchange_of = 4;   // one exchange in so many is of any size
constexpr std::size_t k_least_routes = 2;

/// The way from the depot to the middle of a route, times its number of stops.
struct Direction {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::size_t route = 0;

  bool below() const { return y < 0 || (y == 0 && x < 0); }
  /// Counter-clockwise order, in whole numbers: the same on every machine.
  bool operator<(const Direction& other) const {
    if (below() != other.below()) return below();
    const __int128 turn = static_cast<__int128>(x) * other.y - static_cast<__int128>(y) * other.x;
    return turn != 0 ? turn > 0 : route < other.route;
  }
};

/// Routes by the angle of their middle around the depot, so that neighbours in order are neighbours on the ground.
Routes by_angle(const Instance& instance, const Routes& routes) {
  std::vector<Direction> directions;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    Direction direction{0, 0, i};
    for (int stop : routes[i]) {
      direction.x += instance.stop(stop).x - instance.stop(0).x;
      direction.y += instance.stop(stop).y - instance.stop(0).y;
    }
    if (direction.x == 0 && direction.y == 0) direction.x = 1;  // around the depot itself: any angle, but one
    directions.push_back(direction);
  }
  std::sort(directions.begin(), directions.end());
  Routes sorted;
  for (const Direction& direction : directions) sorted.push_back(routes[direction.route]);
  return sorted;
}

/// A circular run of routes.
struct Run {
  const Routes* routes;
  std::size_t start;
  std::size_t count;

  const std::vector<int>& at(std::size_t i) const { return (*routes)[(start + i) % routes->size()]; }
  Run shifted(std::size_t by) const { return {routes, (start + by) % routes->size(), count}; }
};

std::vector<char> customers_of(const Run& run, int stops) {
  std::vector<char> marked(static_cast<std::size_t>(stops), 0);
  for (std::size_t i = 0; i < run.count; ++i)
    for (int stop : run.at(i)) marked[static_cast<std::size_t>(stop)] = 1;
  return marked;
}

std::size_t missing(const Run& a, const Run& b, int stops) {
  const auto in_b = customers_of(b, stops);
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.count; ++i)
    for (int stop : a.at(i)) count += !in_b[static_cast<std::size_t>(stop)];
  return count;
}

/// Shifts both runs, one step at a time, while fewer customers of `a` are missing in `b`.
void align(Run& a, Run& b, int stops) {
  std::size_t least = missing(a, b, stops);
  for (bool improved = true; improved;) {
    improved = false;
    const std::size_t back_a = a.routes->size() - 1, back_b = b.routes->size() - 1;
    const std::pair<Run, Run> shifts[] = {{a.shifted(1), b}, {a.shifted(back_a), b}, {a, b.shifted(1)}, {a, b.shifted(back_b)}};
    Run best_a = a, best_b = b;
    for (const auto& [next_a, next_b] : shifts) {
      const std::size_t count = missing(next_a, next_b, stops);
      if (count < least) least = count, best_a = next_a, best_b = next_b, improved = true;
    }
    a = best_a, b = best_b;
  }
}

Routes with_all(const Instance& instance, const Penalties& prices, const Routes& routes, const std::vector<int>& customers) {
  Draft draft(instance, prices, routes);
  for (int customer : customers) draft.insert(customer);
  return draft.routes();
}

Routes without(Routes routes, const std::vector<char>& left_out) {
  for (auto& route : routes) std::erase_if(route, [&](int stop) { return left_out[static_cast<std::size_t>(stop)] != 0; });
  return routes;
}

}  // namespace

Routes exchange_routes(const Instance& instance, const Solution& first, const Solution& second, const Penalties& prices,
                       SeededRandom& random) {
  const Routes routes_a = by_angle(instance, first.routes);
  const Routes routes_b = by_angle(instance, second.routes);
  const std::size_t most = std::min(routes_a.size(), routes_b.size());
  const auto customers = static_cast<std::size_t>(instance.customers());
  const bool local = customers > k_large_day && random.below(k_far_exchange_of) != 0;
  const std::size_t largest = local ? std::max(k_most_exchanged * routes_a.size() / customers, k_least_routes) : most;
  const std::size_t count = most <= 1 ? 1 : 1 + random.below(std::min(most - 1, largest));
  const std::size_t start = random.below(routes_a.size());
  Run a{&routes_a, start, count};
  Run b{&routes_b, start < routes_b.size() ? start : 0, count};
  align(a, b, instance.stops());

  const auto in_a = customers_of(a, instance.stops());
  const auto in_b = customers_of(b, instance.stops());
  std::vector<char> only_b(in_b.size(), 0);
  std::vector<int> only_a;
  for (std::size_t stop = 1; stop < in_a.size(); ++stop) {
    only_b[stop] = in_b[stop] && !in_a[stop];
    if (in_a[stop] && !in_b[stop]) only_a.push_back(static_cast<int>(stop));
  }
  for (std::size_t i = only_a.size(); i > 1; --i) std::swap(only_a[i - 1], only_a[random.below(i)]);

  Routes kept, taken;
  for (std::size_t i = a.count; i < routes_a.size(); ++i) kept.push_back(a.at(i));
  for (std::size_t i = 0; i < b.count; ++i) taken.push_back(b.at(i));
  Routes keep_first = without(taken, only_b);
  keep_first.insert(keep_first.end(), kept.begin(), kept.end());
  Routes take_all = taken;
  for (auto& route : without(kept, only_b)) take_all.push_back(std::move(route));
  const Solution one = measure(instance, with_all(instance, prices, keep_first, only_a));
  const Solution other = measure(instance, with_all(instance, prices, take_all, only_a));
  return one.cost(prices) <= other.cost(prices) ? one.routes : other.routes;
}

}  // namespace laoyou::dispatch::single
