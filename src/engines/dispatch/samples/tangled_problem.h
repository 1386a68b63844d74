// Small random problems as running days leave them: locks, starts that were, links in rings, days in parts, places without a way.
#pragma once

#include "base/random.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// A random_problem() of the same size with several locked stops, begun or not, more links, carers of several shifts, and modes that do not
/// reach every place. About half of them hold contradictions.
Problem tangled_problem(SeededRandom& random, int most_visits, int most_shifts);

}  // namespace laoyou::dispatch
