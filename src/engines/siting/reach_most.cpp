#include <algorithm>
#include <cmath>
#include <numeric>

#include "engines/siting/coverage_presolve.h"
#include "engines/siting/goals.h"
#include "engines/siting/lagrangian_bound.h"
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
constexpr std::int64_t k_nodes_before_program = 60;
constexpr std::size_t k_most_program_entries = 2'000'000;

/// Solutions must cost less than this to better `found`.
double ceiling_of(const MedianProblem& problem, const MedianAnswer& found) {
  return problem.whole_costs ? found.value - 1 + 1e-6 : found.value - k_proof_tolerance * std::abs(found.value);
}

/// Gives CBC what reduced costs leave open and takes over what it finds.
void close_by_program(const MedianProblem& problem, const Effort& effort, MedianAnswer& found) {
  const Climb climb{.iterations = 1000, .patience = 20};
  const LagrangianAnswer known = LagrangianBound(problem).climb(multipliers_of(problem, found.open), climb,
                                                                [&](std::span<const std::int32_t>, const LagrangianAnswer&, bool) { return found.value; });
  const std::vector<Decision> decisions = fix_places(problem, known, ceiling_of(problem, found));
  const ReducedMedianProblem open_question = reduce(problem, decisions);
  const ReducedMedianProblem small = presolve_coverage(open_question.problem);
  const double cutoff = ceiling_of(problem, found) - small.problem.constant;
  const ProgramAnswer program = solve_program(state_covering(small.problem), effort, cutoff);
  found.nodes += program.nodes;
  if (!program.column.empty()) {
    std::vector<std::int32_t> open;
    for (std::size_t place = 0; place < decisions.size(); ++place) {
      if (decisions[place] == Decision::open) open.push_back(static_cast<std::int32_t>(place));
    }
    for (std::size_t place = 0; place < small.original_place.size(); ++place) {
      if (program.column[place] > 0.5) open.push_back(open_question.original_place[static_cast<std::size_t>(small.original_place[place])]);
    }
    std::sort(open.begin(), open.end());
    const double value = cost_of(problem, open);
    if (value < found.value) {
      found.value = value;
      found.open = std::move(open);
    }
  }
  // What the reduction left out costs at least the ceiling, so nothing is better than the least of both.
  found.bound = program.proved ? found.value : std::min(found.value, std::max(found.bound, program.bound + small.problem.constant));
}

MedianAnswer solve_coverage(const MedianProblem& problem, const Effort& effort) {
  Effort first = effort;
  first.node_limit = std::min(effort.node_limit, k_nodes_before_program);
  MedianAnswer found = solve_median(problem, first);
  if (found.bound >= found.value || effort.node_limit <= found.nodes || effort.stop_now()) return found;
  if (problem.offer_place.size() > k_most_program_entries) return solve_median(problem, effort);
  close_by_program(problem, effort, found);
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
