#include "engines/dispatch/single/neighbours.h"

#include <algorithm>
#include <utility>

namespace laoyou::dispatch::single {
namespace {

/// How badly `to` follows `from`, in tenths of travel: waiting weighs 0.2, warp 1.
std::int64_t unfitness(const Instance& instance, int from, int to) {
  const Stop& a = instance.stop(from);
  const Stop& b = instance.stop(to);
  const std::int64_t travel = instance.travel(from, to);
  const std::int64_t wait = std::max<std::int64_t>(b.opens - travel - a.service - a.closes, 0);
  const std::int64_t warp = std::max<std::int64_t>(a.opens + a.service + travel - b.closes, 0);
  return 10 * travel + 2 * wait + 10 * warp;
}

}  // namespace

std::vector<std::vector<int>> nearest_customers(const Instance& instance, int count) {
  std::vector<std::vector<int>> nearest(static_cast<std::size_t>(instance.stops()));
  for (int from = 1; from < instance.stops(); ++from) {
    std::vector<std::pair<std::int64_t, int>> ranked;
    for (int to = 1; to < instance.stops(); ++to)
      if (to != from) ranked.emplace_back(std::min(unfitness(instance, from, to), unfitness(instance, to, from)), to);
    const auto kept = std::min<std::size_t>(ranked.size(), static_cast<std::size_t>(count));
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
    for (std::size_t i = 0; i < kept; ++i) nearest[static_cast<std::size_t>(from)].push_back(ranked[i].second);
  }
  return nearest;
}

}  // namespace laoyou::dispatch::single
