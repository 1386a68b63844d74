#include <algorithm>
#include <utility>

#include "engines/siting/goals.h"
#include "engines/siting/mixed_integer.h"
#include "engines/siting/siting_program.h"
#include "engines/siting/unmeetable.h"

namespace laoyou::siting {
namespace {

/// The requirements without any one of which the problem could be met.
std::vector<Requirement> unmeetable_requirements(const SitingProblem& problem, const Effort& effort) {
  const std::pair<Requirement, bool Requirements::*> each[] = {{Requirement::most_places, &Requirements::most_places},
                                                               {Requirement::budget, &Requirements::budget},
                                                               {Requirement::capacity, &Requirements::capacity},
                                                               {Requirement::least_use, &Requirements::least_use}};
  std::vector<Requirement> found;
  for (const auto& [requirement, member] : each) {
    Requirements others;
    others.*member = false;
    if (effort.stop_now()) break;
    if (!solve_program(state_program(problem, others), effort).column.empty()) found.push_back(requirement);
  }
  return found;
}

/// A client who must be served and whom no place could serve has no column, so the program would not miss it.
bool somebody_is_out_of_reach(const SitingProblem& problem) {
  if (problem.goal != Goal::reach_all) return false;
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    const auto begin = problem.travel.cost.begin() + problem.travel.first[client];
    const auto end = problem.travel.cost.begin() + problem.travel.first[client + 1];
    if (std::none_of(begin, end, [&](double cost) { return cost <= problem.radius; })) return true;
  }
  return false;
}

SitingAnswer read_answer(const SitingProblem& problem, const SitingProgram& program, const std::vector<double>& column) {
  SitingAnswer answer;
  std::vector<double> largest(problem.people.size(), 0.0);
  answer.served_by.assign(problem.people.size(), -1);
  for (std::int32_t place = 0; place < program.places; ++place) {
    if (column[static_cast<std::size_t>(place)] > 0.5) answer.open.push_back(place);
  }
  for (std::size_t pair = 0; pair < program.pair_client.size(); ++pair) {
    const double share = column[static_cast<std::size_t>(program.places) + pair];
    const auto client = static_cast<std::size_t>(program.pair_client[pair]);
    if (share <= 1e-6 || share <= largest[client]) continue;
    largest[client] = share;
    answer.served_by[client] = program.pair_place[pair];
  }
  return answer;
}

}  // namespace

CheckedResult<SitingAnswer> solve_by_program(const SitingProblem& problem, const Effort& effort) {
  if (somebody_is_out_of_reach(problem)) return refuse_unmeetable({Requirement::radius});
  const SitingProgram program = state_program(problem, Requirements{});
  if (program.objective.empty()) return SitingAnswer{{}, 0, 0, true, std::vector<std::int32_t>(problem.people.size(), -1), 0};
  const ProgramAnswer found = solve_program(program, effort);
  if (found.column.empty()) {
    if (!found.proved) return Refusals{refuse("siting.time_over")};
    return refuse_unmeetable(unmeetable_requirements(problem, effort));
  }
  SitingAnswer answer = read_answer(problem, program, found.column);
  const double sign = problem.goal == Goal::reach_most ? -1 : 1;
  answer.value = sign * found.value;
  answer.proved = found.proved;
  answer.bound = answer.proved ? answer.value : sign * std::min(found.bound, found.value);
  answer.nodes = found.nodes;
  return answer;
}

}  // namespace laoyou::siting
