#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "engines/siting/median_problem.h"

namespace laoyou::siting {

/// Prices that turn a MedianProblem into one that is solved at sight, and what is known from it.
struct Multipliers {
  std::vector<double> of_client;  ///< what serving the client may cost at most, 0 … unserved_cost
  double of_budget = 0;           ///< per fen
};

/// What the best multipliers found say.
struct LagrangianAnswer {
  double bound = -std::numeric_limits<double>::infinity();  ///< no allowed choice costs less
  Multipliers multipliers;
  std::vector<double> reduced_cost;  ///< per place, price included; negative is worth opening
  std::vector<double> activity;      ///< per place, 0 … 1: how often the relaxed problem lately opened it
};

/// How a climb is made.
struct Climb {
  int iterations = 300;
  double step = 1.5;      ///< share of the distance to the target taken at first
  int patience = 12;      ///< iterations without a better bound before the step is halved
  double least_step = 0.002;
  double good_enough = std::numeric_limits<double>::infinity();  ///< a bound at which to stop
};

/// The Lagrangian relaxation of a MedianProblem in which a client may be served often or never, against a price.
/// The bound is climbed by subgradients with a memory of the last direction (Camerini, Fratta, Maffioli 1975; for the p-median
/// Beasley, "Lagrangean heuristics for location problems", EJOR 65, 1993). The budget, where there is one, is priced too.
class LagrangianBound {
 public:
  explicit LagrangianBound(const MedianProblem& problem);

  /// Told of each relaxed choice of places and of whether it set a better bound; answers with the cost of the best
  /// solution known, which the steps aim at; NaN ends the climb.
  using OnChoice = std::function<double(std::span<const std::int32_t> chosen, const LagrangianAnswer& best, bool better)>;

  LagrangianAnswer climb(Multipliers start, const Climb& climb, const OnChoice& on_choice);

 private:
  double relax(const Multipliers& multipliers);
  void choose();
  void count_served(const Multipliers& multipliers);
  double find_direction(const Multipliers& multipliers);
  void step(Multipliers& multipliers, double length) const;

  const MedianProblem& problem_;
  std::vector<double> reduced_cost_;
  std::vector<std::int32_t> order_;
  std::vector<std::int32_t> chosen_;
  std::vector<std::uint8_t> is_chosen_;
  std::vector<std::int32_t> served_;  // client → chosen places that would serve it below its price
  std::int64_t offers_looked_at_ = 0;
  // The offers turned round: clients a place has offers for.
  std::vector<std::int64_t> first_client_;
  std::vector<std::int32_t> offered_client_;
  std::vector<double> offered_cost_;
  std::vector<double> direction_;
  double budget_direction_ = 0;
};

/// Multipliers half way between the nearest and the second-nearest of `open`: a fair start.
Multipliers multipliers_of(const MedianProblem& problem, std::span<const std::int32_t> open);

/// What `answer` proves of single places, given that only solutions cheaper than `ceiling` are of interest: those that
/// must stay closed, those that must be open. One entry a place.
std::vector<Decision> fix_places(const MedianProblem& problem, const LagrangianAnswer& answer, double ceiling);

}  // namespace laoyou::siting
