#include "engines/dispatch/locked_times.h"

#include <algorithm>

#include "engines/dispatch/check.h"
#include "engines/dispatch/search/roster.h"

namespace laoyou::dispatch {
namespace {

std::string stop_place(int shift, std::size_t stop) { return "/shifts/" + std::to_string(shift) + "/locked/" + std::to_string(stop); }

class LockedTimes {
 public:
  explicit LockedTimes(const Problem& problem) : problem_(problem), judgement_(check(problem, locked_beginnings(problem))) {}

  Refusals find() {
    for (const Broken& broken : judgement_.broken) {
      if (broken.rule == Rule::backwards) add_backwards(broken);
      if (broken.rule == Rule::unreachable) add_unreachable(broken);
    }
    if (judgement_.routes.size() == problem_.shifts.size()) find_overruns();
    return std::move(found_);
  }

 private:
  const Shift& shift(int s) const { return problem_.shifts[static_cast<std::size_t>(s)]; }
  std::string name_of_stop(int s, std::size_t stop) const {
    const int visit = shift(s).locked[stop];
    return visit == k_break ? "break" : problem_.visits[static_cast<std::size_t>(visit)].id;
  }

  void add_backwards(const Broken& broken) {
    const auto& stops = judgement_.routes[static_cast<std::size_t>(broken.shift)].stops;
    const std::string place = stop_place(broken.shift, broken.stop);
    const std::string later = name_of_stop(broken.shift, broken.stop);
    if (broken.stop == 0) return found_.push_back({"dispatch.begun_before_shift", place, {later}});
    const TimedStop& ahead = stops[broken.stop - 1];
    const Seconds length_s = ahead.visit == k_break ? shift(broken.shift).rest->length_s : problem_.visits[static_cast<std::size_t>(ahead.visit)].length_s;
    found_.push_back({"dispatch.locked_conflict", place, {later, std::to_string(broken.seconds), name_of_stop(broken.shift, broken.stop - 1), std::to_string(ahead.start_s + length_s)}});
  }

  void add_unreachable(const Broken& broken) {
    const std::size_t last = shift(broken.shift).locked.size();
    if (broken.stop < last) return found_.push_back({"dispatch.locked_unreachable", stop_place(broken.shift, broken.stop), {name_of_stop(broken.shift, broken.stop)}});
    // Which stop is the last one is open yet, unless nobody could get home from any.
    found_.push_back({"dispatch.locked_unreachable", "/shifts/" + std::to_string(broken.shift) + "/end_place", {problem_.places[static_cast<std::size_t>(shift(broken.shift).end_place)].id}});
  }

  /// When the carer is at work in a shift at the earliest, as far as the problem says.
  Seconds present_from_s(int s) const {
    const TimedRoute& timed = judgement_.routes[static_cast<std::size_t>(s)];
    if (begun_stops(problem_, shift(s)) > 0) return timed.stops[0].start_s;
    if (!shift(s).locked.empty()) return timed.leaves_s;
    return std::max(shift(s).begins_s, shift(s).free_from_s.value_or(shift(s).begins_s));
  }

  void find_overruns() {
    const int shifts = static_cast<int>(problem_.shifts.size());
    const auto key = [this](int s) { return std::tuple(shift(s).begins_s, shift(s).ends_s, s); };
    for (int s = 0; s < shifts; ++s) {
      if (shift(s).locked.empty()) continue;
      const Seconds ends_s = judgement_.routes[static_cast<std::size_t>(s)].ends_s;
      for (int other = 0; other < shifts; ++other) {
        if (shift(other).carer != shift(s).carer || key(other) <= key(s) || present_from_s(other) >= ends_s) continue;
        const std::string next = "/shifts/" + std::to_string(other);
        found_.push_back({"dispatch.locked_overruns", "/shifts/" + std::to_string(s) + "/locked", {std::to_string(ends_s), next, std::to_string(present_from_s(other))}});
      }
    }
  }

  const Problem& problem_;
  Judgement judgement_;
  Refusals found_;
};

}  // namespace

Refusals locked_contradictions(const Problem& problem) {
  if (std::all_of(problem.shifts.begin(), problem.shifts.end(), [](const Shift& day) { return day.locked.empty(); })) return {};
  Refusals found = LockedTimes(problem).find();
  if (!found.empty()) return found;
  Ground ground(problem);
  if (!Roster(ground).locked_fit()) found.push_back({"dispatch.locked_links", "/shifts", {}});
  return found;
}

}  // namespace laoyou::dispatch
