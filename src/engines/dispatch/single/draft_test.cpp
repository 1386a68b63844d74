#include "engines/dispatch/single/draft.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace laoyou::dispatch::single {
namespace {

constexpr int k_customers = 20;

Instance a_day(SeededRandom& random) {
  const auto drawn = [&](std::uint64_t below) { return static_cast<std::int64_t>(random.below(below)); };
  std::vector<Stop> stops{{500, 500, 0, 0, 6'000, 0}};
  for (int i = 0; i < k_customers; ++i) {
    const std::int64_t opens = drawn(4000);
    stops.push_back({drawn(1000), drawn(1000), 1 + drawn(9), opens, opens + drawn(1500), 90});
  }
  std::vector<std::int32_t> travel;
  for (const Stop& a : stops)
    for (const Stop& b : stops) travel.push_back(static_cast<std::int32_t>(std::hypot(a.x - b.x, a.y - b.y)));
  return Instance(std::move(stops), std::move(travel), 10, 30);
}

std::int64_t least_by_trying_all(const Instance& instance, const Penalties& prices, const Routes& routes, int customer) {
  std::int64_t least = -1;
  for (std::size_t r = 0; r < routes.size(); ++r) {
    for (std::size_t p = 0; p <= routes[r].size(); ++p) {
      Routes tried = routes;
      tried[r].insert(tried[r].begin() + static_cast<std::ptrdiff_t>(p), customer);
      const std::int64_t cost = measure(instance, tried).cost(prices);
      if (least < 0 || cost < least) least = cost;
    }
  }
  return least;
}

TEST(Draft, PutsEachCustomerWhereDistanceAndPenaltiesRiseLeast) {
  SeededRandom random(5);
  const Penalties prices{64 * 30, 64 * 2};  // whole units: the price of a sum is the sum of the prices
  for (int day = 0; day < 20; ++day) {
    const Instance instance = a_day(random);
    Routes routes(4);
    Draft draft(instance, prices, routes);
    for (int customer = 1; customer <= k_customers; ++customer) {
      const std::int64_t least = least_by_trying_all(instance, prices, routes, customer);
      draft.insert(customer);
      routes = draft.routes();
      ASSERT_EQ(measure(instance, routes).cost(prices), least) << "day " << day << ", customer " << customer;
    }
  }
}

}  // namespace
}  // namespace laoyou::dispatch::single
