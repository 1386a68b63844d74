#include "engines/siting/siting.h"

#include <algorithm>
#include <cmath>

#include "engines/siting/goals.h"

namespace laoyou::siting {

bool has_use_limits(const SitingProblem& problem) {
  return std::any_of(problem.places.begin(), problem.places.end(),
                     [](const CandidatePlace& place) { return std::isfinite(place.capacity) || place.least_use > 0; });
}

double SitingAnswer::gap() const {
  const double distance = std::abs(bound - value);
  if (proved || distance == 0) return 0;
  return value == 0 ? 1 : distance / std::abs(value);
}

CheckedResult<SitingAnswer> solve(const SitingProblem& problem, const Effort& effort) {
  Refusals refusals = check_problem(problem);
  if (!refusals.empty()) return refusals;
  if (problem.goal == Goal::least_farthest) return least_farthest(problem, effort);
  const bool opening_costs = std::any_of(problem.places.begin(), problem.places.end(), [](const CandidatePlace& place) { return place.opening_cost > 0; });
  if (has_use_limits(problem) || (problem.goal == Goal::least_travel && opening_costs)) return solve_by_program(problem, effort);
  if (problem.goal == Goal::reach_most) return reach_most(problem, effort);
  if (problem.goal == Goal::reach_all) return reach_all(problem, effort);
  return least_travel(problem, effort);
}

std::vector<std::int32_t> nearest_open(const SitingProblem& problem, const std::vector<std::int32_t>& open, double radius) {
  std::vector<std::uint8_t> is_open(problem.places.size(), 0);
  for (const std::int32_t place : open) is_open[static_cast<std::size_t>(place)] = 1;
  std::vector<std::int32_t> result(problem.people.size(), -1);
  for (std::size_t client = 0; client < result.size(); ++client) {
    double nearest = std::numeric_limits<double>::infinity();
    for (auto at = static_cast<std::size_t>(problem.travel.first[client]); at < static_cast<std::size_t>(problem.travel.first[client + 1]); ++at) {
      const std::int32_t place = problem.travel.place[at];
      const double cost = problem.travel.cost[at];
      if (!is_open[static_cast<std::size_t>(place)] || cost > radius || cost >= nearest) continue;
      nearest = cost;
      result[client] = place;
    }
  }
  return result;
}

}  // namespace laoyou::siting
