#include "engines/dispatch/single/genetic_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

#include "base/random.h"
#include "engines/dispatch/format/solomon.h"
#include "engines/dispatch/single/lower_bound.h"

namespace laoyou::dispatch::single {
namespace {

Instance scattered(std::uint64_t seed, int customers, int vehicles) {
  SeededRandom random(seed);
  std::vector<Stop> stops{{500, 500, 0, 0, 10'000, 0}};
  for (int i = 0; i < customers; ++i) {
    const auto opens = static_cast<std::int64_t>(random.below(4000));
    stops.push_back({static_cast<std::int64_t>(random.below(1000)), static_cast<std::int64_t>(random.below(1000)), 1 + static_cast<std::int64_t>(random.below(9)), opens, opens + 1500, 90});
  }
  std::vector<std::int32_t> travel;
  for (const Stop& a : stops)
    for (const Stop& b : stops) travel.push_back(static_cast<std::int32_t>(std::hypot(a.x - b.x, a.y - b.y)));
  return Instance(std::move(stops), std::move(travel), vehicles, 40);
}

/// The least distance over all orders cut into routes at every set of places.
std::int64_t by_trying_all(const Instance& instance) {
  std::vector<int> order(static_cast<std::size_t>(instance.customers()));
  std::iota(order.begin(), order.end(), 1);
  std::int64_t best = -1;
  do {
    for (unsigned cuts = 0; cuts < 1U << (order.size() - 1); ++cuts) {
      Routes routes(1);
      for (std::size_t i = 0; i < order.size(); ++i) {
        routes.back().push_back(order[i]);
        if (i + 1 < order.size() && (cuts >> i & 1U)) routes.emplace_back();
      }
      if (static_cast<int>(routes.size()) > instance.vehicles()) continue;
      const Solution solution = measure(instance, routes);
      if (solution.feasible() && (best < 0 || solution.distance < best)) best = solution.distance;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(GeneticSearch, FindsTheOptimumOfSmallDays) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Instance instance = scattered(seed, 6, 3);
    SearchSettings settings;
    const auto found = search(instance, settings, {200, {}});
    const std::int64_t best = by_trying_all(instance);
    ASSERT_EQ(found ? found->distance : -1, best) << "seed " << seed;
    EXPECT_LE(lower_bound(instance), best < 0 ? lower_bound(instance) : best);
  }
}

TEST(GeneticSearch, ServesEveryCustomerOnceWithinAllLimits) {
  const Instance instance = scattered(7, 60, 15);
  const auto found = search(instance, {}, {150, {}});
  ASSERT_TRUE(found);
  std::vector<int> served;
  for (const auto& route : found->routes) served.insert(served.end(), route.begin(), route.end());
  std::sort(served.begin(), served.end());
  std::vector<int> all(60);
  std::iota(all.begin(), all.end(), 1);
  EXPECT_EQ(served, all);
  EXPECT_TRUE(measure(instance, found->routes).feasible());
  EXPECT_LE(lower_bound(instance), found->distance);
}

TEST(GeneticSearch, GivesTheSameRoutesForTheSameSeedAndNumberOfIterations) {
  const Instance instance = scattered(3, 50, 12);
  const auto one = search(instance, {}, {250, {}});
  const auto other = search(instance, {}, {250, {}});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->routes, other->routes);
}

TEST(Solomon, ReachesTheBestKnownDistanceOfC101) {
  std::ifstream file("../shared/data/routing/vrptw/C101.txt");
  if (!file) GTEST_SKIP() << "the public series is not here";
  const auto instance = read_solomon(file);
  ASSERT_TRUE(instance);
  const auto found = search(*instance, {}, {150, {}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->distance, 8273);
}

TEST(Solomon, NamesTheLineThatIsNotUnderstood) {
  std::istringstream text("X\n\nVEHICLE\nNUMBER CAPACITY\n 2 10\n\nCUSTOMER\n 0 1 1 0 0 100 0\n 1 2 2 1 50 20 5\n");
  const auto instance = read_solomon(text);
  ASSERT_FALSE(instance);
  EXPECT_EQ(instance.error().place, "9");
}

}  // namespace
}  // namespace laoyou::dispatch::single
