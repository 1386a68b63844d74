// What dispatch answers: who makes which visits in which order.
#pragma once

#include <vector>

#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// Per shift its stops in order: visits, and k_break where the break is taken. Times follow from the order: everything starts as early as
/// windows, links and travel let it. Visits in no route are unserved.
struct Plan {
  std::vector<std::vector<int>> routes;
};

/// A stop with its time.
struct TimedStop {
  int visit = k_break;
  Seconds arrival_s = 0;
  Seconds start_s = 0;
};

/// A route with its times.
struct TimedRoute {
  Seconds leaves_s = 0;  ///< the latest departure that still makes the first stop's start
  Seconds ends_s = 0;    ///< arrival at the end place, or end of the last visit
  Seconds work_s = 0;    ///< visits and travel, without waiting and break
  std::vector<TimedStop> stops;
};

}  // namespace laoyou::dispatch
