#include "engines/dispatch/single/draft.h"

#include <algorithm>
#include <limits>

#include "base/check.h"

namespace laoyou::dispatch::single {

Draft::Draft(const Instance& instance, const Penalties& prices, const Routes& routes)
    : instance_(instance), prices_(prices), tours_(routes.size()) {
  CHECK(!routes.empty());
  for (std::size_t i = 0; i < routes.size(); ++i) {
    tours_[i].stops.assign(1, 0);
    tours_[i].stops.insert(tours_[i].stops.end(), routes[i].begin(), routes[i].end());
    tours_[i].stops.push_back(0);
    refresh(instance_, prices_, tours_[i]);
  }
}

void Draft::insert(int customer) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  Tour* best = nullptr;
  int best_after = 0;
  for (Tour& tour : tours_) {
    const int after = cheapest_place(customer, tour, least);
    if (after >= 0) best = &tour, best_after = after;
  }
  best->stops.insert(best->stops.begin() + best_after + 1, customer);
  refresh(instance_, prices_, *best);
}

/// The position to follow where the cost is below `least`, which becomes that cost; -1: nowhere.
int Draft::cheapest_place(int customer, const Tour& tour, std::int64_t& least) const {
  const Segment self = stop_segment(instance_, customer);
  const std::int64_t excess = std::max<std::int64_t>(tour.load.back() + instance_.stop(customer).demand - instance_.capacity(), 0);
  int found = -1;
  for (int position = 0; position < tour.last(); ++position) {
    const int left = tour.stop(position), right = tour.stop(position + 1);
    const std::int64_t to = instance_.travel(left, customer), from = instance_.travel(customer, right);
    const std::int64_t longer = to + from - instance_.travel(left, right) - tour.penalty;
    if (longer + prices_.of(excess, 0) >= least) continue;
    const Segment head = join(tour.until[static_cast<std::size_t>(position)], self, to);
    const Segment whole = join(head, tour.onward[static_cast<std::size_t>(position + 1)], from);
    const std::int64_t cost = longer + prices_.of(excess, whole.warp);
    if (cost < least) least = cost, found = position;
  }
  return found;
}

Routes Draft::routes() const {
  Routes routes;
  for (const Tour& tour : tours_) routes.emplace_back(tour.stops.begin() + 1, tour.stops.end() - 1);
  return routes;
}

}  // namespace laoyou::dispatch::single
