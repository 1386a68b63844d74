#include "engines/dispatch/replan.h"

#include <algorithm>

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

class Rebuilding {
 public:
  Rebuilding(const Problem& problem, const Plan& plan, const Events& events, const Judgement& judgement)
      : old_(problem), plan_(plan), events_(events), judgement_(judgement), number_(problem.visits.size(), k_none) {}

  RunningDay rebuild() {
    day_.problem = old_;
    if (!events_.keep_objective) day_.problem.objective = running_day_objective();
    lock_begun();
    keep_visits();
    renumber_shifts();
    forget_ways_made();
    slow_travel();
    send_home_ill();
    for (const auto& [carer, free_s] : events_.delayed_carers) delay(carer, free_s);
    for (const Visit& visit : events_.added_visits) {
      day_.problem.visits.push_back(visit);
      day_.problem.visits.back().entry = k_none;
    }
    put_off_next_shifts();
    return std::move(day_);
  }

 private:
  bool ill(int carer) const { return std::count(events_.ill_carers.begin(), events_.ill_carers.end(), carer) > 0; }

  /// Stops begun by now stay as they are: a beginning of the route each, with those that were locked before. Of an ill carer's only the begun
  /// ones.
  void lock_begun() {
    begun_.assign(old_.visits.size(), 0);
    for (std::size_t s = 0; s < plan_.routes.size(); ++s) {
      const auto& stops = judgement_.routes[s].stops;
      std::size_t begun = 0;
      while (begun < stops.size() && stops[begun].start_s <= events_.now_s) ++begun;
      for (std::size_t i = 0; i < begun; ++i)
        if (stops[i].visit != k_break) begun_[index(stops[i].visit)] = 1;
      const std::size_t locked = ill(old_.shifts[s].carer) ? begun : std::max(begun, old_.shifts[s].locked.size());
      locked_.emplace_back(plan_.routes[s].begin(), plan_.routes[s].begin() + static_cast<std::ptrdiff_t>(locked));
    }
  }

  void keep_visits() {
    std::vector<Visit> kept;
    for (std::size_t v = 0; v < old_.visits.size(); ++v) {
      const auto& cancelled = events_.cancelled_visits;
      if (!begun_[v] && std::count(cancelled.begin(), cancelled.end(), static_cast<int>(v)) > 0) continue;
      number_[v] = static_cast<int>(kept.size());
      kept.push_back(old_.visits[v]);
      kept.back().entry = k_none;  // it stands in a list of its own now
    }
    day_.problem.visits = std::move(kept);
    promise_all();
    for (const auto& [visit, length_s] : events_.lengthened_visits)
      if (number_[index(visit)] != k_none) day_.problem.visits[index(number_[index(visit)])].length_s = length_s;
    day_.problem.links.clear();
    for (Link link : old_.links) {
      link.first = number_[index(link.first)];
      link.second = number_[index(link.second)];
      link.entry = k_none;
      if (link.first != k_none && link.second != k_none) day_.problem.links.push_back(link);
    }
  }

  void promise_all() {
    for (std::size_t s = 0; s < plan_.routes.size(); ++s) {
      for (const TimedStop& stop : judgement_.routes[s].stops) {
        if (stop.visit == k_break || number_[index(stop.visit)] == k_none) continue;
        Visit& visit = day_.problem.visits[index(number_[index(stop.visit)])];
        if (begun_[index(stop.visit)]) visit.pinned_start_s = stop.start_s;
        visit.promise = Promise{old_.shifts[s].carer, stop.start_s, events_.tolerance_s, events_.carer_price, events_.start_price};
      }
    }
  }

  std::vector<int> renumbered(const std::vector<int>& stops) const {
    std::vector<int> kept;
    for (int stop : stops)
      if (stop == k_break || number_[index(stop)] != k_none) kept.push_back(stop == k_break ? k_break : number_[index(stop)]);
    return kept;
  }

