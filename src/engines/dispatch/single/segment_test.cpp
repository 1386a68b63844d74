#include "engines/dispatch/single/segment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engines/dispatch/single/solution.h"
#include "engines/dispatch/single/tour.h"

namespace laoyou::dispatch::single {
namespace {

Instance random_line(int stops) {
  std::vector<Stop> list;
  for (int i = 0; i < stops; ++i) {
    const std::int64_t opens = *rc::gen::inRange<std::int64_t>(0, 300);
    list.push_back({0, 0, *rc::gen::inRange<std::int64_t>(0, 5), opens, opens + *rc::gen::inRange<std::int64_t>(0, 80), *rc::gen::inRange<std::int64_t>(0, 20)});
  }
  list[0] = {0, 0, 0, 0, 500, 0};
  std::vector<std::int32_t> travel;
  for (int i = 0; i < stops * stops; ++i) travel.push_back(*rc::gen::inRange(0, 60));
  return Instance(std::move(list), std::move(travel), 2, 12);
}

RC_GTEST_PROP(Segment, JoinedPiecesHaveTheWarpOfTheWalkedRoute, ()) {
  const int stops = *rc::gen::inRange(2, 9);
  const Instance instance = random_line(stops);
  std::vector<int> route;
  for (int i = 1; i < stops; ++i) route.push_back(i);
  const Solution walked = measure(instance, {route});
  Tour tour;
  tour.stops = route;
  tour.stops.insert(tour.stops.begin(), 0);
  tour.stops.push_back(0);
  refresh(instance, {}, tour);
  RC_ASSERT(tour.until.back().warp == walked.warp);
  RC_ASSERT(tour.distance == walked.distance);
  const int cut = *rc::gen::inRange(0, tour.last());
  const Segment joined = join(tour.until[static_cast<std::size_t>(cut)], tour.onward[static_cast<std::size_t>(cut) + 1],
                              instance.travel(tour.stop(cut), tour.stop(cut + 1)));
  RC_ASSERT(joined.warp == walked.warp);
  RC_ASSERT(joined.duration == tour.until.back().duration);
}

}  // namespace
}  // namespace laoyou::dispatch::single
