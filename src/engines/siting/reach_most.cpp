#include <algorithm>
#include <numeric>

#include "engines/siting/coverage_presolve.h"
#include "engines/siting/goals.h"
#include "engines/siting/median_solver.h"
#include "engines/siting/mixed_integer.h"

namespace laoyou::siting {
namespace {

std::vector<Decision> existing_open(const SitingProblem& problem) {
  std::vector<Decision> decisions;
  for (const CandidatePlace& place : problem.places) decisions.push_back(place.existing ? Decision::open : Decision::free);
  return decisions;
}

/// Small gaps that hold out against our own branching are closed by CBC, whose cuts see several places at once.
constexpr std::int64_t k_nodes_before_program = 150;
constexpr std::size_t k_most_program_entries = 2'000'000;

MedianAnswer solve_coverage(const MedianProblem& problem, const Effort& effort) {
  Effort first = effort;
  first.node_limit = std::min(effort.node_limit, k_nodes_before_program);
  MedianAnswer found = solve_median(problem, first);
  if (found.bound >= found.value || effort.node_limit <= found.nodes || effort.stop_now()) return found;
  if (problem.offer_place.size() > k_most_program_entries) return solve_median(problem, effort);
  const ProgramAnswer program = solve_program(state_covering(problem), effort);
  found.nodes += program.nodes;
  found.bound = std::max(found.bound, program.bound + problem.constant);
  if (program.column.empty()) return found;
  std::vector<std::int32_t> open;
  for (std::int32_t place = 0; place < problem.place_count; ++place) {
    if (program.column[static_cast<std::size_t>(place)] > 0.5) open.push_back(place);
  }
  const double value = cost_of(problem, open);
  if (value < found.value) {
    found.value = value;
    found.open = std::move(open);
  }
  if (program.proved) found.bound = found.value;
  found.bound = std::min(found.bound, found.value);
  return found;
}

}  // namespace

CheckedResult<SitingAnswer> reach_most(const SitingProblem& problem, const Effort& effort) {
  const MedianProblem all = as_median(problem);
  const ReducedMedianProblem without_existing = reduce(all, existing_open(problem));
  const ReducedMedianProblem small = presolve_coverage(without_existing.problem);
  const MedianAnswer found = solve_coverage(small.problem, effort);
  SitingAnswer answer;
  for (std::size_t place = 0; place < problem.places.size(); ++place) {
    if (problem.places[place].existing) answer.open.push_back(static_cast<std::int32_t>(place));
  }
  for (const std::int32_t place : found.open) {
    answer.open.push_back(without_existing.original_place[static_cast<std::size_t>(small.original_place[static_cast<std::size_t>(place)])]);
  }
  std::sort(answer.open.begin(), answer.open.end());
  answer.served_by = nearest_open(problem, answer.open, problem.radius);
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    answer.value += answer.served_by[client] >= 0 ? problem.people[client] : 0;
  }
  const double people = std::accumulate(problem.people.begin(), problem.people.end(), 0.0);
  answer.proved = found.bound >= found.value;
  answer.bound = answer.proved ? answer.value : std::max(answer.value, people - found.bound);
  answer.nodes = found.nodes;
  return answer;
}

}  // namespace laoyou::siting
