#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include "engines/siting/goals.h"
#include "engines/siting/number_reader.h"

namespace laoyou::siting {
namespace {

bool covering(Goal goal) { return goal == Goal::reach_most || goal == Goal::reach_all; }

/// Figures outside their ranges; nothing else can be judged while there are any.
void check_figures(const SitingProblem& problem, Refusals& refusals) {
  const auto wrong = [&](const std::string& place, const char* what) { refusals.push_back(at(place, refuse("siting.input", {what}))); };
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    if (!(problem.people[client] >= 0) || !std::isfinite(problem.people[client])) wrong("/people/" + std::to_string(client), "people");
  }
  for (std::size_t place = 0; place < problem.places.size(); ++place) {
    const CandidatePlace& candidate = problem.places[place];
    const std::string where = "/places/" + std::to_string(place);
    if (candidate.price_fen < 0) wrong(where, "price_fen");
    if (!(candidate.opening_cost >= 0) || !std::isfinite(candidate.opening_cost)) wrong(where, "opening_cost");
    if (!(candidate.capacity >= 0)) wrong(where, "capacity");
    if (!(candidate.least_use >= 0) || candidate.least_use > candidate.capacity) wrong(where, "least_use");
  }
  const TravelTable& travel = problem.travel;
  if (travel.first.size() != problem.people.size() + 1 || travel.place.size() != travel.cost.size() || travel.first.front() != 0 ||
      travel.first.back() != static_cast<std::int64_t>(travel.place.size()) || !std::is_sorted(travel.first.begin(), travel.first.end())) {
    wrong("/travel", "first");
    return;
  }
  for (std::size_t at = 0; at < travel.place.size(); ++at) {
    const bool known = travel.place[at] >= 0 && static_cast<std::size_t>(travel.place[at]) < problem.places.size();
    if (!known || !(travel.cost[at] >= 0) || !std::isfinite(travel.cost[at])) {
      wrong("/travel/" + std::to_string(at), known ? "cost" : "place");
      return;
    }
  }
  if (std::isnan(problem.radius) || problem.radius < 0) wrong("/radius", "radius");
  if (problem.most_places && *problem.most_places < 0) wrong("/most_places", "most_places");
  if (problem.budget_fen && *problem.budget_fen < 0) wrong("/budget_fen", "budget_fen");
}

void check_limits(const SitingProblem& problem, Refusals& refusals) {
  const bool needs_limit = problem.goal == Goal::reach_most || problem.goal == Goal::least_farthest;
  const bool opening_costs = std::any_of(problem.places.begin(), problem.places.end(), [](const CandidatePlace& p) { return p.opening_cost > 0; });
  if (!problem.most_places && !problem.budget_fen && (needs_limit || (problem.goal == Goal::least_travel && !opening_costs))) {
    refusals.push_back(refuse("siting.limit_missing"));
  }
  if (covering(problem.goal) && !std::isfinite(problem.radius)) refusals.push_back(refuse("siting.radius_missing"));
  const auto existing = std::count_if(problem.places.begin(), problem.places.end(), [](const CandidatePlace& p) { return p.existing; });
  if (problem.most_places && existing > *problem.most_places) {
    refusals.push_back(refuse("siting.existing_exceed_limit", {std::to_string(existing), std::to_string(*problem.most_places)}));
  }
}

void check_reach(const SitingProblem& problem, Refusals& refusals) {
  if (problem.goal == Goal::reach_most) return;
  const double radius = problem.goal == Goal::reach_all ? problem.radius : std::numeric_limits<double>::infinity();
  const bool anybody = std::any_of(problem.people.begin(), problem.people.end(), [](double people) { return people > 0; });
  std::int64_t lost = 0;
  std::size_t first_lost = 0;
  for (std::size_t client = 0; client < problem.people.size(); ++client) {
    if (problem.people[client] == 0 && (anybody || problem.goal == Goal::least_travel)) continue;
    bool reached = false;
    for (auto at = problem.travel.first[client]; at < problem.travel.first[client + 1] && !reached; ++at) {
      reached = problem.travel.cost[static_cast<std::size_t>(at)] <= radius;
    }
    if (!reached && lost++ == 0) first_lost = client;
  }
  if (lost > 0) refusals.push_back(refuse("siting.client_out_of_reach", {std::to_string(lost), std::to_string(first_lost)}));
}

void check_capacity(const SitingProblem& problem, Refusals& refusals) {
  if (problem.goal == Goal::reach_most || !has_use_limits(problem)) return;
  const double people = std::accumulate(problem.people.begin(), problem.people.end(), 0.0);
  std::vector<double> capacity;
  double total = 0;
  std::size_t may_open = static_cast<std::size_t>(problem.most_places.value_or(static_cast<std::int32_t>(problem.places.size())));
  for (const CandidatePlace& place : problem.places) {
    if (place.existing) {
      total += place.capacity;
      may_open -= may_open > 0 ? 1 : 0;
    } else {
      capacity.push_back(place.capacity);
    }
  }
  std::sort(capacity.begin(), capacity.end(), std::greater<>());
  for (std::size_t at = 0; at < std::min(may_open, capacity.size()); ++at) total += capacity[at];
  if (total < people) refusals.push_back(refuse("siting.capacity_too_small", {plain_number(total), plain_number(people)}));
}

}  // namespace

Refusals check_problem(const SitingProblem& problem) {
  Refusals refusals;
  check_figures(problem, refusals);
  if (!refusals.empty()) return refusals;
  check_limits(problem, refusals);
  check_reach(problem, refusals);
  check_capacity(problem, refusals);
  return refusals;
}

}  // namespace laoyou::siting
