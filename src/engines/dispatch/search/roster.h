// Routes under change: exact times and exact terms after every step, and a way back.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "engines/dispatch/search/ground.h"
#include "engines/dispatch/search/weights.h"

namespace laoyou::dispatch {

/// The routes of all shifts as linked lists of nodes. Starts are the least solution of all "not before" rules, links included: raised by
/// propagation when something is put in, computed afresh downstream when something is taken out. Every write is journalled.
class Roster {
 public:
  using Cell = std::int64_t;
  using Mark = std::size_t;

  /// Empty routes, locked beginnings in place. Limits of `ground` are raised where a locked beginning exceeds them.
  explicit Roster(Ground& ground);

  const Ground& ground() const { return ground_; }
  const Terms& terms() const { return terms_; }
  int next(int node) const { return static_cast<int>(next_[static_cast<std::size_t>(node)]); }
  int previous(int node) const { return static_cast<int>(previous_[static_cast<std::size_t>(node)]); }
  /// The shift a node is in; k_none for an unserved visit or a break not taken.
  int shift_of(int node) const { return static_cast<int>(shift_of_[static_cast<std::size_t>(node)]); }
  bool served(int visit) const { return shift_of(visit) != k_none; }
  Seconds start_s(int node) const { return start_[static_cast<std::size_t>(node)]; }
  Seconds latest_s(int node) const { return latest_[static_cast<std::size_t>(node)]; }
  Seconds ease_s(int node) const { return ease_[static_cast<std::size_t>(node)]; }
  /// Visits from this node on that become later by every second this node is put off (until the next wait), and whether the route's end does.
  std::int64_t late_behind(int node) const { return late_behind_[static_cast<std::size_t>(node)]; }
  bool overtime_behind(int node) const { return overtime_behind_[static_cast<std::size_t>(node)] != 0; }
  Seconds work_s(int shift) const { return work_[static_cast<std::size_t>(shift)]; }
  Seconds carer_work_s(int carer) const { return carer_work_[static_cast<std::size_t>(carer)]; }
  int visits_in(int shift) const { return static_cast<int>(visits_in_[static_cast<std::size_t>(shift)]); }
  bool used(int shift) const { return next(ground_.start_of(shift)) != ground_.end_of(shift); }
  bool has_break(int shift) const { return shift_of(ground_.break_of(shift)) != k_none; }
  bool break_due(int shift) const;  ///< the route ends after the break's latest start and has no break
  /// Shifts whose routes or times changed since the bounds were last refreshed.
  const std::vector<int>& touched() const { return touched_; }
  /// Some route changed since the bounds were last refreshed, other than this one, now lacks a break.
  bool other_break_due(int shift) const;
  bool ties_allow(int visit, int shift) const;  ///< no linked visit that asks for another carer is with this one
  /// The node after which free insertion begins: the last locked one, else the start.
  int last_fixed(int shift) const { return last_fixed_[static_cast<std::size_t>(shift)]; }
  /// Where the carer stands after a node.
  int place_after(int node) const;
  Seconds leg(int shift, int from, int to) const;  ///< travel between adjacent nodes
  Seconds ready_s(int node) const { return start_s(node) + ground_.length_s(node); }
  /// When the carer can leave a node for a stop behind it: at once, but after what has begun not before she is free.
  Seconds leaves_s(int node) const {
    const int shift = shift_of(node);
    if (node != ground_.last_begun(shift) || !ground_.shift(shift).free_from_s) return ready_s(node);
    return std::max(ready_s(node), *ground_.shift(shift).free_from_s);
  }
  /// Additional travel of `node` between `after` and its successor.
  Seconds detour_s(int shift, int after, int node) const;

  /// False: the locked beginnings contradict the links; nothing else may be asked then.
  bool locked_fit() const { return locked_fit_; }

  Mark mark() const { return journal_.size(); }
  void roll_back(Mark mark);
  void forget() { journal_.clear(); }  ///< makes everything so far final

  /// Puts a visit or the shift's break after a node and propagates. False: some rule is broken, and the state must be rolled back. A break
  /// falling due is no failure here: see break_due.
  bool put(int node, int after);
  /// Until unwatch(), put() also fails as soon as the terms cost `limit` or more above `before`.
  void watch(const Weights* weights, const Terms& before, double limit) { watch_ = {weights, before, limit}; }
  void unwatch() { watch_.weights = nullptr; }
  /// From lift_all_limits() to restore_limits() no end of a shift and no limit on work is a reason to fail; the latter tells whether all
  /// are kept again.
  void lift_all_limits();
  bool restore_limits();
  /// Takes nodes out; settle() must follow before anything is read.
  void take(int node);
  /// Recomputes what the removals moved. False: hours or limits on work are no longer kept (travel breaking the triangle inequality); roll back.
  bool settle();
  /// Recomputes latest_s and ease_s of a route.
  void refresh_bounds(int shift);
  /// Bounds of every route that put() or settle() has touched since the last call.
  void refresh_touched_bounds();

  Plan plan() const;
  /// Terms that depend only on who makes the visit: what they would change by.
  Terms carer_change(int visit, int shift) const;

 private:
  void set(Cell& cell, Cell value) {
    journal_.push_back({&cell, cell});
    cell = value;
  }
  void add(Term term, std::int64_t value) {
    if (value != 0) set(at(terms_, term), at(terms_, term) + value);
  }
  void link_in(int node, int after, int shift);
  void set_start(int node, Seconds start_s);
  std::int64_t strangers(int person, int visit, int carer) const;
  void count_in(int visit, int shift);
  void count_out(int visit, int shift);
  void add_travel(int shift, Seconds travel_s, Seconds work_s);
  Seconds required_start(int node) const;
  bool propagate();
  void enqueue(int node);
  void touch(int shift);
  void place_locked();
  void lift_limits(const std::vector<char>& has_locked);
  void restore_raised_limits(const std::vector<char>& has_locked);
  int first_behind_breaks(int node) const;
  void unset_downstream(std::vector<int>& affected);
  bool follows_tightly(int from, int to, Seconds least_s) const;
  bool work_is_kept() const;
  void recount_worst();

  Ground& ground_;
  std::vector<Cell> next_, previous_, shift_of_, start_, latest_, ease_, late_behind_, overtime_behind_, work_, carer_work_, carer_visits_s_, visits_in_;
  std::vector<int> last_fixed_;
  Terms terms_{};
  bool locked_fit_ = true;
  Ground::Limits lifted_;
  struct Watch {
    const Weights* weights = nullptr;
    Terms before{};
    double limit = 0;
  };
  Watch watch_;
  struct Written {
    Cell* cell;
    Cell value;
  };
  std::vector<Written> journal_;
  std::vector<int> queue_;
  std::vector<char> queued_;
  std::vector<int> stale_;
  std::vector<int> affected_;
  std::vector<int> touched_;
  std::vector<char> is_touched_;
};

}  // namespace laoyou::dispatch
