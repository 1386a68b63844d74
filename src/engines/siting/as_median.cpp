#include <algorithm>
#include <cmath>
#include <utility>

#include "engines/siting/goals.h"

namespace laoyou::siting {
namespace {

struct Offer {
  double cost;
  std::int32_t place;
  auto operator<=>(const Offer&) const = default;
};

bool whole(double value) { return value == std::floor(value) && std::abs(value) < 1e15; }

/// A cost above everything all clients together can travel: whoever stays unserved is seen in the total.
double cost_of_neglect(const SitingProblem& problem) {
  double total = 1;
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    double farthest = 0;
    for (auto at = problem.travel.first[client]; at < problem.travel.first[client + 1]; ++at) {
      farthest = std::max(farthest, problem.travel.cost[static_cast<std::size_t>(at)]);
    }
    total += problem.people[client] * farthest;
  }
  return std::ceil(total);
}

}  // namespace

MedianProblem as_median(const SitingProblem& problem) {
  const bool covering = problem.goal == Goal::reach_most || problem.goal == Goal::reach_all;
  MedianProblem result;
  result.place_count = static_cast<std::int32_t>(problem.places.size());
  result.most_places = std::min(problem.most_places.value_or(result.place_count), result.place_count);
  if (problem.budget_fen) {
    result.budget_fen = *problem.budget_fen;
    for (const CandidatePlace& place : problem.places) result.price_fen.push_back(place.existing ? 0 : place.price_fen);
  }
  result.whole_costs = true;
  const double neglect = covering ? 0 : cost_of_neglect(problem);
  // Of m places p are open: the m − p + 1 nearest of a client hold an open one, so nothing dearer than the last is paid.
  const auto places = static_cast<std::size_t>(result.place_count);
  std::vector<Offer> offers;
  std::vector<std::int64_t> last_client(places, -1);
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    const double people = problem.people[client];
    if (people == 0) continue;
    offers.clear();
    for (auto at = static_cast<std::size_t>(problem.travel.first[client]); at < static_cast<std::size_t>(problem.travel.first[client + 1]); ++at) {
      const double cost = problem.travel.cost[at];
      if (!covering || cost <= problem.radius) offers.push_back({covering ? 0.0 : people * cost, problem.travel.place[at]});
    }
    std::sort(offers.begin(), offers.end());
    std::erase_if(offers, [&](const Offer& offer) {
      auto& last = last_client[static_cast<std::size_t>(offer.place)];
      return std::exchange(last, static_cast<std::int64_t>(client)) == static_cast<std::int64_t>(client);
    });
    double unserved = covering ? people : neglect;
    const auto certain = places - static_cast<std::size_t>(result.most_places);
    if (!covering && !problem.budget_fen && offers.size() == places && certain < places) unserved = offers[certain].cost;
    for (const Offer& offer : offers) {
      if (offer.cost >= unserved) break;
      result.offer_place.push_back(offer.place);
      result.offer_cost.push_back(offer.cost);
      result.whole_costs = result.whole_costs && whole(offer.cost);
    }
    result.whole_costs = result.whole_costs && whole(unserved);
    result.unserved_cost.push_back(unserved);
    result.first_offer.push_back(static_cast<std::int64_t>(result.offer_place.size()));
  }
  return result;
}

}  // namespace laoyou::siting
