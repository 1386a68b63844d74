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
    slow_travel();
    send_home_ill();
    for (const auto& [carer, free_s] : events_.delayed_carers) delay(carer, free_s);
    for (const Visit& visit : events_.added_visits) day_.problem.visits.push_back(visit);
    return std::move(day_);
  }

 private:
  bool ill(int carer) const { return std::count(events_.ill_carers.begin(), events_.ill_carers.end(), carer) > 0; }

  /// Stops begun by now stay as they are: a beginning of the route each.
  void lock_begun() {
    begun_.assign(old_.visits.size(), 0);
    for (std::size_t s = 0; s < plan_.routes.size(); ++s) {
      const auto& stops = judgement_.routes[s].stops;
      std::size_t begun = old_.shifts[s].locked.size();
      while (begun < stops.size() && stops[begun].start_s <= events_.now_s) ++begun;
      locked_.emplace_back(plan_.routes[s].begin(), plan_.routes[s].begin() + static_cast<std::ptrdiff_t>(begun));
      for (int stop : locked_.back())
        if (stop != k_break) begun_[index(stop)] = 1;
    }
  }

  void keep_visits() {
    std::vector<Visit> kept;
    for (std::size_t v = 0; v < old_.visits.size(); ++v) {
      const auto& cancelled = events_.cancelled_visits;
      if (!begun_[v] && std::count(cancelled.begin(), cancelled.end(), static_cast<int>(v)) > 0) continue;
      number_[v] = static_cast<int>(kept.size());
      kept.push_back(old_.visits[v]);
    }
    day_.problem.visits = std::move(kept);
    promise_all();
    for (const auto& [visit, length_s] : events_.lengthened_visits)
      if (number_[index(visit)] != k_none) day_.problem.visits[index(number_[index(visit)])].length_s = length_s;
    day_.problem.links.clear();
    for (Link link : old_.links) {
      link.first = number_[index(link.first)];
      link.second = number_[index(link.second)];
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
      shift.free_from_s = std::max(events_.now_s, shift.free_from_s.value_or(events_.now_s));
      day_.published.routes.push_back(renumbered(plan_.routes[s]));
      day_.start.routes.push_back(ill(shift.carer) ? shift.locked : day_.published.routes.back());
    }
  }

  void slow_travel() {
    const std::int64_t percent = events_.travel_percent;
    for (Mode& mode : day_.problem.modes) {
      for (std::int32_t& seconds : mode.seconds) seconds = static_cast<std::int32_t>(std::min<std::int64_t>((seconds * percent + 99) / 100, 1'000'000'000));
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

bool within(const std::vector<int>& values, std::size_t count) {
  return std::all_of(values.begin(), values.end(), [count](int value) { return value >= 0 && index(value) < count; });
}

}  // namespace

Result<RunningDay> after_events(const Problem& problem, const Plan& plan, const Events& events) {
  if (!within(events.ill_carers, problem.carers.size())) return at("/events/ill_carers", refuse("dispatch.unknown_index"));
  if (!within(events.cancelled_visits, problem.visits.size())) return at("/events/cancelled_visits", refuse("dispatch.unknown_index"));
  for (const auto& [carer, free_s] : events.delayed_carers)
    if (!within({carer}, problem.carers.size())) return at("/events/delayed_carers", refuse("dispatch.unknown_index"));
  for (const auto& [visit, length_s] : events.lengthened_visits) {
    if (!within({visit}, problem.visits.size())) return at("/events/lengthened_visits", refuse("dispatch.unknown_index"));
    if (length_s < 0) return at("/events/lengthened_visits", refuse("dispatch.negative"));
  }
  if (events.travel_percent < 1 || events.travel_percent > 1000) return at("/events/travel_percent", refuse("dispatch.negative"));
  const Judgement judgement = check(problem, plan);
  if (!judgement.valid()) return refuse("dispatch.replan.invalid_plan", {judgement.broken.front().code, judgement.broken.front().place});
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
