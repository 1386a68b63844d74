// What is wrong with the times of locked beginnings.
#pragma once

#include "base/result.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// For a problem whose numbers and lists are sound by themselves: locked stops that cannot follow one another ("dispatch.locked_conflict"), to
/// which there is no way ("locked_unreachable"), that last into the same carer's next shift although she is taken to be there
/// ("locked_overruns"), or that contradict the links ("locked_links").
Refusals locked_contradictions(const Problem& problem);

}  // namespace laoyou::dispatch
