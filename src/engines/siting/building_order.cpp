#include <algorithm>
#include <bit>
#include <limits>

#include "engines/siting/goals.h"
#include "engines/siting/siting.h"

namespace laoyou::siting {
namespace {

constexpr std::size_t k_most_exact = 12;
constexpr std::size_t k_most_exact_work = 200'000'000;

/// Cost of opening each subset of the places of a small problem; a subset is a set of bits.
std::vector<double> cost_of_subsets(const MedianProblem& problem) {
  const std::size_t subsets = std::size_t{1} << problem.place_count;
  std::vector<double> cost(subsets, problem.constant);
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    for (std::size_t subset = 0; subset < subsets; ++subset) {
      double paid = problem.unserved_cost[client];
      for (auto at = static_cast<std::size_t>(problem.first_offer[client]); at < static_cast<std::size_t>(problem.first_offer[client + 1]); ++at) {
        if ((subset >> problem.offer_place[at] & 1U) == 0) continue;
        paid = problem.offer_cost[at];
        break;
      }
      cost[subset] += paid;
    }
  }
  return cost;
}

std::vector<std::int32_t> exact_order(const MedianProblem& problem) {
  const std::vector<double> cost = cost_of_subsets(problem);
  std::vector<double> least(cost.size(), std::numeric_limits<double>::infinity());
  std::vector<std::int32_t> last(cost.size(), -1);
  least[0] = 0;
  for (std::size_t subset = 1; subset < cost.size(); ++subset) {
    for (std::int32_t place = 0; place < problem.place_count; ++place) {
      if ((subset >> place & 1U) == 0) continue;
      const double before = least[subset & ~(std::size_t{1} << place)];
      if (before + cost[subset] < least[subset]) {
        least[subset] = before + cost[subset];
        last[subset] = place;
      }
    }
  }
  std::vector<std::int32_t> order;
  for (std::size_t subset = cost.size() - 1; subset != 0; subset &= ~(std::size_t{1} << last[subset])) order.push_back(last[subset]);
  std::reverse(order.begin(), order.end());
  return order;
}

std::vector<std::int32_t> greedy_order(const MedianProblem& problem) {
  std::vector<std::int32_t> order, rest;
  for (std::int32_t place = 0; place < problem.place_count; ++place) rest.push_back(place);
  while (!rest.empty()) {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at < rest.size(); ++at) {
      order.push_back(rest[at]);
      const double cost = cost_of(problem, order);
      order.pop_back();
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    order.push_back(rest[best]);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return order;
}

}  // namespace

std::vector<std::int32_t> building_order(const SitingProblem& problem, const std::vector<std::int32_t>& open) {
  std::vector<std::size_t> kept;
  SitingProblem unlimited = without_nobody(problem, kept);
  unlimited.most_places = 1;  // the shortest prefix decides how dear a client can become
  unlimited.budget_fen.reset();
  MedianProblem all = as_median(unlimited);
  std::vector<Decision> decisions(problem.places.size(), Decision::closed);
  for (const std::int32_t place : open) decisions[static_cast<std::size_t>(place)] = Decision::free;
  for (std::size_t place = 0; place < decisions.size(); ++place) {
    if (problem.places[place].existing) decisions[place] = Decision::open;
  }
  const ReducedMedianProblem chosen = reduce(all, decisions);
  const std::size_t places = chosen.original_place.size();
  const bool exact = places <= k_most_exact && (chosen.problem.unserved_cost.size() << places) <= k_most_exact_work;
  std::vector<std::int32_t> order = exact ? exact_order(chosen.problem) : greedy_order(chosen.problem);
  for (std::int32_t& place : order) place = chosen.original_place[static_cast<std::size_t>(place)];
  return order;
}

}  // namespace laoyou::siting
