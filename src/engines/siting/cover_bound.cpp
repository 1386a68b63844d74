#include "engines/siting/cover_bound.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

namespace laoyou::siting {
namespace {

class CoverClimb {
 public:
  explicit CoverClimb(const CoverProblem& problem) : problem_(problem), first_reached_(problem.price.size() + 1, 0) {
    for (const auto& places : problem.reached_by) {
      for (const std::int32_t place : places) ++first_reached_[static_cast<std::size_t>(place) + 1];
    }
    for (std::size_t place = 0; place < problem.price.size(); ++place) {
      if (first_reached_[place + 1] > 0) places_.push_back(static_cast<std::int32_t>(place));
    }
    std::partial_sum(first_reached_.begin(), first_reached_.end(), first_reached_.begin());
    reached_.resize(first_reached_.back());
    std::vector<std::size_t> next(first_reached_.begin(), first_reached_.end() - 1);
    for (std::size_t client = 0; client < problem.reached_by.size(); ++client) {
      for (const std::int32_t place : problem.reached_by[client]) reached_[next[static_cast<std::size_t>(place)]++] = static_cast<std::int32_t>(client);
    }
    multiplier_ = problem.worth;
    if (multiplier_.empty()) start_evenly();
    reduced_cost_.assign(problem.price.size(), 0);
    best_.price = std::numeric_limits<std::int64_t>::max();
  }

  CoverBound run(std::int64_t enough, int iterations, double step, const Effort& effort) {
    int since_better = 0;
    const int patience = iterations > 600 ? 30 : 20;
    const int greedy_each = iterations > 600 ? 6 : 40;
    for (int iteration = 0; iteration < iterations; ++iteration) {
      const double bound = relax();
      if (bound > best_.bound + 1e-9) {
        since_better = 0;
        best_.bound = bound;
        best_.reduced_cost = reduced_cost_;
        best_.worth = multiplier_;
      } else if (++since_better >= patience) {
        step /= 2;
        since_better = 0;
      }
      if (iteration == 0 || iteration % greedy_each == 0) remember(greedy());
      const double needed = static_cast<double>(std::min(enough, best_.price)) - 1;
      if (best_.bound > needed + 1e-6 || step < 0.005 || effort.stop_now()) break;
      if (!move(step * (1.02 * static_cast<double>(best_.price) - bound))) break;
    }
    if (best_.reduced_cost.empty()) {
      best_.reduced_cost = reduced_cost_;
      best_.worth = multiplier_;
    }
    return best_;
  }

 private:
  [[nodiscard]] std::span<const std::int32_t> reached_from(std::int32_t place) const {
    const auto p = static_cast<std::size_t>(place);
    return std::span(reached_).subspan(first_reached_[p], first_reached_[p + 1] - first_reached_[p]);
  }

  /// Each client is worth the least share it could have in the price of a place.
  void start_evenly() {
    multiplier_.assign(problem_.reached_by.size(), 0);
    for (std::size_t client = 0; client < multiplier_.size(); ++client) {
      double least = std::numeric_limits<double>::infinity();
      for (const std::int32_t place : problem_.reached_by[client]) {
        const auto p = static_cast<std::size_t>(place);
        least = std::min(least, static_cast<double>(problem_.price[p]) / static_cast<double>(reached_from(place).size()));
      }
      multiplier_[client] = least;
    }
  }

  double relax() {
    for (const std::int32_t place : places_) {
      double cost = static_cast<double>(problem_.price[static_cast<std::size_t>(place)]);
      for (const std::int32_t client : reached_from(place)) cost -= multiplier_[static_cast<std::size_t>(client)];
      reduced_cost_[static_cast<std::size_t>(place)] = cost;
    }
    double bound = std::accumulate(multiplier_.begin(), multiplier_.end(), 0.0);
    for (const std::int32_t place : places_) bound += std::min(0.0, reduced_cost_[static_cast<std::size_t>(place)]);
    return bound;
  }

