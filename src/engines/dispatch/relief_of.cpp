#include "engines/dispatch/relief_of.h"

#include <tuple>

namespace laoyou::dispatch {
namespace {

using Kind = Relief::Kind;

/// One broken rule with what belongs to it at hand.
class Mending {
 public:
  Mending(const Problem& problem, const Broken& broken, const Judgement& judgement) : problem_(problem), broken_(broken), judgement_(judgement) {}

  std::optional<Relief> relief() const {
    switch (broken_.rule) {
      case Rule::skill: return Relief{.kind = Kind::grant_skill, .visit = broken_.visit, .carer = broken_.carer, .shift = broken_.shift, .skill = broken_.skill, .amount = broken_.level};
      case Rule::wish: return of_carer(Kind::drop_wish);
      case Rule::excluded: return of_carer(Kind::lift_exclusion);
      case Rule::pinned_carer: return of_carer(Kind::drop_pin);
      case Rule::window: return of_window();
      case Rule::shift_end: return of_shift(Kind::extend_shift, timed().ends_s - day().ends_s - day().overtime_limit_s);
      case Rule::break_late: return of_shift(Kind::delay_break, start_s() - day().rest->closes_s);
      case Rule::break_missing: return of_shift(Kind::delay_break, timed().ends_s - day().rest->closes_s);
      case Rule::work_limit: return of_shift(Kind::raise_work, timed().work_s - *day().most_work_s);
      case Rule::two_places: return of_next_shift();
      case Rule::carer_work_limit: return of_carer_work();
      default: return std::nullopt;
    }
  }

 private:
  const Shift& day() const { return problem_.shifts[static_cast<std::size_t>(broken_.shift)]; }
  const TimedRoute& timed() const { return judgement_.routes[static_cast<std::size_t>(broken_.shift)]; }
  Seconds start_s() const { return timed().stops[broken_.stop].start_s; }

  Relief of_carer(Kind kind) const { return {.kind = kind, .visit = broken_.visit, .carer = broken_.carer, .shift = broken_.shift}; }
  Relief of_shift(Kind kind, Seconds amount) const { return {.kind = kind, .carer = broken_.carer, .shift = broken_.shift, .amount = amount}; }

  std::optional<Relief> of_window() const {
    const Visit& what = problem_.visits[static_cast<std::size_t>(broken_.visit)];
    if (what.pinned_start_s) return Relief{.kind = Kind::delay_pin, .visit = broken_.visit, .shift = broken_.shift, .amount = start_s() - *what.pinned_start_s};
    const Seconds last = what.windows.back().closes_s + what.lateness_limit_s;
    if (start_s() <= last) return std::nullopt;
    return Relief{.kind = Kind::widen_window, .visit = broken_.visit, .shift = broken_.shift, .amount = start_s() - last};
  }

  /// The route runs into the carer's next shift: that one would have to begin later.
  std::optional<Relief> of_next_shift() const {
    if (broken_.stop < timed().stops.size()) return std::nullopt;
    const auto key = [this](int s) {
      const Shift& one = problem_.shifts[static_cast<std::size_t>(s)];
      return std::tuple(one.begins_s, one.ends_s, s);
    };
    int next = k_none;
    for (int s = 0; s < static_cast<int>(problem_.shifts.size()); ++s)
      if (problem_.shifts[static_cast<std::size_t>(s)].carer == broken_.carer && key(s) > key(broken_.shift) && (next == k_none || key(s) < key(next))) next = s;
    if (next == k_none) return std::nullopt;
    return Relief{.kind = Kind::delay_shift, .carer = broken_.carer, .shift = next, .amount = broken_.seconds};
  }

  std::optional<Relief> of_carer_work() const {
    Seconds work = 0;
    for (std::size_t s = 0; s < problem_.shifts.size(); ++s)
      if (problem_.shifts[s].carer == broken_.carer) work += judgement_.routes[s].work_s;
    return Relief{.kind = Kind::raise_carer_work, .carer = broken_.carer, .amount = work - *problem_.carers[static_cast<std::size_t>(broken_.carer)].most_work_s};
  }

  const Problem& problem_;
  const Broken& broken_;
  const Judgement& judgement_;
};

}  // namespace

std::optional<Relief> relief_of(const Problem& problem, const Broken& broken, const Judgement& judgement) { return Mending(problem, broken, judgement).relief(); }

}  // namespace laoyou::dispatch
