// SWAP*: exchange one customer of each of two near routes, each reinserted at its own best place (Vidal 2022, Computers & OR 140).
#include <algorithm>
#include <limits>

#include "engines/dispatch/single/local_search.h"

namespace laoyou::dispatch::single {
namespace {

constexpr std::int64_t k_never = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::size_t k_near_count = 12;  // first neighbours that make two routes near

}  // namespace

bool LocalSearch::improve_near_tours() {
  bool improved = false;
  std::vector<int> near;
  for (Tour& a : tours_) {
    if (a.empty()) continue;
    near_tours(a, near);
    for (int index : near) {
      Tour& b = tours_[static_cast<std::size_t>(index)];
      std::int64_t& tested_at = pair_tested_at_[static_cast<std::size_t>(a.index) * tours_.size() + static_cast<std::size_t>(index)];
      if (std::max(a.changed_at, b.changed_at) <= tested_at || settled(a, b)) continue;
      tested_at = clock_;
      improved = swap_star(a, b) || improved;
    }
  }
  return improved;
}

/// Tours after `tour` in number that hold a first neighbour of one of its customers, in order.
void LocalSearch::near_tours(const Tour& tour, std::vector<int>& near) {
  near.clear();
  for (int position = 1; position < tour.last(); ++position) {
    const auto& neighbours = nearest_[static_cast<std::size_t>(tour.stop(position))];
    for (std::size_t i = 0; i < std::min(k_near_count, neighbours.size()); ++i) {
      const int other = tour_of_[static_cast<std::size_t>(neighbours[i])];
      if (other > tour.index) near.push_back(other);
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
}

bool LocalSearch::swap_star(Tour& a, Tour& b) {
  std::int64_t best = 0;
  int best_u = 0, best_v = 0, best_u_after = 0, best_v_after = 0;
  for (int u = 1; u < a.last(); ++u) {
    const std::int64_t u_removal = removal_change(a, u);
    const std::int64_t u_demand = instance_.stop(a.stop(u)).demand;
    for (int v = 1; v < b.last(); ++v) {
      const std::int64_t v_demand = instance_.stop(b.stop(v)).demand;
      const auto excess = [&](std::int64_t load) { return std::max<std::int64_t>(load - instance_.capacity(), 0); };
      const std::int64_t load_change =
          prices_.of(excess(a.load.back() + v_demand - u_demand) + excess(b.load.back() + u_demand - v_demand) -
                         excess(a.load.back()) - excess(b.load.back()),
                     0);
      const std::int64_t floor = load_change + u_removal + removal_change(b, v);
      if (floor >= best) continue;
      int u_after = 0, v_after = 0;
      std::int64_t change = floor + cheapest_beside(a.stop(u), b, v, u_after);
      if (change >= best) continue;
      change += cheapest_beside(b.stop(v), a, u, v_after);
      if (change >= best) continue;
      best = change;
      best_u = u, best_v = v, best_u_after = u_after, best_v_after = v_after;
    }
  }
  return best < 0 && make_swap(a, best_u, best_u_after, b, best_v, best_v_after);
}

/// What leaving out the stop changes in distance and warp; load is priced apart.
std::int64_t LocalSearch::removal_change(const Tour& tour, int position) const {
  const int before = tour.stop(position - 1), at = tour.stop(position), after = tour.stop(position + 1);
  std::int64_t change = instance_.travel(before, after) - instance_.travel(before, at) - instance_.travel(at, after);
  if (tour.until.back().warp > 0) {
    const Segment rest = join(tour.until[static_cast<std::size_t>(position - 1)], tour.onward[static_cast<std::size_t>(position + 1)],
                              instance_.travel(before, after));
    change += prices_.of(0, rest.warp - tour.until.back().warp);
  }
  return change;
}

/// The three cheapest places of a customer in a tour it does not belong to; kept until the tour changes.
const LocalSearch::Insertions& LocalSearch::best_insertions(int customer, const Tour& tour) {
  Insertions& kept = insertions_[static_cast<std::size_t>(customer) * tours_.size() + static_cast<std::size_t>(tour.index)];
  if (kept.tested_at >= std::max(tour.changed_at, priced_at_)) return kept;
  kept.tested_at = clock_;
  kept.cost.fill(k_never);
  kept.after.fill(-1);
  const Segment self = stop_segment(instance_, customer);
  for (int position = 0; position < tour.last(); ++position) {
    const int left = tour.stop(position), right = tour.stop(position + 1);
    std::int64_t cost = instance_.travel(left, customer) + instance_.travel(customer, right) - instance_.travel(left, right);
    if (cost >= kept.cost[2]) continue;
    const Segment head = join(tour.until[static_cast<std::size_t>(position)], self, instance_.travel(left, customer));
    const Segment whole = join(head, tour.onward[static_cast<std::size_t>(position + 1)], instance_.travel(customer, right));
    cost += prices_.of(0, whole.warp - tour.until.back().warp);
    for (std::size_t rank = 0; rank < 3; ++rank) {
      if (cost >= kept.cost[rank]) continue;
      for (std::size_t lower = 2; lower > rank; --lower) {
        kept.cost[lower] = kept.cost[lower - 1];
        kept.after[lower] = kept.after[lower - 1];
      }
      kept.cost[rank] = cost;
      kept.after[rank] = position;
      break;
    }
  }
  return kept;
}

/// Cheapest insertion of a customer into the tour without its stop at `removed`; `after` is a position of the full tour.
std::int64_t LocalSearch::cheapest_beside(int customer, const Tour& tour, int removed, int& after) {
  const int left = tour.stop(removed - 1), right = tour.stop(removed + 1);
  after = removed - 1;
  const Segment head = join(tour.until[static_cast<std::size_t>(removed - 1)], stop_segment(instance_, customer),
                            instance_.travel(left, customer));
  const Segment whole = join(head, tour.onward[static_cast<std::size_t>(removed + 1)], instance_.travel(customer, right));
  const std::int64_t warp_without =
      tour.until.back().warp == 0
          ? 0
          : join(tour.until[static_cast<std::size_t>(removed - 1)], tour.onward[static_cast<std::size_t>(removed + 1)],
                 instance_.travel(left, right))
                .warp;
  std::int64_t cost = instance_.travel(left, customer) + instance_.travel(customer, right) - instance_.travel(left, right) +
                      prices_.of(0, whole.warp - warp_without);
  const Insertions& best = best_insertions(customer, tour);
  for (std::size_t rank = 0; rank < 3; ++rank) {
    if (best.after[rank] < 0 || best.cost[rank] >= cost) break;
    if (best.after[rank] == removed || best.after[rank] == removed - 1) continue;
    after = best.after[rank];
    return best.cost[rank];
  }
  return cost;
}

bool LocalSearch::make_swap(Tour& a, int u, int u_after, Tour& b, int v, int v_after) {
  const auto change = [&](const Tour& tour, int removed, int stop, int after) {
    std::int64_t longer = instance_.travel(tour.stop(removed - 1), tour.stop(removed + 1)) -
                          instance_.travel(tour.stop(removed - 1), tour.stop(removed)) -
                          instance_.travel(tour.stop(removed), tour.stop(removed + 1));
    const int right = after == removed - 1 ? tour.stop(removed + 1) : tour.stop(after + 1);
    const int left = tour.stop(after);
    longer += instance_.travel(left, stop) + instance_.travel(stop, right) - instance_.travel(left, right);
    return longer;
  };
  const Piece single_u{&a, u, u};
  const Piece single_v{&b, v, v};
  const auto pieces = [](const Tour& tour, int removed, Piece in, int after) -> std::array<Piece, 4> {
    if (after == removed - 1) return {{{&tour, 0, after}, in, {&tour, removed + 1, tour.last()}, {}}};
    if (after < removed) return {{{&tour, 0, after}, in, {&tour, after + 1, removed - 1}, {&tour, removed + 1, tour.last()}}};
    return {{{&tour, 0, removed - 1}, {&tour, removed + 1, after}, in, {&tour, after + 1, tour.last()}}};
  };
  const auto new_a = pieces(a, u, single_v, v_after);
  const auto new_b = pieces(b, v, single_u, u_after);
  const std::int64_t longer = change(a, u, b.stop(v), v_after) + change(b, v, a.stop(u), u_after);
  return accept(longer, a, {new_a[0], new_a[1], new_a[2], new_a[3]}, b, {new_b[0], new_b[1], new_b[2], new_b[3]});
}

}  // namespace laoyou::dispatch::single
