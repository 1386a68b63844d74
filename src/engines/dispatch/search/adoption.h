// Takes over a plan that was made for another state of affairs.
#pragma once

#include "engines/dispatch/search/insertion.h"

namespace laoyou::dispatch {

/// Puts the stops of a plan into an empty roster, in their order, as far as rules allow; what does not fit stays out, groups of linked visits
/// as wholes. A plan that keeps all rules is taken over exactly.
void adopt(const Plan& plan, Roster& roster, Insertion& insertion);

/// Gives a break to every route that needs one; where none fits, visits leave from the route's end until none is needed.
void ensure_breaks(Roster& roster, Insertion& insertion);

}  // namespace laoyou::dispatch
