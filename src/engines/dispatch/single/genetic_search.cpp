#include "engines/dispatch/single/genetic_search.h"

#include <algorithm>
#include <numeric>

#include "engines/dispatch/single/crossover.h"
#include "engines/dispatch/single/local_search.h"
#include "engines/dispatch/single/population.h"

namespace laoyou::dispatch::single {
namespace {

constexpr std::int64_t k_review_after = 100;       // children between two reviews of the prices
constexpr std::int64_t k_feasible_percent = 40;    // wanted share of children within each limit
constexpr std::int64_t k_repair_factor = 10;       // prices while an infeasible child is repaired
constexpr std::int64_t k_dearest = 64 * 100'000;
constexpr std::size_t k_first_solutions = 100;

/// Share of children within a limit, and the price that follows from it.
class Price {
 public:
  explicit Price(std::int64_t value) : value_(std::clamp<std::int64_t>(value, 6, k_dearest)) {}
  std::int64_t value() const { return value_; }
  void count(bool within) {
    within_ += within;
    if (++counted_ < k_review_after) return;
    const std::int64_t percent = 100 * within_ / counted_;
    if (percent < k_feasible_percent - 5) value_ = std::min(value_ * 6 / 5 + 1, k_dearest);
    if (percent > k_feasible_percent + 5) value_ = std::max<std::int64_t>(value_ * 17 / 20, 6);
    within_ = counted_ = 0;
  }

 private:
  std::int64_t value_;
  std::int64_t within_ = 0;
  std::int64_t counted_ = 0;
};

class GeneticSearch {
 public:
  GeneticSearch(const Instance& instance, const SearchSettings& settings, const SearchLimits& limits)
      : instance_(instance),
        settings_(settings),
        limits_(limits),
        random_(settings.seed),
        nearest_(nearest_customers(instance, settings.neighbours)),
        local_search_(instance, nearest_, random_),
        load_price_(64 * instance.longest_travel() / std::max<std::int64_t>(instance.largest_demand(), 1)),
        warp_price_(64) {}

  std::optional<Solution> run() {
    while (!done()) {
      if (population_.size() < k_first_solutions && !started_) {
        educate(scattered());
        started_ = population_.size() >= k_first_solutions;
        continue;
      }
      started_ = true;
      const Solution& first = population_.draw(random_, prices());
      const Solution& second = population_.draw(random_, prices());
      educate(exchange_routes(instance_, first, second, prices(), random_), {&first, &second});
      if (since_better_ >= settings_.patience) restart();
    }
    if (!best_) insist();
    return best_;
  }

 private:
  bool done() const { return made_ >= limits_.iterations || (limits_.stop && limits_.stop()); }
  Penalties prices() const { return {load_price_.value(), warp_price_.value()}; }

  /// Customers dealt at random, as evenly as they go.
  Routes scattered() {
    std::vector<int> order(static_cast<std::size_t>(instance_.customers()));
    std::iota(order.begin(), order.end(), 1);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.below(i)]);
    const auto vehicles = static_cast<std::size_t>(instance_.vehicles());
    Routes routes(vehicles);
    const std::size_t share = (order.size() + vehicles - 1) / vehicles;
    for (std::size_t i = 0; i < order.size(); ++i) routes[i / std::max<std::size_t>(share, 1)].push_back(order[i]);
    return routes;
  }

  void educate(const Routes& routes, LocalSearch::Parents parents = {}) {
    ++made_;
    ++since_better_;
    Solution child = local_search_.improve(routes, prices(), parents);
    load_price_.count(child.excess_load == 0);
    warp_price_.count(child.warp == 0);
    note(child);
    const bool repair = !child.feasible() && random_.below(2) == 0;
    if (repair) {
      const Penalties dear{std::min(prices().per_load * k_repair_factor, k_dearest), std::min(prices().per_warp * k_repair_factor, k_dearest)};
      Solution repaired = local_search_.repair(dear);
      population_.add(std::move(child), prices());
      if (!repaired.feasible()) return;
      note(repaired);
      population_.add(std::move(repaired), prices());
      return;
    }
    population_.add(std::move(child), prices());
  }

  /// Nothing feasible met in the time: the nearest miss is repaired at the dearest prices.
  void insist() {
    const Penalties dear{k_dearest, k_dearest};
    const Solution start = population_.size() > 0 ? population_.draw(random_, dear) : measure(instance_, scattered());
    note(local_search_.improve(start.routes, dear));
  }

  void note(const Solution& solution) {
    if (!solution.feasible()) return;
    if (!best_ || solution.distance < best_->distance) {
      best_ = solution;
      if (settings_.progress) settings_.progress(*best_);
    }
    if (round_best_ < 0 || solution.distance < round_best_) {
      round_best_ = solution.distance;
      since_better_ = 0;
    }
  }

  void restart() {
    population_.clear();
    started_ = false;
    since_better_ = 0;
    round_best_ = -1;
  }

  const Instance& instance_;
  const SearchSettings& settings_;
  const SearchLimits& limits_;
  SeededRandom random_;
  std::vector<std::vector<int>> nearest_;
  LocalSearch local_search_;
  Price load_price_;
  Price warp_price_;
  Population population_;
  std::optional<Solution> best_;
  std::int64_t round_best_ = -1;
  std::int64_t made_ = 0;
  std::int64_t since_better_ = 0;
  bool started_ = false;
};

}  // namespace

std::optional<Solution> search(const Instance& instance, const SearchSettings& settings, const SearchLimits& limits) {
  return GeneticSearch(instance, settings, limits).run();
}

}  // namespace laoyou::dispatch::single
