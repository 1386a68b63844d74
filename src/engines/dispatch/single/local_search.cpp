#include "engines/dispatch/single/local_search.h"

#include <algorithm>
#include <numeric>

namespace laoyou::dispatch::single {
namespace {

// kinds of moves
constexpr unsigned k_relocate = 1;
constexpr unsigned k_relocate_two = 2;
constexpr unsigned k_exchange = 4;
constexpr unsigned k_exchange_more = 8;
constexpr unsigned k_tails = 16;

}  // namespace

LocalSearch::LocalSearch(const Instance& instance, const std::vector<std::vector<int>>& nearest, SeededRandom& random)
    : instance_(instance), nearest_(nearest), random_(random) {
  const auto stops = static_cast<std::size_t>(instance.stops());
  const auto vehicles = static_cast<std::size_t>(instance.vehicles());
  tours_.resize(vehicles);
  tour_of_.resize(stops);
  position_of_.resize(stops);
  legs_.resize(stops);
  tested_at_.resize(stops);
  order_.resize(stops - 1);
  std::iota(order_.begin(), order_.end(), 1);
  insertions_.resize(stops * vehicles);
  pair_tested_at_.resize(vehicles * vehicles);
}

namespace {

/// Whether the tour is a settled route of the solution.
bool settled_in(const Solution& solution, const Tour& tour) {
  if (solution.settled.empty() || tour.empty() || !solution.settled[static_cast<std::size_t>(tour.stop(1))]) return false;
  if (solution.before[static_cast<std::size_t>(tour.stop(1))] != 0) return false;
  for (int position = 1; position < tour.last(); ++position)
    if (solution.after[static_cast<std::size_t>(tour.stop(position))] != tour.stop(position + 1)) return false;
  return true;
}

}  // namespace

Solution LocalSearch::improve(const Routes& routes, const Penalties& prices, Parents parents) {
  prices_ = prices;
  load(routes);
  for (Tour& tour : tours_)
    for (unsigned i = 0; i < parents.size(); ++i)
      if (parents[i] && settled_in(*parents[i], tour)) tour.settled_with |= 1U << i;
  settle();
  settled_until_ = clock_;
  return unload();
}

Solution LocalSearch::repair(const Penalties& prices) {
  prices_ = prices;
  settled_until_ = clock_++;
  priced_at_ = clock_;
  for (Tour& tour : tours_) {
    reprice(instance_, prices_, tour);
    tour.settled_with = tour.penalty == 0 ? 1 : 0;
  }
  forget_tests();
  settle();
  return unload();
}

void LocalSearch::settle() {
  do {
    descend();
  } while (improve_near_tours());
}

void LocalSearch::load(const Routes& routes) {
  for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random_.below(i)]);
  priced_at_ = ++clock_;
  for (std::size_t i = 0; i < tours_.size(); ++i) {
    Tour& tour = tours_[i];
    tour.index = static_cast<int>(i);
    stops_a_.assign(1, 0);
    if (i < routes.size()) stops_a_.insert(stops_a_.end(), routes[i].begin(), routes[i].end());
    stops_a_.push_back(0);
    rebuild(tour, stops_a_);
  }
  forget_tests();
}

void LocalSearch::forget_tests() {
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
        if (std::max(own->changed_at, other.changed_at) <= tested_at || settled(*own, other)) continue;
        if (try_pair(customer, neighbour)) {
          moved = true;
          own = place(customer).tour;
        }
      }
      if (!first_pass && own->settled_with == 0) moved = try_empty_tour(customer) || moved;
      improved = improved || moved || first_pass;
    }
  }
}

bool LocalSearch::try_pair(int customer, int neighbour) {
  const Place u = place(customer);
  const Place v = place(neighbour);
  const bool within = u.tour == v.tour;
  const unsigned worth = shorter(customer, neighbour, u.tour->penalty + (within ? 0 : v.tour->penalty));
  if ((worth & k_relocate) && relocate(u, 1, false, v)) return true;
  if ((worth & k_relocate_two) && (relocate(u, 2, false, v) || relocate(u, 2, true, v))) return true;
  if ((worth & k_exchange) && exchange(u, 1, v, 1)) return true;
  if ((worth & k_exchange_more) && (exchange(u, 2, v, 1) || exchange(u, 2, v, 2))) return true;
  if (within ? reverse_between(u, v) : (worth & k_tails) && exchange_tails(u, v)) return true;
  if (v.position != 1) return false;
  return try_route_start(customer, *v.tour);
}

/// The kinds of moves between the two that lengthen the way by less than `slack`: hardly any, and what is left out here needs no place looked up.
unsigned LocalSearch::shorter(int u, int v, std::int64_t slack) const {
  const Legs& at_u = legs_[static_cast<std::size_t>(u)];
  const Legs& at_v = legs_[static_cast<std::size_t>(v)];
  const int x = at_u.after, y = at_v.after;
  const Legs& at_x = legs_[static_cast<std::size_t>(x)];
  const Legs& at_y = legs_[static_cast<std::size_t>(y)];
  const auto way = [this](int from, int to) { return instance_.travel(from, to); };
  const std::int64_t v_u = way(v, u), u_y = way(u, y), v_x = way(v, x), x_y = way(x, y);
  unsigned worth = 0;
  const std::int64_t out_one = way(at_u.before, x) - at_u.reach - at_u.leave - at_v.leave;
  if (out_one + v_u + u_y < slack) worth |= k_relocate;
  if (v_x + u_y - at_u.leave - at_v.leave < slack) worth |= k_tails;
  const std::int64_t u_place = way(at_u.before, v) - at_u.reach, v_place = way(at_v.before, u) - at_v.reach;
  if (u_place + v_place + v_x + u_y - at_u.leave - at_v.leave < slack) worth |= k_exchange;
  if (x == 0) return worth;
  const std::int64_t out_two = way(at_u.before, at_x.after) - at_u.reach - at_x.leave - at_v.leave;
  if (out_two + v_u + x_y < slack || out_two + way(x, u) - at_u.leave + v_x + u_y < slack) worth |= k_relocate_two;
  const std::int64_t two = u_place + v_place - at_x.leave;
  if (two + way(v, at_x.after) + x_y - at_v.leave < slack) worth |= k_exchange_more;
  if (y != 0 && two + way(y, at_x.after) + way(x, at_y.after) - at_y.leave < slack) worth |= k_exchange_more;
  return worth;
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
  std::vector<char> settled(tour_of_.size(), 0);
  for (const Tour& tour : tours_) {
    if (tour.empty()) continue;
    routes.emplace_back(tour.stops.begin() + 1, tour.stops.end() - 1);
    if (tour.changed_at <= settled_until_)
      for (int stop : routes.back()) settled[static_cast<std::size_t>(stop)] = 1;
  }
  Solution solution = measure(instance_, std::move(routes));
  solution.settled = std::move(settled);
  return solution;
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
  tour.settled_with = 0;
  refresh(instance_, prices_, tour);
  tour.changed_at = clock_;
  for (int position = 1; position < tour.last(); ++position) {
    const auto customer = static_cast<std::size_t>(tour.stop(position));
    tour_of_[customer] = tour.index;
    position_of_[customer] = position;
    const int before = tour.stop(position - 1), after = tour.stop(position + 1);
    legs_[customer] = {before, after, static_cast<std::int32_t>(instance_.travel(before, tour.stop(position))),
                       static_cast<std::int32_t>(instance_.travel(tour.stop(position), after))};
  }
}

}  // namespace laoyou::dispatch::single
