#include "engines/dispatch/single/local_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engines/dispatch/single/crossover.h"

namespace laoyou::dispatch::single {
namespace {

constexpr int k_customers = 40;
constexpr int k_vehicles = 25;
constexpr int k_neighbours = 12;

Instance a_day(std::uint64_t seed) {
  SeededRandom random(seed);
  const auto drawn = [&](std::uint64_t below) { return static_cast<std::int64_t>(random.below(below)); };
  std::vector<Stop> stops{{500, 500, 0, 0, 9'000, 0}};
  for (int i = 0; i < k_customers; ++i) {
    const std::int64_t opens = drawn(5000);
    stops.push_back({drawn(1000), drawn(1000), 1 + drawn(9), opens, opens + 300 + drawn(2000), 90});
  }
  std::vector<std::int32_t> travel;
  for (const Stop& a : stops)
    for (const Stop& b : stops) travel.push_back(static_cast<std::int32_t>(std::hypot(a.x - b.x, a.y - b.y)));
  return Instance(std::move(stops), std::move(travel), k_vehicles, 45);
}

/// Prices of whole units, so that the price of a sum is the sum of the prices.
Penalties whole(std::int64_t load, std::int64_t warp) { return {64 * load, 64 * warp}; }

Routes dealt(SeededRandom& random) {
  Routes routes(8);
  for (int customer = 1; customer <= k_customers; ++customer) routes[random.below(routes.size())].push_back(customer);
  return routes;
}

/// The customer's route and its position there.
std::pair<std::size_t, std::size_t> find(const Routes& routes, int customer) {
  for (std::size_t r = 0; r < routes.size(); ++r)
    for (std::size_t p = 0; p < routes[r].size(); ++p)
      if (routes[r][p] == customer) return {r, p};
  return {routes.size(), 0};
}

Routes moved_behind(Routes routes, int u, int v) {
  const auto [r, p] = find(routes, u);
  routes[r].erase(routes[r].begin() + static_cast<std::ptrdiff_t>(p));
  const auto [to, at] = find(routes, v);
  routes[to].insert(routes[to].begin() + static_cast<std::ptrdiff_t>(at) + 1, u);
  return routes;
}

Routes exchanged(Routes routes, int u, int v) {
  const auto [r, p] = find(routes, u);
  const auto [s, q] = find(routes, v);
  std::swap(routes[r][p], routes[s][q]);
  return routes;
}

Routes with_tails_exchanged(Routes routes, int u, int v) {
  const auto [r, p] = find(routes, u);
  const auto [s, q] = find(routes, v);
  if (r == s) return routes;
  std::vector<int> one(routes[r].begin(), routes[r].begin() + static_cast<std::ptrdiff_t>(p) + 1);
  std::vector<int> other(routes[s].begin(), routes[s].begin() + static_cast<std::ptrdiff_t>(q) + 1);
  one.insert(one.end(), routes[s].begin() + static_cast<std::ptrdiff_t>(q) + 1, routes[s].end());
  other.insert(other.end(), routes[r].begin() + static_cast<std::ptrdiff_t>(p) + 1, routes[r].end());
  routes[r] = one, routes[s] = other;
  return routes;
}

bool adjacent(const Solution& solution, int u, int v) {
  return solution.after[static_cast<std::size_t>(u)] == v || solution.after[static_cast<std::size_t>(v)] == u;
}

/// Tries each small change between near customers on whole routes, measured from the beginning.
void expect_no_better_beside(const Instance& instance, const std::vector<std::vector<int>>& nearest, const Solution& solution, const Penalties& prices) {
  const std::int64_t cost = solution.cost(prices);
  EXPECT_EQ(measure(instance, solution.routes).cost(prices), cost);
  for (int u = 1; u <= k_customers; ++u) {
    for (int v : nearest[static_cast<std::size_t>(u)]) {
      EXPECT_GE(measure(instance, moved_behind(solution.routes, u, v)).cost(prices), cost) << u << " behind " << v;
      // An exchange is asked for by the customer of the smaller number; of neighbours in a route it is a move of one behind the other.
      if (u < v && !adjacent(solution, u, v)) {
        EXPECT_GE(measure(instance, exchanged(solution.routes, u, v)).cost(prices), cost) << u << " for " << v;
      }
      EXPECT_GE(measure(instance, with_tails_exchanged(solution.routes, u, v)).cost(prices), cost) << "tails of " << u << " and " << v;
    }
  }
}

TEST(LocalSearch, AfterDescentNoSmallChangeBetweenNearCustomersHelps) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Instance instance = a_day(seed);
    const auto nearest = nearest_customers(instance, k_neighbours);
    SeededRandom random(seed);
    LocalSearch search(instance, nearest, random);
    expect_no_better_beside(instance, nearest, search.improve(dealt(random), whole(20, 1)), whole(20, 1));
  }
}

TEST(LocalSearch, AChildOfSettledParentsIsSettledToo) {
  int children_with_routes_of_a_parent = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Instance instance = a_day(seed);
    const auto nearest = nearest_customers(instance, k_neighbours);
    SeededRandom random(seed);
    LocalSearch search(instance, nearest, random);
    const Penalties prices = whole(20, 1);
    const Solution first = search.improve(dealt(random), prices);
    const Solution second = search.improve(dealt(random), prices);
    const Routes child = exchange_routes(instance, first, second, prices, random);
    children_with_routes_of_a_parent += std::any_of(child.begin(), child.end(), [&](const auto& route) {
      return std::find(first.routes.begin(), first.routes.end(), route) != first.routes.end();
    });
    expect_no_better_beside(instance, nearest, search.improve(child, prices, {&first, &second}), prices);
  }
  EXPECT_GT(children_with_routes_of_a_parent, 10);
}

TEST(LocalSearch, ARepairedSolutionIsSettledAtTheDearerPrices) {
  int repaired = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Instance instance = a_day(seed);
    const auto nearest = nearest_customers(instance, k_neighbours);
    SeededRandom random(seed);
    LocalSearch search(instance, nearest, random);
    if (search.improve(dealt(random), whole(1, 1)).feasible()) continue;
    ++repaired;
    expect_no_better_beside(instance, nearest, search.repair(whole(100, 10)), whole(100, 10));
  }
  EXPECT_GT(repaired, 5);
}

TEST(LocalSearch, RoutesThatARepairChangedAreNotSettledAtTheOldPrices) {
  int changed = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Instance instance = a_day(seed);
    const auto nearest = nearest_customers(instance, k_neighbours);
    SeededRandom random(seed);
    LocalSearch search(instance, nearest, random);
    const Solution before = search.improve(dealt(random), whole(1, 1));
    const Solution after = search.repair(whole(100, 10));
    for (const auto& route : after.routes) {
      const bool kept = std::find(before.routes.begin(), before.routes.end(), route) != before.routes.end();
      if (!kept) {
        EXPECT_FALSE(after.settled[static_cast<std::size_t>(route.front())]);
      }
      changed += !kept;
    }
  }
  EXPECT_GT(changed, 5);
}

}  // namespace
}  // namespace laoyou::dispatch::single
