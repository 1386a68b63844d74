#include "engines/siting/median_solver.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

#include "base/random.h"
#include "engines/siting/lagrangian_bound.h"
#include "engines/siting/swap_search.h"

namespace laoyou::siting {
namespace {

/// A part of the branching tree: what is left to decide, in its own numbering.
struct Node {
  MedianProblem problem;
  std::vector<std::int32_t> original_place;
  std::vector<std::int32_t> opened;  // original numbers
  Multipliers multipliers;
  double bound = -std::numeric_limits<double>::infinity();
};

class MedianSolver {
 public:
  MedianSolver(const MedianProblem& problem, const Effort& effort)
      : problem_(problem), effort_(effort), random_(effort.seed), swap_(problem) {}

  MedianAnswer solve() {
    try_open({});
    for (int start = 0; start < 4 && !effort_.stop_now(); ++start) try_open(random_choice());
    Node root;
    root.problem = problem_;
    root.original_place.resize(static_cast<std::size_t>(problem_.place_count));
    std::iota(root.original_place.begin(), root.original_place.end(), 0);
    root.multipliers = multipliers_of(problem_, answer_.open);
    // Sums of non-negative costs: nothing is cheaper than the constant.
    root.bound = problem_.constant;
    at_root_ = true;
    answer_.bound = std::min(answer_.value, rounded(explore(std::move(root))));
    return answer_;
  }

 private:
  /// A solution must cost less than this to be of interest.
  [[nodiscard]] double ceiling() const {
    return problem_.whole_costs ? answer_.value - 1 + 1e-6 : answer_.value - k_proof_tolerance * std::abs(answer_.value);
  }
  [[nodiscard]] double rounded(double bound) const {
    if (bound >= ceiling()) return answer_.value;
    return problem_.whole_costs ? std::ceil(bound - 1e-6) : bound;
  }

  void try_open(std::vector<std::int32_t> open) {
    std::sort(open.begin(), open.end());
    if (!tried_.insert(open).second) return;
    const double value = swap_.improve(open);
    tried_.insert(open);
    remember(open, value);
  }

  void remember(const std::vector<std::int32_t>& open, double value) {
    if (value < answer_.value) {
      answer_.value = value;
      answer_.open = open;
    }
    constexpr std::size_t k_elite = 8;
    if (std::any_of(elite_.begin(), elite_.end(), [&](const auto& known) { return known.second == open; })) return;
    elite_.emplace_back(value, open);
    std::sort(elite_.begin(), elite_.end());
    if (elite_.size() > k_elite) elite_.pop_back();
  }

  std::vector<std::int32_t> random_choice() {
    std::vector<std::int32_t> open;
    std::vector<std::int32_t> places(static_cast<std::size_t>(problem_.place_count));
    std::iota(places.begin(), places.end(), 0);
    for (std::size_t at = 0; at < places.size() && open.size() < static_cast<std::size_t>(problem_.most_places); ++at) {
      std::swap(places[at], places[at + random_.below(places.size() - at)]);
      open.push_back(places[at]);
      if (!keeps_to_limits(problem_, open)) open.pop_back();
    }
    return open;
  }

  /// A choice between two good ones: what both have, and a random half of what only one has.
  std::vector<std::int32_t> mixed_choice() {
    const auto& one = elite_[random_.below(elite_.size())].second;
    const auto& other = elite_[random_.below(elite_.size())].second;
    std::vector<std::int32_t> open, rest;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(open));
    std::set_symmetric_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(rest));
    for (std::size_t at = 0; at < rest.size() && open.size() < static_cast<std::size_t>(problem_.most_places); ++at) {
      std::swap(rest[at], rest[at + random_.below(rest.size() - at)]);
      open.push_back(rest[at]);
      if (!keeps_to_limits(problem_, open)) open.pop_back();
    }
    return open;
  }

  void search_widely() {
    for (int round = 0; round < 24 && !effort_.stop_now(); ++round) try_open(round % 2 == 0 ? random_choice() : mixed_choice());
  }

  /// Climbs the bound of a node; the relaxed choices met on the way are starts for the local search.
  LagrangianAnswer climb(const Node& node, const Climb& plan, int most_searches) {
    LagrangianBound bound(node.problem);
    int searches = 0;
    int iteration = 0;
    return bound.climb(node.multipliers, plan, [&](std::span<const std::int32_t> chosen, const LagrangianAnswer& best, bool better) {
      ++iteration;
      if (best.bound >= ceiling()) return std::numeric_limits<double>::quiet_NaN();
      if (better && searches < most_searches && iteration % 5 == 0) {
        std::vector<std::int32_t> open = node.opened;
        for (const std::int32_t place : chosen) open.push_back(node.original_place[static_cast<std::size_t>(place)]);
        if (keeps_to_limits(problem_, open) && !effort_.stop_now()) {
          const std::size_t known = tried_.size();
          try_open(std::move(open));
          searches += tried_.size() > known ? 1 : 0;
        }
      }
      if (iteration % 8 == 0 && effort_.stop_now()) return std::numeric_limits<double>::quiet_NaN();
      return answer_.value;
    });
  }

