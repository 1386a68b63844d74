// The day has begun and something happened.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engines/dispatch/check.h"

namespace laoyou::dispatch {

/// What happened, and what a promise is worth.
struct Events {
  Seconds now_s = 0;
  std::vector<int> ill_carers;                         ///< make nothing more from now on
  std::vector<int> cancelled_visits;                   ///< dropped unless begun
  std::vector<Visit> added_visits;
  std::vector<std::pair<int, Seconds>> lengthened_visits;  ///< visit and its new length
  std::vector<std::pair<int, Seconds>> delayed_carers;     ///< carer and when she is free again
  int travel_percent = 100;                            ///< all travel from now on, 1 to 1000
  Seconds tolerance_s = 900;                           ///< a start moved by up to this much keeps the promise
  std::int64_t carer_price = 1800;                     ///< of sending another carer than promised, in seconds of lateness
  std::int64_t start_price = 900;                      ///< of coming later than the tolerance, likewise
  bool keep_objective = false;                         ///< true: the problem's own levels count, not those of a running day
};

/// The rest of the day as a problem of its own. Visits begun by now are locked, everything planned is promised, nothing else begins before now.
struct RunningDay {
  Problem problem;
  Plan start;                ///< the published plan as far as it still stands
  Plan published;            ///< the published plan in the new problem's numbers; stops of cancelled visits left out
};

/// `plan` must keep all rules of `problem`. Refused as "dispatch.replan.invalid_plan" and each broken rule otherwise, and as
/// "dispatch.unknown_index", "dispatch.negative" or "dispatch.events.travel_percent" for events that make no sense, all told at once with
/// their place in the events. A begun visit lengthened over what was begun after it is for solve() to refuse.
CheckedResult<RunningDay> after_events(const Problem& problem, const Plan& plan, const Events& events);

/// One promise that a new plan does not keep.
struct BrokenPromise {
  int visit = 0;
  int promised_carer = k_none;
  int carer = k_none;                   ///< k_none: nobody comes
  Seconds promised_start_s = 0;
  Seconds start_s = 0;                  ///< meaningless when nobody comes
};

/// Promises of the problem's visits that the plan breaks: another carer, or a start later than the tolerance.
std::vector<BrokenPromise> broken_promises(const Problem& problem, const Judgement& judgement);

}  // namespace laoyou::dispatch
