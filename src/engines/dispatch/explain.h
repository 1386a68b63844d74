// Why nobody makes a visit, what would free it, and why a served visit has its carer.
#pragma once

#include <string>
#include <vector>

#include "engines/dispatch/check.h"
#include "engines/dispatch/relief.h"

namespace laoyou::dispatch {

/// A visit put at a position of a shift's route.
struct Placing {
  int visit = 0;
  int shift = 0;
  std::size_t stop = 0;
};

/// What stands between a visit and one carer at the best place of her shifts. The placings, made one after the other, put the visit there and
/// then the visits linked to it at the best places found beside it: with every relief applied the plan so made keeps all rules. The first
/// relief names the first rule that blocks.
struct Obstacle {
  int carer = 0;
  std::vector<Placing> placings;  ///< the visit's own first
  std::vector<Relief> reliefs;
};

/// Why one visit is unserved.
struct Explanation {
  int visit = 0;
  std::vector<Obstacle> obstacles;  ///< one for each carer asked for whom a change of limits was seen to help, the most hopeful first
  std::vector<Relief> cheapest;     ///< the least change that frees the visit; empty when none of the changes tried does
  Plan freed;                       ///< a plan with the visit served, valid once `cheapest` is applied
  std::vector<Broken> barred;       ///< where there is no obstacle: what breaks with the visit alone at its most hopeful place
};

/// Why a served visit has its carer: what the best other carer would cost.
struct Choice {
  int visit = 0;
  int carer = 0;
  bool locked = false;         ///< it stands in a locked beginning: nobody else is asked
  int able = 0;                ///< other carers with the skills and the time of day
  int possible = 0;            ///< of them, those into whose present routes the visit fits
  int other = k_none;          ///< the best of those
  Terms dearer{};              ///< what giving her the visit would change in each term
};

/// Explains the unserved visits of a valid plan, each against at most `most_carers` carers, the most hopeful ones. Visits linked
/// to an unserved one are placed with it.
std::vector<Explanation> explain_unserved(const Problem& problem, const Plan& plan, std::size_t most_carers);

/// Explains the served visits of a valid plan, one at a time: visits linked to it stay with their carers.
std::vector<Choice> explain_served(const Problem& problem, const Plan& plan);

}  // namespace laoyou::dispatch