  /// The node below `node` in which the decided places are gone.
  Node below(const Node& node, std::span<const Decision> decisions, const LagrangianAnswer& known) const {
    Node result;
    std::vector<double> offer_limit(node.problem.unserved_cost.size());
    // An assignment dearer than its price by more than the gap cannot be part of a better solution.
    const double slack = answer_.value - known.bound + 1e-6 * std::abs(answer_.value);
    for (std::size_t client = 0; client < offer_limit.size(); ++client) offer_limit[client] = known.multipliers.of_client[client] + slack;
    ReducedMedianProblem reduced = reduce(node.problem, decisions, offer_limit);
    result.problem = std::move(reduced.problem);
    result.opened = node.opened;
    for (std::size_t place = 0; place < decisions.size(); ++place) {
      if (decisions[place] == Decision::open) result.opened.push_back(node.original_place[place]);
    }
    for (const std::int32_t place : reduced.original_place) {
      result.original_place.push_back(node.original_place[static_cast<std::size_t>(place)]);
    }
    result.multipliers.of_budget = known.multipliers.of_budget;
    for (std::size_t client = 0; client < reduced.original_client.size(); ++client) {
      result.multipliers.of_client.push_back(
          std::min(known.multipliers.of_client[static_cast<std::size_t>(reduced.original_client[client])],
                   result.problem.unserved_cost[client]));
    }
    result.bound = std::max(node.bound, known.bound);
    return result;
  }

  /// A node in which nothing is left to choose, or all that is left may be opened.
  bool settle(const Node& node) {
    const bool nothing_left = node.problem.most_places <= 0 || node.problem.place_count == 0;
    if (!nothing_left && (node.problem.has_budget() || node.problem.place_count > node.problem.most_places)) return false;
    std::vector<std::int32_t> open = node.opened;
    if (!nothing_left) open.insert(open.end(), node.original_place.begin(), node.original_place.end());
    std::sort(open.begin(), open.end());
    remember(open, cost_of(problem_, open));
    return true;
  }

  static std::size_t place_to_branch_on(const LagrangianAnswer& known) {
    std::size_t best = 0;
    double best_score = -1;
    for (std::size_t place = 0; place < known.activity.size(); ++place) {
      const double doubt = std::min(known.activity[place], 1 - known.activity[place]);
      const double score = doubt + 1e-9 * std::max(0.0, -known.reduced_cost[place]);
      if (score > best_score) {
        best = place;
        best_score = score;
      }
    }
    return best;
  }

  /// Looks through everything below `node`; the least any solution there can cost (the best known value, if none is better).
  double explore(Node node) {
    const bool at_root = std::exchange(at_root_, false);
    ++answer_.nodes;
    while (true) {
      if (!keeps_to_limits_so_far(node)) return std::numeric_limits<double>::infinity();
      if (settle(node)) return answer_.value;
      if (effort_.stop_now() || answer_.nodes > effort_.node_limit) return node.bound;
      Climb plan;
      plan.iterations = at_root ? 2000 : 32;
      plan.step = at_root ? 1.5 : 1.0;
      plan.patience = at_root ? 20 : 8;
      const LagrangianAnswer known = climb(node, plan, searches_at_node(at_root));
      node.bound = std::max(node.bound, known.bound);
      if (effort_.progress && at_root) effort_.progress(answer_.value, node.bound);
      if (node.bound >= ceiling()) return node.bound;
      if (at_root) search_widely();
      if (node.bound >= ceiling()) return node.bound;
      const std::vector<Decision> decisions = fix_places(node.problem, known, ceiling());
      const auto fixed = std::count_if(decisions.begin(), decisions.end(), [](Decision d) { return d != Decision::free; });
      if (fixed * 10 >= node.problem.place_count) {
        node = below(node, decisions, known);
        continue;
      }
      return branch(node, decisions, known);
    }
  }

  /// Deep in the tree a local search seldom finds anything new.
  [[nodiscard]] int searches_at_node(bool at_root) const {
    constexpr std::int64_t k_always_below = 100, k_then_each = 8;
    if (at_root) return 60;
    return answer_.nodes < k_always_below || answer_.nodes % k_then_each == 0 ? 1 : 0;
  }

  [[nodiscard]] static bool keeps_to_limits_so_far(const Node& node) {
    return node.problem.most_places >= 0 && (!node.problem.has_budget() || node.problem.budget_fen >= 0);
  }

  double branch(const Node& node, std::vector<Decision> decisions, const LagrangianAnswer& known) {
    LagrangianAnswer free_only = known;
    for (std::size_t place = 0; place < decisions.size(); ++place) {
      if (decisions[place] != Decision::free) free_only.activity[place] = -1;
    }
    const std::size_t place = place_to_branch_on(free_only);
    const bool open_first = known.activity[place] >= 0.5;
    double least = std::numeric_limits<double>::infinity();
    for (const Decision decision : {open_first ? Decision::open : Decision::closed, open_first ? Decision::closed : Decision::open}) {
      decisions[place] = decision;
      least = std::min(least, explore(below(node, decisions, known)));
    }
    return least;
  }

  const MedianProblem& problem_;
  const Effort& effort_;
  SeededRandom random_;
  SwapSearch swap_;
  std::set<std::vector<std::int32_t>> tried_;
  std::vector<std::pair<double, std::vector<std::int32_t>>> elite_;
  MedianAnswer answer_{{}, std::numeric_limits<double>::infinity(), 0, 0};
  bool at_root_ = false;
};

}  // namespace

MedianAnswer solve_median(const MedianProblem& problem, const Effort& effort) { return MedianSolver(problem, effort).solve(); }

}  // namespace laoyou::siting
