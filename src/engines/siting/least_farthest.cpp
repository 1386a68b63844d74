#include <algorithm>

#include "engines/siting/goals.h"

namespace laoyou::siting {
namespace {

/// Every cost that could be the farthest anyone travels, rising: none below what the worst-placed client needs at best.
std::vector<double> possible_radii(const SitingProblem& problem) {
  double least = 0;
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    double nearest = std::numeric_limits<double>::infinity();
    for (auto at = problem.travel.first[client]; at < problem.travel.first[client + 1]; ++at) {
      nearest = std::min(nearest, problem.travel.cost[static_cast<std::size_t>(at)]);
    }
    least = std::max(least, nearest);
  }
  std::vector<double> radii;
  std::copy_if(problem.travel.cost.begin(), problem.travel.cost.end(), std::back_inserter(radii), [&](double cost) { return cost >= least; });
  std::sort(radii.begin(), radii.end());
  radii.erase(std::unique(radii.begin(), radii.end()), radii.end());
  return radii;
}

double farthest(const SitingProblem& problem, const std::vector<std::int32_t>& served_by) {
  double result = 0;
  for (std::size_t client = 0; client < served_by.size(); ++client) {
    double cost = std::numeric_limits<double>::infinity();
    for (auto at = static_cast<std::size_t>(problem.travel.first[client]); at < static_cast<std::size_t>(problem.travel.first[client + 1]); ++at) {
      if (problem.travel.place[at] == served_by[client]) cost = std::min(cost, problem.travel.cost[at]);
    }
    result = std::max(result, cost);
  }
  return result;
}

bool proved_impossible(const Refusals& refusals) {
  return std::none_of(refusals.begin(), refusals.end(), [](const Refusal& refusal) { return refusal.code == "siting.time_over"; });
}

}  // namespace

CheckedResult<SitingAnswer> least_farthest(const SitingProblem& problem, const Effort& effort) {
  SitingProblem reach = problem;
  reach.goal = Goal::reach_all;
  const std::vector<double> radii = possible_radii(problem);
  if (radii.empty()) return SitingAnswer{{}, 0, 0, true, {}, 0};
  // Below `impossible` proved not to be enough, from `possible` on known to be; between them what time left open.
  std::size_t impossible = 0, undecided = 0, possible = radii.size();
  SitingAnswer best;
  Refusals last_refusal;
  bool found = false;
  while (undecided < possible) {
    // The largest radius first: whether anything fits at all.
    const std::size_t at = found ? (undecided + possible) / 2 : radii.size() - 1;
    reach.radius = radii[at];
    const bool by_program = has_use_limits(problem);
    auto answer = by_program ? solve_by_program(reach, effort) : reach_all(reach, effort);
    if (answer) {
      best = std::move(*answer);
      best.served_by = by_program ? best.served_by : nearest_open(problem, best.open, reach.radius);
      found = true;
      possible = at;
      if (!by_program) {
        const double needed = farthest(problem, best.served_by);
        while (possible > undecided && radii[possible - 1] >= needed) --possible;
      }
      continue;
    }
    last_refusal = answer.error();
    if (!found) return last_refusal;
    undecided = at + 1;
    if (proved_impossible(last_refusal) && impossible <= at) impossible = at + 1;
  }
  best.value = radii[possible];
  best.bound = radii[std::min(impossible, possible)];
  best.proved = best.bound == best.value;
  return best;
}

}  // namespace laoyou::siting
