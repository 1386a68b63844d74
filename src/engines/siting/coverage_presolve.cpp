#include "engines/siting/coverage_presolve.h"

#include <algorithm>
#include <map>

namespace laoyou::siting {
namespace {

using Lists = std::vector<std::vector<std::int32_t>>;

/// Reached-by lists of the clients, equal ones merged, with the people of each.
std::map<std::vector<std::int32_t>, double> merged_clients(const MedianProblem& problem) {
  std::map<std::vector<std::int32_t>, double> merged;
  for (std::size_t client = 0; client < problem.unserved_cost.size(); ++client) {
    std::vector<std::int32_t> places(problem.offer_place.begin() + problem.first_offer[client],
                                     problem.offer_place.begin() + problem.first_offer[client + 1]);
    std::sort(places.begin(), places.end());
    merged[std::move(places)] += problem.unserved_cost[client];
  }
  return merged;
}

/// Places that another one makes needless. Exact and quadratic only in places that share a client.
std::vector<Decision> needless_places(const MedianProblem& problem, const Lists& reached_by) {
  Lists reaches(static_cast<std::size_t>(problem.place_count));
  for (std::size_t client = 0; client < reached_by.size(); ++client) {
    for (const std::int32_t place : reached_by[client]) reaches[static_cast<std::size_t>(place)].push_back(static_cast<std::int32_t>(client));
  }
  std::vector<Decision> decisions(reaches.size(), Decision::free);
  for (std::size_t place = 0; place < reaches.size(); ++place) {
    const auto& clients = reaches[place];
    if (clients.empty()) {
      decisions[place] = Decision::closed;
      continue;
    }
    const auto rarest = *std::min_element(clients.begin(), clients.end(), [&](std::int32_t a, std::int32_t b) {
      return reached_by[static_cast<std::size_t>(a)].size() < reached_by[static_cast<std::size_t>(b)].size();
    });
    for (const std::int32_t other : reached_by[static_cast<std::size_t>(rarest)]) {
      const auto o = static_cast<std::size_t>(other);
      if (o == place || decisions[o] == Decision::closed || reaches[o].size() < clients.size()) continue;
      if (problem.has_budget() && problem.price_fen[o] > problem.price_fen[place]) continue;
      if (!std::includes(reaches[o].begin(), reaches[o].end(), clients.begin(), clients.end())) continue;
      decisions[place] = Decision::closed;
      break;
    }
  }
  return decisions;
}

}  // namespace

ReducedMedianProblem presolve_coverage(const MedianProblem& problem) {
  MedianProblem merged;
  merged.place_count = problem.place_count;
  merged.most_places = problem.most_places;
  merged.price_fen = problem.price_fen;
  merged.budget_fen = problem.budget_fen;
  merged.constant = problem.constant;
  merged.whole_costs = problem.whole_costs;
  Lists reached_by;
  for (const auto& [places, people] : merged_clients(problem)) {
    merged.offer_place.insert(merged.offer_place.end(), places.begin(), places.end());
    merged.unserved_cost.push_back(people);
    merged.first_offer.push_back(static_cast<std::int64_t>(merged.offer_place.size()));
    reached_by.push_back(places);
  }
  merged.offer_cost.assign(merged.offer_place.size(), 0.0);
  return reduce(merged, needless_places(merged, reached_by));
}

}  // namespace laoyou::siting
