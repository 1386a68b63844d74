// Small random problems in which every feature of the model occurs, for comparing the search with brute force.
#pragma once

#include "base/random.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// A problem with 1 to `most_visits` visits and 1 to `most_shifts` shifts; it may hold contradictions.
Problem random_problem(SeededRandom& random, int most_visits, int most_shifts);

}  // namespace laoyou::dispatch
