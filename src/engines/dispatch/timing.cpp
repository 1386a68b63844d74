#include "engines/dispatch/timing.h"

#include <algorithm>

namespace laoyou::dispatch {
namespace {

constexpr Seconds k_endless = 4'000'000'000'000'000;

}  // namespace

Timing::Timing(const Problem& problem, const Plan& plan) : problem_(problem), plan_(plan), links_of_(problem.visits.size()) {
  for (const Link& link : problem.links) {
    links_of_[std::size_t(link.first)].push_back(&link);
    links_of_[std::size_t(link.second)].push_back(&link);
  }
  find_stops();
  known_ = broken_.empty();
  if (known_) find_times();
}

const std::vector<int>& Timing::route(int s) const {
  static const std::vector<int> none;
  return std::size_t(s) < plan_.routes.size() ? plan_.routes[std::size_t(s)] : none;
}

void Timing::broke(Rule rule, int s, std::size_t stop) {
  Broken one;
  one.rule = rule;
  one.shift = s;
  one.stop = stop;
  broken_.push_back(one);
}

void Timing::find_stops() {
  where_.assign(problem_.visits.size(), {});
  if (plan_.routes.size() > problem_.shifts.size()) broke(Rule::unknown_stop, shifts(), 0);
  for (int s = 0; s < shifts(); ++s) {
    int breaks = 0;
    for (std::size_t i = 0; i < route(s).size(); ++i) {
      const int stop = route(s)[i];
      if (stop == k_break ? !shift(s).rest : stop < 0 || std::size_t(stop) >= problem_.visits.size()) {
        broke(Rule::unknown_stop, s, i);
      } else if (stop == k_break ? ++breaks > 1 : where_[std::size_t(stop)].shift != k_none) {
        broke(Rule::twice, s, i);
      } else if (stop != k_break) {
        where_[std::size_t(stop)] = {s, i};
      }
    }
  }
}

/// The place of a stop; a break without one is taken where the carer is.
int Timing::place_of(int s, std::size_t stop) const {
  for (std::size_t i = stop + 1; i-- > 0;) {
    const int at = route(s)[i];
    if (at != k_break) return visit(at).place;
    if (shift(s).rest->place != k_none) return shift(s).rest->place;
  }
  return shift(s).start_place;
}

Seconds Timing::between(int s, int from, int to) const {
  const int mode = problem_.carers[std::size_t(shift(s).carer)].mode;
  if (from == to && problem_.modes[std::size_t(mode)].seconds.empty()) return 0;
  return dispatch::travel_s(problem_, mode, from, to);
}

Seconds Timing::travel_to(int s, std::size_t stop) const {
  const bool placeless = route(s)[stop] == k_break && shift(s).rest->place == k_none;
  const int from = stop == 0 ? shift(s).start_place : place_of(s, stop - 1);
  return placeless ? 0 : between(s, from, place_of(s, stop));
}

Seconds Timing::travel_home(int s) const {
  return route(s).empty() || shift(s).end_place == k_none ? 0 : between(s, place_of(s, route(s).size() - 1), shift(s).end_place);
}

Seconds Timing::travel_of(int s) const {
  Seconds sum = travel_home(s);
  for (std::size_t i = 0; i < route(s).size(); ++i) sum += travel_to(s, i);
  return sum;
}

Seconds Timing::visits_of(int s) const {
  Seconds sum = 0;
  for (int stop : route(s))
    if (stop != k_break) sum += visit(stop).length_s;
  return sum;
}

Seconds Timing::length_of(int s, std::size_t stop) const {
  const int at = route(s)[stop];
  return at == k_break ? shift(s).rest->length_s : visit(at).length_s;
}

/// The first start not before `ready` that the windows, the pin and the promise leave; ready itself when none is left.
Seconds Timing::start_from(int s, std::size_t stop, Seconds ready) const {
  const int at = route(s)[stop];
  if (at == k_break) {
    const Break& rest = *shift(s).rest;
    return is_locked(s, stop) && rest.begun_s ? *rest.begun_s : std::max(ready, rest.opens_s);
  }
  const Visit& what = visit(at);
  if (what.pinned_start_s) return is_locked(s, stop) ? *what.pinned_start_s : std::max(ready, *what.pinned_start_s);
  const Seconds last = what.windows.back().closes_s + what.lateness_limit_s;
  if (what.promise && what.promise->start_s && !is_locked(s, stop))
    ready = std::max(ready, std::min(*what.promise->start_s - what.promise->tolerance_s, last));
  if (is_locked(s, stop)) return std::max(ready, what.windows.front().opens_s);
  for (const Window& window : what.windows)
    if (ready <= window.closes_s) return std::max(ready, window.opens_s);
  return ready;  // after the last window: late, or too late
}

/// Starts from the shifts' beginnings and raises times, route by route, until nothing moves.
void Timing::find_times() {
  routes_.resize(problem_.shifts.size());
  for (int s = 0; s < shifts(); ++s) routes_[std::size_t(s)].stops.assign(route(s).size(), {k_break, -k_endless, -k_endless});
  bool moved = true;
  for (std::size_t round = 0; moved && round < problem_.visits.size() + 3; ++round) {
    moved = false;
    for (int s = 0; s < shifts(); ++s) moved = raise_route(s) || moved;
  }
  if (moved) broke(Rule::endless, k_none, 0);
}

bool Timing::raise_route(int s) {
  TimedRoute& timed = routes_[std::size_t(s)];
  const std::size_t begun = begun_stops(problem_, shift(s));
  Seconds time = shift(s).begins_s;
  bool moved = false;
  for (std::size_t i = 0; i < route(s).size(); ++i) {
    if (i == begun && shift(s).free_from_s) time = std::max(time, *shift(s).free_from_s);
    const Seconds arrival = time + travel_to(s, i);
    Seconds ready = arrival;
    if (route(s)[i] != k_break) ready = std::max(ready, ready_by_links(route(s)[i]));
    const Seconds start = start_from(s, i, ready);
    moved = moved || start != timed.stops[i].start_s;
    timed.stops[i] = {route(s)[i], arrival, start};
    time = start + length_of(s, i);
  }
  timed.ends_s = time + travel_home(s);
  timed.leaves_s = route(s).empty() ? time : std::max(shift(s).begins_s, timed.stops[0].start_s - travel_to(s, 0));
  timed.work_s = work_of(s);
  return moved;
}

Seconds Timing::ready_by_links(int v) const {
  Seconds ready = -k_endless;
  for (const Link* link : links_of_[std::size_t(v)])
    ready = std::max(ready, link->second == v ? start_of(link->first) + link->least_s : start_of(link->second) - link->most_s);
  return ready;
}

Seconds Timing::start_of(int v) const {
  const Where& at = where(v);
  return at.shift == k_none ? -k_endless : start_s(at.shift, at.stop);
}

}  // namespace laoyou::dispatch
