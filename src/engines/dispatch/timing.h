// The times of a plan as the judge reads the rules: its own arithmetic, shared with no search.
#pragma once

#include <vector>

#include "engines/dispatch/broken.h"
#include "engines/dispatch/plan.h"

namespace laoyou::dispatch {

/// Where a visit stands.
struct Where {
  int shift = k_none;
  std::size_t stop = 0;
};

/// Places, travel and earliest times of the stops of a plan, however wrong the plan is. Problem and plan outlive it.
class Timing {
 public:
  Timing(const Problem& problem, const Plan& plan);

  /// Rules that leave no times (unknown_stop, twice), or make them endless.
  const std::vector<Broken>& broken() const { return broken_; }
  /// False: the routes name no real stops, and nothing else may be asked.
  bool known() const { return known_; }

  int shifts() const { return static_cast<int>(problem_.shifts.size()); }
  const Shift& shift(int s) const { return problem_.shifts[static_cast<std::size_t>(s)]; }
  const Visit& visit(int v) const { return problem_.visits[static_cast<std::size_t>(v)]; }
  const std::vector<int>& route(int s) const;
  const Where& where(int v) const { return where_[static_cast<std::size_t>(v)]; }
  bool is_locked(int s, std::size_t stop) const { return stop < shift(s).locked.size(); }

  const std::vector<TimedRoute>& routes() const { return routes_; }
  const TimedRoute& timed(int s) const { return routes_[static_cast<std::size_t>(s)]; }
  Seconds start_s(int s, std::size_t stop) const { return timed(s).stops[stop].start_s; }
  Seconds start_of(int v) const;  ///< far in the past for a visit in no route
  Seconds length_of(int s, std::size_t stop) const;
  Seconds travel_to(int s, std::size_t stop) const;  ///< from the stop before it, or the start
  Seconds travel_home(int s) const;
  Seconds travel_of(int s) const;
  Seconds visits_of(int s) const;                    ///< seconds of visits in the route
  Seconds work_of(int s) const { return travel_of(s) + visits_of(s); }

 private:
  void find_stops();
  void find_times();
  bool raise_route(int s);
  int place_of(int s, std::size_t stop) const;
  Seconds between(int s, int from, int to) const;
  Seconds start_from(int s, std::size_t stop, Seconds ready) const;
  Seconds ready_by_links(int v) const;
  void broke(Rule rule, int s, std::size_t stop);

  const Problem& problem_;
  const Plan& plan_;
  std::vector<std::vector<const Link*>> links_of_;
  std::vector<Where> where_;
  std::vector<TimedRoute> routes_;
  std::vector<Broken> broken_;
  bool known_ = false;
};

}  // namespace laoyou::dispatch
