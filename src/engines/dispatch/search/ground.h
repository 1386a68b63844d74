// The problem made ready for the search: everything that does not change while routes do.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "engines/dispatch/plan.h"
#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

constexpr Seconds k_far = std::numeric_limits<Seconds>::max() / 8;
constexpr Seconds k_unset = -k_far;  ///< the start of what is in no route

/// Starts from opens_s to last_s are allowed.
struct Slot {
  Seconds opens_s = 0;
  Seconds last_s = 0;
};

/// A link seen from one of its ends: this end starts at least `least_s` after the other one, and the other one back_least_s after it.
struct Tie {
  int other = 0;
  Seconds least_s = 0;
  Seconds back_least_s = 0;
  bool different_carers = true;
};

/// Why a carer may not make a visit whatever the hour, in the order in which the rules are asked; `none` when she may.
enum class Bar : std::uint8_t { none, skill, wish, excluded, pinned, unreachable, no_time };

/// Stops are numbered as nodes: visits first, then per shift its break, its start and its end.
class Ground {
 public:
  explicit Ground(const Problem& problem);

  const Problem& problem() const { return problem_; }
  int visits() const { return visits_; }
  int shifts() const { return shifts_; }
  int nodes() const { return visits_ + 3 * shifts_; }
  int break_of(int shift) const { return visits_ + shift; }
  int start_of(int shift) const { return visits_ + shifts_ + shift; }
  int end_of(int shift) const { return visits_ + 2 * shifts_ + shift; }
  bool is_visit(int node) const { return node < visits_; }
  bool is_break(int node) const { return node >= visits_ && node < visits_ + shifts_; }
  bool is_end(int node) const { return node >= visits_ + 2 * shifts_; }

  const Visit& visit(int node) const { return problem_.visits[static_cast<std::size_t>(node)]; }
  const Shift& shift(int index) const { return problem_.shifts[static_cast<std::size_t>(index)]; }
  int carer_of(int shift) const { return this->shift(shift).carer; }
  int place(int node) const { return place_[static_cast<std::size_t>(node)]; }  ///< k_none: where the stop before it is
  Seconds length_s(int node) const { return length_[static_cast<std::size_t>(node)]; }
  Seconds travel(int shift, int from_place, int to_place) const {
    const auto& table = *tables_[static_cast<std::size_t>(shift)];
    if (table.empty()) return from_place == to_place ? 0 : travel_s(problem_, modes_[static_cast<std::size_t>(shift)], from_place, to_place);
    return table[static_cast<std::size_t>(from_place) * problem_.places.size() + static_cast<std::size_t>(to_place)];
  }

  /// The earliest allowed start of a visit or break not before `ready_s`; k_far for none.
  Seconds earliest(int node, Seconds ready_s) const;
  /// The latest allowed start not after `limit_s`; k_unset for none.
  Seconds latest(int node, Seconds limit_s) const;
  /// The first allowed start of all.
  Seconds first_start(int node) const { return earliest(node, k_unset); }
  /// How far a start may be put off without lateness or a broken promise; the start itself when it is late already.
  Seconds free_until(int visit, Seconds start_s) const;
  Seconds lateness(int visit, Seconds start_s) const;
  /// Whether every second after this start is late.
  bool late_from(int visit, Seconds start_s) const { return start_s >= this->visit(visit).windows.back().closes_s; }
  bool breaks_promised_start(int visit, Seconds start_s) const;

