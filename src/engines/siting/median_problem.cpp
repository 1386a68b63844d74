#include "engines/siting/median_problem.h"

#include <algorithm>

namespace laoyou::siting {

double cost_of(const MedianProblem& problem, std::span<const std::int32_t> open) {
  std::vector<std::uint8_t> is_open(static_cast<std::size_t>(problem.place_count), 0);
  for (const std::int32_t place : open) is_open[static_cast<std::size_t>(place)] = 1;
  double total = problem.constant;
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    double cost = problem.unserved_cost[client];
    for (std::int64_t at = problem.first_offer[client]; at < problem.first_offer[client + 1]; ++at) {
      if (is_open[static_cast<std::size_t>(problem.offer_place[static_cast<std::size_t>(at)])]) {
        cost = problem.offer_cost[static_cast<std::size_t>(at)];
        break;
      }
    }
    total += cost;
  }
  return total;
}

bool keeps_to_limits(const MedianProblem& problem, std::span<const std::int32_t> open) {
  if (open.size() > static_cast<std::size_t>(problem.most_places)) return false;
  if (!problem.has_budget()) return true;
  std::int64_t spent_fen = 0;
  for (const std::int32_t place : open) spent_fen += problem.price_fen[static_cast<std::size_t>(place)];
  return spent_fen <= problem.budget_fen;
}

namespace {

/// Gives the free places new numbers and takes the open ones out of the limits.
std::vector<std::int32_t> renumber(const MedianProblem& problem, std::span<const Decision> decisions,
                                   ReducedMedianProblem& reduced) {
  std::vector<std::int32_t> new_place(decisions.size(), -1);
  reduced.problem.most_places = problem.most_places;
  reduced.problem.budget_fen = problem.budget_fen;
  for (std::size_t place = 0; place < decisions.size(); ++place) {
    if (decisions[place] == Decision::free) {
      new_place[place] = static_cast<std::int32_t>(reduced.original_place.size());
      reduced.original_place.push_back(static_cast<std::int32_t>(place));
      if (problem.has_budget()) reduced.problem.price_fen.push_back(problem.price_fen[place]);
    } else if (decisions[place] == Decision::open) {
      --reduced.problem.most_places;
      if (problem.has_budget()) reduced.problem.budget_fen -= problem.price_fen[place];
    }
  }
  reduced.problem.place_count = static_cast<std::int32_t>(reduced.original_place.size());
  return new_place;
}

}  // namespace

ReducedMedianProblem reduce(const MedianProblem& problem, std::span<const Decision> decisions,
                            std::span<const double> offer_limit) {
  ReducedMedianProblem reduced;
  const std::vector<std::int32_t> new_place = renumber(problem, decisions, reduced);
  MedianProblem& result = reduced.problem;
  result.constant = problem.constant;
  result.whole_costs = problem.whole_costs;
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    double unserved = problem.unserved_cost[client];
    const std::size_t kept_from = result.offer_place.size();
    for (auto at = static_cast<std::size_t>(problem.first_offer[client]);
         at < static_cast<std::size_t>(problem.first_offer[client + 1]); ++at) {
      const auto place = static_cast<std::size_t>(problem.offer_place[at]);
      if (decisions[place] == Decision::closed) continue;
      if (decisions[place] == Decision::open) {
        unserved = std::min(unserved, problem.offer_cost[at]);
        break;
      }
      if (!offer_limit.empty() && problem.offer_cost[at] > offer_limit[client]) continue;
      result.offer_place.push_back(new_place[place]);
      result.offer_cost.push_back(problem.offer_cost[at]);
    }
    while (result.offer_place.size() > kept_from && result.offer_cost.back() >= unserved) {
      result.offer_place.pop_back();
      result.offer_cost.pop_back();
    }
    if (result.offer_place.size() == kept_from) {
      result.constant += unserved;
      continue;
    }
    result.unserved_cost.push_back(unserved);
    reduced.original_client.push_back(static_cast<std::int32_t>(client));
    result.first_offer.push_back(static_cast<std::int64_t>(result.offer_place.size()));
  }
  return reduced;
}

}  // namespace laoyou::siting