  bool move(double distance) {
    direction_.assign(multiplier_.size(), 1);
    for (const std::int32_t place : places_) {
      if (reduced_cost_[static_cast<std::size_t>(place)] >= 0) continue;
      for (const std::int32_t client : reached_from(place)) direction_[static_cast<std::size_t>(client)] -= 1;
    }
    double square = 0;
    for (std::size_t client = 0; client < direction_.size(); ++client) {
      if (direction_[client] < 0 && multiplier_[client] <= 0) direction_[client] = 0;
      square += direction_[client] * direction_[client];
    }
    if (square <= 0) return false;
    for (std::size_t client = 0; client < direction_.size(); ++client) {
      multiplier_[client] = std::max(0.0, multiplier_[client] + distance / square * direction_[client]);
    }
    return true;
  }

  /// A cover built by the reduced cost per client newly reached, then thinned.
  std::vector<std::int32_t> greedy() const {
    std::vector<int> served(multiplier_.size(), 0);
    std::vector<std::int32_t> chosen;
    const auto open = [&](std::int32_t place) {
      chosen.push_back(place);
      for (const std::int32_t client : reached_from(place)) ++served[static_cast<std::size_t>(client)];
    };
    std::vector<std::size_t> clients(multiplier_.size());
    std::iota(clients.begin(), clients.end(), std::size_t{0});
    std::stable_sort(clients.begin(), clients.end(), [&](std::size_t a, std::size_t b) { return multiplier_[a] > multiplier_[b]; });
    for (const std::size_t client : clients) {
      if (served[client] > 0) continue;
      std::int32_t best = -1;
      double best_worth = std::numeric_limits<double>::infinity();
      for (const std::int32_t place : problem_.reached_by[client]) {
        const auto p = static_cast<std::size_t>(place);
        double newly = 0;
        for (const std::int32_t other : reached_from(place)) newly += served[static_cast<std::size_t>(other)] == 0 ? 1 : 0;
        const double cost = std::max(reduced_cost_[p], 0.0) + 1e-3 * static_cast<double>(problem_.price[p]);
        if (cost / newly < best_worth) {
          best = place;
          best_worth = cost / newly;
        }
      }
      open(best);
    }
    return thinned(std::move(chosen), served);
  }

  /// The cover without places whose every client another place also reaches; the dearest go first.
  std::vector<std::int32_t> thinned(std::vector<std::int32_t> chosen, std::vector<int>& served) const {
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::int32_t a, std::int32_t b) {
      const auto left = static_cast<std::size_t>(a), right = static_cast<std::size_t>(b);
      return problem_.price[left] != problem_.price[right] ? problem_.price[left] > problem_.price[right]
                                                           : reached_from(a).size() < reached_from(b).size();
    });
    std::erase_if(chosen, [&](std::int32_t place) {
      const auto clients = reached_from(place);
      if (!std::all_of(clients.begin(), clients.end(), [&](std::int32_t c) { return served[static_cast<std::size_t>(c)] > 1; })) return false;
      for (const std::int32_t client : clients) --served[static_cast<std::size_t>(client)];
      return true;
    });
    return chosen;
  }

  void remember(std::vector<std::int32_t> chosen) {
    std::int64_t price = 0;
    for (const std::int32_t place : chosen) price += problem_.price[static_cast<std::size_t>(place)];
    if (price >= best_.price) return;
    best_.price = price;
    best_.chosen = std::move(chosen);
  }

  const CoverProblem& problem_;
  // Clients of place p stand at [first_reached_[p], first_reached_[p + 1]).
  std::vector<std::size_t> first_reached_;
  std::vector<std::int32_t> reached_;
  std::vector<double> direction_;
  std::vector<std::int32_t> places_;
  std::vector<double> multiplier_;
  std::vector<double> reduced_cost_;
  CoverBound best_;
};

}  // namespace

CoverBound climb_cover_bound(const CoverProblem& problem, std::int64_t enough, int iterations, double step, const Effort& effort) {
  return CoverClimb(problem).run(enough, iterations, step, effort);
}

}  // namespace laoyou::siting
