#include <algorithm>
#include <cmath>

#include "engines/siting/goals.h"
#include "engines/siting/median_solver.h"
#include "engines/siting/unmeetable.h"

namespace laoyou::siting {
namespace {

/// Fills the choice up to the allowed number: the problem was built knowing that so many are open.
void fill_up(const SitingProblem& problem, std::vector<std::int32_t>& open) {
  if (problem.budget_fen || !problem.most_places) return;
  std::vector<std::uint8_t> is_open(problem.places.size(), 0);
  for (const std::int32_t place : open) is_open[static_cast<std::size_t>(place)] = 1;
  for (std::size_t place = 0; place < is_open.size() && open.size() < static_cast<std::size_t>(*problem.most_places); ++place) {
    if (!is_open[place]) open.push_back(static_cast<std::int32_t>(place));
  }
  std::sort(open.begin(), open.end());
}

void drop_unused(const SitingProblem& problem, SitingAnswer& answer) {
  std::vector<std::uint8_t> used(problem.places.size(), 0);
  for (const std::int32_t place : answer.served_by) {
    if (place >= 0) used[static_cast<std::size_t>(place)] = 1;
  }
  std::erase_if(answer.open, [&](std::int32_t place) {
    return !used[static_cast<std::size_t>(place)] && !problem.places[static_cast<std::size_t>(place)].existing;
  });
}

/// People × cost to the nearest open place; infinite when some people reach none.
double total_travel(const SitingProblem& problem, const std::vector<std::int32_t>& served_by) {
  double total = 0;
  for (std::size_t client = 0; client < served_by.size(); ++client) {
    if (problem.people[client] == 0) continue;
    double nearest = std::numeric_limits<double>::infinity();
    for (auto at = static_cast<std::size_t>(problem.travel.first[client]); at < static_cast<std::size_t>(problem.travel.first[client + 1]); ++at) {
      if (problem.travel.place[at] == served_by[client]) nearest = std::min(nearest, problem.travel.cost[at]);
    }
    total += problem.people[client] * nearest;
  }
  return total;
}

/// Which of the two limits is in the way of serving everybody; without both everybody can be served.
std::vector<Requirement> limits_in_the_way(const SitingProblem& problem, const Effort& effort) {
  if (!problem.budget_fen) return {Requirement::most_places};
  if (!problem.most_places) return {Requirement::budget};
  std::vector<Requirement> found;
  SitingProblem any_number = problem, any_price = problem;
  any_number.most_places.reset();
  any_price.budget_fen.reset();
  if (least_travel(any_number, effort)) found.push_back(Requirement::most_places);
  if (least_travel(any_price, effort)) found.push_back(Requirement::budget);
  return found;
}

}  // namespace

CheckedResult<SitingAnswer> least_travel(const SitingProblem& problem, const Effort& effort) {
  const MedianProblem all = as_median(problem);
  std::vector<Decision> decisions;
  SitingAnswer answer;
  for (std::size_t place = 0; place < problem.places.size(); ++place) {
    decisions.push_back(problem.places[place].existing ? Decision::open : Decision::free);
    if (problem.places[place].existing) answer.open.push_back(static_cast<std::int32_t>(place));
  }
  const ReducedMedianProblem reduced = reduce(all, decisions);
  const MedianAnswer found = solve_median(reduced.problem, effort);
  for (const std::int32_t place : found.open) answer.open.push_back(reduced.original_place[static_cast<std::size_t>(place)]);
  fill_up(problem, answer.open);
  answer.served_by = nearest_open(problem, answer.open, std::numeric_limits<double>::infinity());
  answer.value = total_travel(problem, answer.served_by);
  answer.proved = found.bound >= found.value;
  if (!std::isfinite(answer.value)) return answer.proved ? refuse_unmeetable(limits_in_the_way(problem, effort)) : Refusals{refuse("siting.time_over")};
  answer.bound = answer.proved ? answer.value : std::min(answer.value, found.bound);
  answer.nodes = found.nodes;
  drop_unused(problem, answer);
  return answer;
}

}  // namespace laoyou::siting