  bool allowed(int visit, int shift) const { return bar(visit, shift) == Bar::none; }
  Bar bar(int visit, int shift) const { return bars_[bar_index(visit, shift)]; }
  int unmet_wishes(int visit, int carer) const;
  const std::vector<Tie>& ties(int visit) const { return ties_[static_cast<std::size_t>(visit)]; }
  /// All visits linked to this one, itself included, in order of number.
  const std::vector<int>& group(int visit) const { return groups_[static_cast<std::size_t>(group_of_[static_cast<std::size_t>(visit)])]; }
  /// Whether a visit of the group is locked: then each of the others may be served without the rest.
  bool group_locked(int visit) const { return group_locked_[static_cast<std::size_t>(group_of_[static_cast<std::size_t>(visit)])]; }
  const std::vector<int>& visits_of_person(int person) const { return visits_of_person_[static_cast<std::size_t>(person)]; }
  bool usual(int person, int carer) const;
  Seconds hard_end_s(int shift) const { return hard_end_[static_cast<std::size_t>(shift)]; }
  /// The same without any locked beginning: the end of the overtime, or the carer's next shift.
  Seconds own_end_s(int shift) const { return own_end_[static_cast<std::size_t>(shift)]; }
  Seconds fair_share_s(int carer) const { return fair_share_[static_cast<std::size_t>(carer)]; }
  /// When a locked stop did begin; none for a stop whose start is still to be found.
  const Seconds* begun_s(int node) const {
    if (!any_begun_ || !begun_[static_cast<std::size_t>(node)]) return nullptr;  // asked in every step: most days have none
    return &*begun_[static_cast<std::size_t>(node)];
  }
  /// The last stop of a shift that has begun, else its start: what comes after it leaves when the carer is free.
  int last_begun(int shift) const { return last_begun_[static_cast<std::size_t>(shift)]; }
  bool locked(int visit) const { return locked_[static_cast<std::size_t>(visit)]; }
  bool break_locked(int shift) const;
  bool break_waived(int shift) const { return break_waived_[static_cast<std::size_t>(shift)]; }
  void waive_break(int shift) { break_waived_[static_cast<std::size_t>(shift)] = 1; }
  Seconds most_work_s(int shift) const { return most_work_[static_cast<std::size_t>(shift)]; }
  Seconds most_carer_work_s(int carer) const { return most_carer_work_[static_cast<std::size_t>(carer)]; }
  bool counts(Term term) const { return counts_[static_cast<std::size_t>(term)]; }
  /// For locked beginnings, which may be over the limits already. Who may make a visit is asked again where the end is another one.
  void raise_limits(int shift, Seconds hard_end_s, Seconds most_work_s);
  void set_limits(int shift, Seconds hard_end_s, Seconds most_work_s);
  void set_carer_limit(int carer, Seconds most_work_s);
  /// Ends and work limits of all shifts and carers, to be lifted for a while.
  struct Limits {
    std::vector<Seconds> hard_end_s, most_work_s, most_carer_work_s;
  };
  Limits limits() const { return {hard_end_, most_work_, most_carer_work_}; }
  void set_limits(Limits limits);

 private:
  void set_ends();
  void set_begun();
  void set_slots();
  void set_bars();
  std::size_t bar_index(int visit, int shift) const { return static_cast<std::size_t>(visit) * static_cast<std::size_t>(shifts_) + static_cast<std::size_t>(shift); }
  Bar find_bar(int visit, int shift) const;
  bool can_reach(int visit, int shift) const;
  const std::vector<char>& places_tied(int mode, int place, bool to) const;
  void set_links();
  void set_shares();

  const Problem& problem_;
  int visits_;
  int shifts_;
  std::vector<const std::vector<std::int32_t>*> tables_;  ///< per shift
  std::vector<int> modes_;
  std::vector<int> place_;
  std::vector<Seconds> length_;
  std::vector<Slot> slots_;
  std::vector<int> first_slot_;
  std::vector<Bar> bars_;
  mutable std::map<std::tuple<int, int, bool>, std::vector<char>> tied_places_;  ///< by mode, place and direction; filled while bars are set
  std::vector<std::vector<Tie>> ties_;
  std::vector<int> group_of_;
  std::vector<std::vector<int>> groups_;
  std::vector<char> group_locked_;
  std::vector<std::vector<int>> visits_of_person_;
  std::vector<Seconds> hard_end_;
  std::vector<Seconds> own_end_;
  std::vector<Seconds> fair_share_;
  std::vector<Seconds> most_work_;
  std::vector<Seconds> most_carer_work_;
  std::vector<char> break_waived_;  ///< the locked beginning has passed the break's time already
  std::vector<char> locked_;
  std::vector<int> locked_shift_;
  std::vector<std::optional<Seconds>> begun_;
  std::vector<int> last_begun_;
  bool any_begun_ = false;
  std::array<bool, k_terms> counts_{};
};

}  // namespace laoyou::dispatch