  void renumber_shifts() {
    for (std::size_t s = 0; s < day_.problem.shifts.size(); ++s) {
      Shift& shift = day_.problem.shifts[s];
      shift.locked = renumbered(locked_[s]);
      for (const TimedStop& stop : judgement_.routes[s].stops)
        if (stop.visit == k_break && stop.start_s <= events_.now_s) shift.rest->begun_s = stop.start_s;
      shift.free_from_s = std::max(events_.now_s, shift.free_from_s.value_or(events_.now_s));
      day_.published.routes.push_back(renumbered(plan_.routes[s]));
      day_.start.routes.push_back(ill(shift.carer) ? shift.locked : day_.published.routes.back());
    }
  }

  bool has_begun(std::size_t s) const { return !judgement_.routes[s].stops.empty() && judgement_.routes[s].stops[0].start_s <= events_.now_s; }

  /// Who has begun a later shift is long home from the one before it, however slow the roads are now.
  void forget_ways_made() {
    if (events_.travel_percent <= 100) return;
    for (std::size_t s = 0; s < old_.shifts.size(); ++s)
      for (std::size_t later = 0; later < old_.shifts.size(); ++later)
        if (old_.shifts[later].carer == old_.shifts[s].carer && old_.shifts[later].begins_s >= old_.shifts[s].ends_s && later != s && has_begun(later))
          day_.problem.shifts[s].end_place = k_none;
  }

  void slow_travel() {
    const std::int64_t percent = events_.travel_percent;
    for (Mode& mode : day_.problem.modes) {
      for (std::int32_t& seconds : mode.seconds)
        if (seconds < k_unreachable_s) seconds = static_cast<std::int32_t>(std::min<std::int64_t>((seconds * percent + 99) / 100, k_unreachable_s - 1));
      if (mode.seconds.empty()) mode.metres_per_hour = std::max<std::int64_t>(1, mode.metres_per_hour * 100 / percent);
    }
  }

  /// No further work fits into a shift that allows none; what was begun raises the limit to itself.
  void send_home_ill() {
    for (Shift& shift : day_.problem.shifts) {
      if (!ill(shift.carer)) continue;
      shift.most_work_s = 0;
      shift.overtime_limit_s = 0;
      shift.ends_s = std::clamp(events_.now_s, shift.begins_s, shift.ends_s);
      shift.rest.reset();
      std::erase(shift.locked, k_break);
    }
    for (std::size_t s = 0; s < day_.problem.shifts.size(); ++s) {
      if (!ill(day_.problem.shifts[s].carer)) continue;
      day_.start.routes[s] = day_.problem.shifts[s].locked;
      // Even a visit of no length next door is none of hers any more.
      for (std::size_t v = 0; v < day_.problem.visits.size(); ++v) {
        const auto& own = day_.problem.shifts[s].locked;
        if (std::count(own.begin(), own.end(), static_cast<int>(v)) == 0) day_.problem.visits[v].excluded_carers.push_back(day_.problem.shifts[s].carer);
      }
    }
  }

  /// A begun stop that lasts into the carer's next shift keeps her from it until it is over.
  void put_off_next_shifts() {
    const Judgement begun = check(day_.problem, locked_beginnings(day_.problem));
    for (std::size_t s = 0; s < begun.routes.size(); ++s) {
      const Shift& busy = day_.problem.shifts[s];
      if (busy.locked.empty()) continue;
      for (Shift& next : day_.problem.shifts)
        if (next.carer == busy.carer && next.begins_s >= busy.ends_s && &next != &busy) next.free_from_s = std::max(*next.free_from_s, begun.routes[s].ends_s);
    }
  }

  void delay(int carer, Seconds free_s) {
    for (Shift& shift : day_.problem.shifts)
      if (shift.carer == carer) shift.free_from_s = std::max(*shift.free_from_s, free_s);
  }

