#include <algorithm>
#include <numeric>
#include <string>

#include "engines/siting/cover_solver.h"
#include "engines/siting/goals.h"
#include "engines/siting/unmeetable.h"

namespace laoyou::siting {
namespace {

/// The clients no existing place reaches, with the places that would.
CoverProblem still_to_reach(const SitingProblem& problem, bool by_price) {
  CoverProblem cover;
  for (const CandidatePlace& place : problem.places) cover.price.push_back(by_price ? std::max<std::int64_t>(place.price_fen, 1) : 1);
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    std::vector<std::int32_t> places;
    bool reached = false;
    for (auto at = static_cast<std::size_t>(problem.travel.first[client]); at < static_cast<std::size_t>(problem.travel.first[client + 1]); ++at) {
      if (problem.travel.cost[at] > problem.radius) continue;
      const CandidatePlace& place = problem.places[static_cast<std::size_t>(problem.travel.place[at])];
      // What is there, or costs nothing where only money counts, may be taken as open.
      reached = reached || place.existing || (by_price && place.price_fen == 0);
      places.push_back(problem.travel.place[at]);
    }
    if (reached) continue;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    cover.reached_by.push_back(std::move(places));
  }
  return cover;
}

SitingAnswer with_places(const SitingProblem& problem, const CoverAnswer& found, bool by_price) {
  SitingAnswer answer;
  answer.open = found.chosen;
  for (std::size_t place = 0; place < problem.places.size(); ++place) {
    if (problem.places[place].existing || (by_price && problem.places[place].price_fen == 0)) answer.open.push_back(static_cast<std::int32_t>(place));
  }
  std::sort(answer.open.begin(), answer.open.end());
  answer.served_by = nearest_open(problem, answer.open, problem.radius);
  // A free building that nobody needs stays closed.
  std::vector<std::uint8_t> used(problem.places.size(), 0);
  for (const std::int32_t place : answer.served_by) used[static_cast<std::size_t>(place)] = 1;
  std::erase_if(answer.open, [&](std::int32_t place) {
    const auto p = static_cast<std::size_t>(place);
    return !used[p] && !problem.places[p].existing;
  });
  return answer;
}

}  // namespace

CheckedResult<SitingAnswer> reach_all(const SitingProblem& problem, const Effort& effort) {
  const bool by_price = std::any_of(problem.places.begin(), problem.places.end(),
                                    [](const CandidatePlace& place) { return !place.existing && place.price_fen > 0; });
  if (by_price && problem.most_places) return solve_by_program(problem, effort);
  const CoverAnswer found = solve_cover(still_to_reach(problem, by_price), effort);
  if (found.price >= CoverAnswer::k_impossible) return refuse_unmeetable({Requirement::radius});
  const auto existing = std::count_if(problem.places.begin(), problem.places.end(), [](const CandidatePlace& p) { return p.existing; });
  const std::int64_t already = by_price ? 0 : existing;
  const std::int64_t allowed = by_price ? problem.budget_fen.value_or(CoverAnswer::k_impossible)
                                        : problem.most_places.value_or(static_cast<std::int32_t>(problem.places.size()));
  const char* const too_few = by_price ? "siting.budget_too_small" : "siting.too_few_places";
  if (found.bound + already > allowed) return Refusals{refuse(too_few, {std::to_string(found.bound + already), std::to_string(allowed)})};
  if (found.price + already > allowed) return Refusals{refuse("siting.time_over")};
  SitingAnswer answer = with_places(problem, found, by_price);
  answer.value = static_cast<double>(found.price + already);
  answer.bound = static_cast<double>(found.bound + already);
  answer.proved = found.bound == found.price;
  return answer;
}

}  // namespace laoyou::siting
