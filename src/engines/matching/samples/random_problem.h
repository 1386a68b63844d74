// Small random problems in which every feature occurs, for comparing the engine with brute force.
#pragma once

#include "base/random.h"
#include "engines/matching/problem.h"

namespace laoyou::matching {

/// What may occur in a random problem.
struct Mixture {
  int most_places = 3;
  int most_families = 5;
  int most_wishes = 3;
  bool siblings = true;
  bool sessions = true;   ///< two sessions and three patterns
  bool quotas = true;
  bool holders = true;
  bool least = true;
};

/// A problem in order of ids; ties are broken by a draw.
Problem random_problem(SeededRandom& random, const Mixture& mixture);

}  // namespace laoyou::matching
