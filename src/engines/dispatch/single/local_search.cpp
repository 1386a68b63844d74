#include "engines/dispatch/single/local_search.h"

#include <algorithm>
#include <numeric>

namespace laoyou::dispatch::single {

LocalSearch::LocalSearch(const Instance& instance, const std::vector<std::vector<int>>& nearest, SeededRandom& random)
    : instance_(instance), nearest_(nearest), random_(random) {
  const auto stops = static_cast<std::size_t>(instance.stops());
  const auto vehicles = static_cast<std::size_t>(instance.vehicles());
  tours_.resize(vehicles);
  tour_of_.resize(stops);
  position_of_.resize(stops);
  tested_at_.resize(stops);
  order_.resize(stops - 1);
  std::iota(order_.begin(), order_.end(), 1);
  insertions_.resize(stops * vehicles);
  pair_tested_at_.resize(vehicles * vehicles);
}

Solution LocalSearch::improve(const Routes& routes, const Penalties& prices) {
  prices_ = prices;
  load(routes);
  do {
    descend();
  } while (improve_near_tours());
  return unload();
}

void LocalSearch::load(const Routes& routes) {
  for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random_.below(i)]);
  ++clock_;
  for (std::size_t i = 0; i < tours_.size(); ++i) {
    Tour& tour = tours_[i];
    tour.index = static_cast<int>(i);
    stops_a_.assign(1, 0);
    if (i < routes.size()) stops_a_.insert(stops_a_.end(), routes[i].begin(), routes[i].end());
    stops_a_.push_back(0);
    rebuild(tour, stops_a_);
  }
  std::fill(tested_at_.begin(), tested_at_.end(), -1);
  std::fill(pair_tested_at_.begin(), pair_tested_at_.end(), -1);
}

void LocalSearch::descend() {
  bool improved = true;
  for (bool first_pass = true; improved; first_pass = false) {
    improved = false;
    for (int customer : order_) {
      const std::int64_t tested_at = tested_at_[static_cast<std::size_t>(customer)];
      tested_at_[static_cast<std::size_t>(customer)] = clock_;
      const Tour* own = place(customer).tour;
      bool moved = false;
      for (int neighbour : nearest_[static_cast<std::size_t>(customer)]) {
        const Tour& other = *place(neighbour).tour;
        if (std::max(own->changed_at, other.changed_at) <= tested_at) continue;
        if (try_pair(customer, neighbour)) {
          moved = true;
          own = place(customer).tour;
        }
      }
      if (!first_pass) moved = try_empty_tour(customer) || moved;
      improved = improved || moved || first_pass;
    }
  }
}

bool LocalSearch::try_pair(int customer, int neighbour) {
  const Place u = place(customer);
  const Place v = place(neighbour);
  if (relocate(u, 1, false, v) || relocate(u, 2, false, v) || relocate(u, 2, true, v)) return true;
  if (exchange(u, 1, v, 1) || exchange(u, 2, v, 1) || exchange(u, 2, v, 2)) return true;
  if (u.tour == v.tour ? reverse_between(u, v) : exchange_tails(u, v)) return true;
  if (v.position != 1) return false;
  return try_route_start(customer, *v.tour);
}

bool LocalSearch::try_route_start(int customer, Tour& tour) {
  const Place u = place(customer);
  const Place start{&tour, 0};
  return relocate(u, 1, false, start) || relocate(u, 2, false, start) || relocate(u, 2, true, start) ||
         (u.tour != &tour && exchange_tails(u, start));
}

bool LocalSearch::try_empty_tour(int customer) {
  for (Tour& tour : tours_)
    if (tour.empty()) return try_route_start(customer, tour);
  return false;
}

Solution LocalSearch::unload() const {
  Routes routes;
  for (const Tour& tour : tours_)
    if (!tour.empty()) routes.emplace_back(tour.stops.begin() + 1, tour.stops.end() - 1);
  return measure(instance_, std::move(routes));
}

LocalSearch::Place LocalSearch::place(int customer) {
  const auto index = static_cast<std::size_t>(customer);
  return {&tours_[static_cast<std::size_t>(tour_of_[index])], position_of_[index]};
}

std::int64_t LocalSearch::penalty(Pieces pieces) const {
  Segment sum;
  std::int64_t load = 0;
  bool first = true;
  for (const Piece& piece : pieces) {
    if (piece.empty()) continue;
    const Segment next = piece_segment(instance_, piece);
    sum = first ? next : join(sum, next, instance_.travel(sum.last, next.first));
    load += piece_load(piece);
    first = false;
  }
  return prices_.of(std::max<std::int64_t>(load - instance_.capacity(), 0), sum.warp);
}

namespace {

void collect(std::initializer_list<Piece> pieces, std::vector<int>& stops) {
  stops.clear();
  for (const Piece& piece : pieces) {
    if (piece.empty()) continue;
    const auto begin = piece.tour->stops.begin() + piece.from;
    const auto end = piece.tour->stops.begin() + piece.to + 1;
    if (piece.reversed)
      stops.insert(stops.end(), std::make_reverse_iterator(end), std::make_reverse_iterator(begin));
    else
      stops.insert(stops.end(), begin, end);
  }
}

}  // namespace

/// Makes the change when `longer` (distance) and the penalties together fall. The pieces speak of the tours before the change.
bool LocalSearch::accept(std::int64_t longer, Tour& a, Pieces new_a, Tour& b, Pieces new_b) {
  std::int64_t change = longer - a.penalty - b.penalty;
  if (change >= 0) return false;
  change += penalty(new_a);
  if (change >= 0) return false;
  change += penalty(new_b);
  if (change >= 0) return false;
  collect(new_a, stops_a_);
  collect(new_b, stops_b_);
  ++clock_;
  rebuild(a, stops_a_);
  rebuild(b, stops_b_);
  return true;
}

bool LocalSearch::accept(std::int64_t longer, Tour& a, Pieces new_a) {
  if (longer - a.penalty >= 0 || longer - a.penalty + penalty(new_a) >= 0) return false;
  collect(new_a, stops_a_);
  ++clock_;
  rebuild(a, stops_a_);
  return true;
}

void LocalSearch::rebuild(Tour& tour, std::vector<int>& stops) {
  std::swap(tour.stops, stops);
  refresh(instance_, prices_, tour);
  tour.changed_at = clock_;
  for (int position = 1; position < tour.last(); ++position) {
    const auto customer = static_cast<std::size_t>(tour.stop(position));
    tour_of_[customer] = tour.index;
    position_of_[customer] = position;
  }
}

}  // namespace laoyou::dispatch::single
