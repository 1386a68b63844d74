#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace laoyou::siting {

/// What the chosen places are to achieve.
enum class Goal {
  reach_most,      ///< most people within the radius (maximal covering, MCLP)
  reach_all,       ///< everybody within the radius, with the fewest places or, where prices are given, the least money (LSCP)
  least_travel,    ///< least Σ people × travel cost, each to the nearest open place, opening costs added (p-median)
  least_farthest,  ///< least travel cost of whoever has the farthest to go (p-center)
};

/// A building or plot that could be used, or a place that is there already.
struct CandidatePlace {
  std::int64_t price_fen = 0;  ///< counts against the budget; an existing place costs nothing
  double opening_cost = 0;     ///< added to the travel cost of least_travel when the place is opened; same unit
  double capacity = std::numeric_limits<double>::infinity();  ///< most people it can serve
  double least_use = 0;        ///< opened only if it serves at least so many people
  bool existing = false;       ///< open whatever is chosen

  bool operator==(const CandidatePlace&) const = default;
};

/// Travel costs (metres, minutes …) between clients and places. A pair that is absent cannot be travelled.
struct TravelTable {
  std::vector<std::int64_t> first = {0};  ///< pairs of client i stand at [first[i], first[i + 1])
  std::vector<std::int32_t> place;
  std::vector<double> cost;  ///< finite, at least 0
};

/// Where to open places.
struct SitingProblem {
  Goal goal = Goal::reach_most;
  std::vector<double> people;  ///< of each client (village, block, household), at least 0
  std::vector<CandidatePlace> places;
  TravelTable travel;
  double radius = std::numeric_limits<double>::infinity();  ///< for reach_most and reach_all; the boundary counts as reached
  std::optional<std::int32_t> most_places;                  ///< open places in all, the existing ones included
  std::optional<std::int64_t> budget_fen;
  bool whole_clients = false;  ///< with capacities: the people of a client all go to one place
};

/// Whether a limit on what places serve (capacity, least use) makes the assignment part of the choice.
bool has_use_limits(const SitingProblem& problem);

}  // namespace laoyou::siting