  const Problem& old_;
  const Plan& plan_;
  const Events& events_;
  const Judgement& judgement_;
  RunningDay day_;
  std::vector<int> number_;  ///< old visit to new
  std::vector<char> begun_;
  std::vector<std::vector<int>> locked_;
};

/// Everything that makes no sense in the events.
class EventsInspector {
 public:
  EventsInspector(const Problem& problem, const Events& events) : problem_(problem), events_(events) {}

  Refusals inspect() {
    for (std::size_t i = 0; i < events_.ill_carers.size(); ++i) known("ill_carers", i, events_.ill_carers[i], problem_.carers.size());
    for (std::size_t i = 0; i < events_.cancelled_visits.size(); ++i) known("cancelled_visits", i, events_.cancelled_visits[i], problem_.visits.size());
    for (std::size_t i = 0; i < events_.delayed_carers.size(); ++i) known("delayed_carers", i, events_.delayed_carers[i].first, problem_.carers.size());
    for (std::size_t i = 0; i < events_.lengthened_visits.size(); ++i) {
      const auto& [visit, length_s] = events_.lengthened_visits[i];
      known("lengthened_visits", i, visit, problem_.visits.size());
      if (length_s < 0) found("/lengthened_visits/" + std::to_string(i) + "/length_s", "dispatch.negative", length_s);
    }
    if (events_.travel_percent < 1 || events_.travel_percent > 1000) found("/travel_percent", "dispatch.events.travel_percent", events_.travel_percent);
    for (const auto& [name, value] : {std::pair("/tolerance_s", events_.tolerance_s), std::pair("/carer_price", events_.carer_price), std::pair("/start_price", events_.start_price)})
      if (value < 0) found(name, "dispatch.negative", value);
    return std::move(found_);
  }

 private:
  void found(std::string place, const char* code, std::int64_t value) { found_.push_back({code, std::move(place), {std::to_string(value)}}); }
  void known(const char* list, std::size_t i, int value, std::size_t count) {
    if (value < 0 || index(value) >= count) found("/" + std::string(list) + "/" + std::to_string(i), "dispatch.unknown_index", value);
  }

  const Problem& problem_;
  const Events& events_;
  Refusals found_;
};

}  // namespace

CheckedResult<RunningDay> after_events(const Problem& problem, const Plan& plan, const Events& events) {
  if (Refusals senseless = EventsInspector(problem, events).inspect(); !senseless.empty()) return senseless;
  const Judgement judgement = check(problem, plan);
  if (!judgement.valid()) {
    Refusals refusals{refuse("dispatch.replan.invalid_plan", {std::to_string(judgement.broken.size())})};
    for (const Broken& broken : judgement.broken) refusals.push_back(refusal_of(problem, broken));
    return refusals;
  }
  Plan whole = plan;
  whole.routes.resize(problem.shifts.size());
  return Rebuilding(problem, whole, events, judgement).rebuild();
}

std::vector<BrokenPromise> broken_promises(const Problem& problem, const Judgement& judgement) {
  std::vector<BrokenPromise> broken;
  std::vector<int> carer(problem.visits.size(), k_none);
  std::vector<Seconds> start(problem.visits.size(), 0);
  for (std::size_t s = 0; s < judgement.routes.size(); ++s) {
    for (const TimedStop& stop : judgement.routes[s].stops) {
      if (stop.visit == k_break) continue;
      carer[index(stop.visit)] = problem.shifts[s].carer;
      start[index(stop.visit)] = stop.start_s;
    }
  }
  for (std::size_t v = 0; v < problem.visits.size(); ++v) {
    const auto& promise = problem.visits[v].promise;
    if (!promise) continue;
    const bool other_carer = promise->carer != k_none && promise->carer != carer[v];
    const bool later = promise->start_s && (carer[v] == k_none || start[v] > *promise->start_s + promise->tolerance_s);
    if (other_carer || later) broken.push_back({static_cast<int>(v), promise->carer, carer[v], promise->start_s.value_or(0), start[v]});
  }
  return broken;
}

}  // namespace laoyou::dispatch
