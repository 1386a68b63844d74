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

SitingProblem without_nobody(const SitingProblem& problem, std::vector<std::size_t>& kept) {
  const bool anybody = std::any_of(problem.people.begin(), problem.people.end(), [](double people) { return people > 0; });
  SitingProblem peopled = problem;
  peopled.people.clear();
  peopled.travel = {};
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    if (anybody && problem.people[client] <= 0) continue;
    kept.push_back(client);
    peopled.people.push_back(problem.people[client]);
    const auto begin = static_cast<std::ptrdiff_t>(problem.travel.first[client]), end = static_cast<std::ptrdiff_t>(problem.travel.first[client + 1]);
    peopled.travel.place.insert(peopled.travel.place.end(), problem.travel.place.begin() + begin, problem.travel.place.begin() + end);
    peopled.travel.cost.insert(peopled.travel.cost.end(), problem.travel.cost.begin() + begin, problem.travel.cost.begin() + end);
    peopled.travel.first.push_back(static_cast<std::int64_t>(peopled.travel.place.size()));
  }
  return peopled;
}

namespace {

CheckedResult<SitingAnswer> solve_checked(const SitingProblem& problem, const Effort& effort) {
  if (problem.goal == Goal::least_farthest) return least_farthest(problem, effort);
  const bool opening_costs = std::any_of(problem.places.begin(), problem.places.end(), [](const CandidatePlace& place) { return place.opening_cost > 0; });
  if (has_use_limits(problem) || (problem.goal == Goal::least_travel && opening_costs)) return solve_by_program(problem, effort);
  if (problem.goal == Goal::reach_most) return reach_most(problem, effort);
  if (problem.goal == Goal::reach_all) return reach_all(problem, effort);
  return least_travel(problem, effort);
}

}  // namespace

CheckedResult<SitingAnswer> solve(const SitingProblem& problem, const Effort& effort) {
  Refusals refusals = check_problem(problem);
  if (!refusals.empty()) return refusals;
  const bool everywhere = std::all_of(problem.people.begin(), problem.people.end(), [](double people) { return people > 0; });
  if (everywhere) return solve_checked(problem, effort);
  std::vector<std::size_t> kept;
  const SitingProblem peopled = without_nobody(problem, kept);
  auto answer = solve_checked(peopled, effort);
  if (!answer) return answer;
  std::vector<std::int32_t> served_by(problem.people.size(), -1);
  for (std::size_t client = 0; client < std::min(kept.size(), answer->served_by.size()); ++client) served_by[kept[client]] = answer->served_by[client];
  answer->served_by = std::move(served_by);
  return answer;
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
