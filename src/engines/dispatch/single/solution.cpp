#include "engines/dispatch/single/solution.h"

#include <algorithm>

namespace laoyou::dispatch::single {
namespace {

void measure_route(const Instance& instance, const std::vector<int>& route, Solution& solution) {
  std::int64_t time = instance.stop(0).opens;
  std::int64_t load = 0;
  int last = 0;
  const auto arrive = [&](int stop) {
    time = std::max(time + instance.stop(last).service + instance.travel(last, stop), instance.stop(stop).opens);
    solution.warp += std::max<std::int64_t>(time - instance.stop(stop).closes, 0);
    time = std::min(time, instance.stop(stop).closes);
    solution.distance += instance.travel(last, stop);
    solution.after[static_cast<std::size_t>(last)] = stop;
    solution.before[static_cast<std::size_t>(stop)] = last;
    last = stop;
  };
  for (int stop : route) {
    arrive(stop);
    load += instance.stop(stop).demand;
  }
  arrive(0);
  solution.excess_load += std::max<std::int64_t>(load - instance.capacity(), 0);
}

}  // namespace

Solution measure(const Instance& instance, Routes routes) {
  Solution solution;
  std::erase_if(routes, [](const auto& route) { return route.empty(); });
  solution.routes = std::move(routes);
  solution.before.assign(static_cast<std::size_t>(instance.stops()), 0);
  solution.after.assign(static_cast<std::size_t>(instance.stops()), 0);
  for (const auto& route : solution.routes) measure_route(instance, route, solution);
  return solution;
}

double difference(const Solution& one, const Solution& other) {
  std::size_t broken = 0;
  for (std::size_t stop = 1; stop < one.after.size(); ++stop) {
    broken += one.after[stop] != other.after[stop];
    broken += one.before[stop] == 0 && other.before[stop] != 0;
  }
  return one.after.size() <= 1 ? 0.0 : static_cast<double>(broken) / static_cast<double>(one.after.size() - 1);
}

}  // namespace laoyou::dispatch::single
