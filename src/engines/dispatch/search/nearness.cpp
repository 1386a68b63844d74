#include "engines/dispatch/search/nearness.h"

#include <algorithm>
#include <utility>

namespace laoyou::dispatch {
namespace {

constexpr std::size_t k_near_visits = 80;
constexpr std::size_t k_near_shifts = 30;

/// Waiting that no order of the two visits avoids, over all their windows.
Seconds least_gap_s(const Visit& a, const Visit& b, Seconds travel) {
  Seconds least = k_far;
  for (const Window& x : a.windows)
    for (const Window& y : b.windows)
      least = std::min({least, std::max<Seconds>(y.opens_s - x.closes_s - a.length_s - travel, 0) +
                                   std::max<Seconds>(x.opens_s - y.closes_s - b.length_s - travel, 0)});
  return least;
}

using Ranked = std::vector<std::pair<Seconds, int>>;

std::vector<int> nearest_of(Ranked& ranked, std::size_t most) {
  const std::size_t count = std::min(most, ranked.size());
  const auto middle = ranked.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(ranked.begin(), middle, ranked.end());
  std::sort(ranked.begin(), middle);
  std::vector<int> nearest;
  for (std::size_t i = 0; i < count; ++i) nearest.push_back(ranked[i].second);
  return nearest;
}

/// Visits sorted by x, so that on a plane only a strip around a visit has to be looked through.
class Strip {
 public:
  explicit Strip(const Problem& problem) : problem_(problem) {
    for (int v = 0; v < static_cast<int>(problem.visits.size()); ++v) order_.push_back(v);
    std::sort(order_.begin(), order_.end(), [this](int a, int b) { return std::pair(x(a), a) < std::pair(x(b), b); });
    rank_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) rank_[static_cast<std::size_t>(order_[i])] = i;
  }
  /// The range of ranks to look through for a visit.
  std::pair<std::size_t, std::size_t> range(int visit) const {
    const std::size_t reach = order_.size() <= 4000 || !problem_.modes[0].seconds.empty() ? order_.size() : 1500;
    const std::size_t rank = rank_[static_cast<std::size_t>(visit)];
    return {rank < reach ? 0 : rank - reach, std::min(order_.size(), rank + reach)};
  }
  int at(std::size_t rank) const { return order_[rank]; }

 private:
  std::int64_t x(int v) const {
    return problem_.places[static_cast<std::size_t>(problem_.visits[static_cast<std::size_t>(v)].place)].x_m;
  }
  const Problem& problem_;
  std::vector<int> order_;
  std::vector<std::size_t> rank_;
};

}  // namespace

Nearness::Nearness(const Ground& ground) : visits_(static_cast<std::size_t>(ground.visits())), shifts_(visits_.size()) {
  const Problem& problem = ground.problem();
  if (visits_.empty()) return;
  const Strip strip(problem);
  Ranked ranked;
  for (int v = 0; v < ground.visits(); ++v) {
    const Visit& own = ground.visit(v);
    ranked.clear();
    const auto [from, to] = strip.range(v);
    for (std::size_t i = from; i < to; ++i) {
      const int other = strip.at(i);
      if (other == v) continue;
      const Visit& at = ground.visit(other);
      const Seconds travel = travel_s(problem, 0, own.place, at.place);
      ranked.emplace_back(5 * travel + least_gap_s(own, at, travel), other);
    }
    visits_[static_cast<std::size_t>(v)] = nearest_of(ranked, k_near_visits);
    ranked.clear();
    for (int s = 0; s < ground.shifts(); ++s)
      if (ground.allowed(v, s)) ranked.emplace_back(ground.travel(s, ground.shift(s).start_place, own.place), s);
    shifts_[static_cast<std::size_t>(v)] = nearest_of(ranked, k_near_shifts);
  }
}

}  // namespace laoyou::dispatch
