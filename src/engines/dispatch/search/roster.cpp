#include "engines/dispatch/search/roster.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::dispatch {
namespace {

std::size_t index(int value) { return static_cast<std::size_t>(value); }

}  // namespace

Roster::Roster(Ground& ground) : ground_(ground) {
  const std::size_t nodes = index(ground.nodes()), shifts = index(ground.shifts());
  next_.assign(nodes, k_none);
  previous_.assign(nodes, k_none);
  shift_of_.assign(nodes, k_none);
  start_.assign(nodes, k_unset);
  latest_.assign(nodes, k_far);
  ease_.assign(nodes, k_unset);
  late_behind_.assign(nodes, 0);
  overtime_behind_.assign(nodes, 0);
  work_.assign(shifts, 0);
  visits_in_.assign(shifts, 0);
  carer_work_.assign(ground.problem().carers.size(), 0);
  carer_visits_s_.assign(ground.problem().carers.size(), 0);
  queued_.assign(nodes, 0);
  is_touched_.assign(shifts, 0);
  for (int v = 0; v < ground.visits(); ++v) {
    const Visit& at_visit = ground.visit(v);
    at(terms_, Term::unserved) += at_visit.prize;
    if (at_visit.promise) at(terms_, Term::changes) += (at_visit.promise->carer != k_none ? at_visit.promise->carer_price : 0) +
                                                      (at_visit.promise->start_s ? at_visit.promise->start_price : 0);
  }
  for (int s = 0; s < ground.shifts(); ++s) {
    const int start = ground.start_of(s), end = ground.end_of(s);
    next_[index(start)] = end;
    previous_[index(end)] = start;
    shift_of_[index(start)] = shift_of_[index(end)] = s;
    start_[index(start)] = ground.shift(s).begins_s;
    start_[index(end)] = ground.shift(s).begins_s;
    last_fixed_.push_back(k_none);
  }
  place_locked();
  for (int s = 0; s < ground.shifts(); ++s) touch(s);
  refresh_touched_bounds();
  forget();
}

bool Roster::break_due(int shift) const {
  const auto& rest = ground_.shift(shift).rest;
  return rest && !ground_.break_waived(shift) && visits_in(shift) > 0 && !has_break(shift) && start_s(ground_.end_of(shift)) > rest->closes_s;
}

int Roster::place_after(int node) const {
  while (ground_.place(node) == k_none) node = previous(node);
  return ground_.place(node);
}

Seconds Roster::leg(int shift, int from, int to) const {
  return ground_.place(to) == k_none ? 0 : ground_.travel(shift, place_after(from), ground_.place(to));
}

Seconds Roster::detour_s(int shift, int after, int node) const {
  int beyond = next(after);
  const int from = place_after(after);
  const int own = ground_.place(node) == k_none ? from : ground_.place(node);
  // A stop without a place is passed over: the travel behind it starts where the stop before it is.
  while (ground_.place(beyond) == k_none && !ground_.is_end(beyond)) beyond = next(beyond);
  const int to = ground_.place(beyond);
  const Seconds out = ground_.place(node) == k_none ? 0 : ground_.travel(shift, from, own);
  if (to == k_none) return out;
  const Seconds old = used(shift) ? ground_.travel(shift, from, to) : 0;
  return out + ground_.travel(shift, own, to) - old;
}

void Roster::roll_back(Mark mark) {
  while (journal_.size() > mark) {
    *journal_.back().cell = journal_.back().value;
    journal_.pop_back();
  }
  for (int shift : touched_) is_touched_[index(shift)] = 0;
  touched_.clear();
  stale_.clear();
}

void Roster::touch(int shift) {
  if (is_touched_[index(shift)]) return;
  is_touched_[index(shift)] = 1;
  touched_.push_back(shift);
}

void Roster::link_in(int node, int after, int shift) {
  const int beyond = next(after);
  set(next_[index(after)], node);
  set(previous_[index(node)], after);
  set(next_[index(node)], beyond);
  set(previous_[index(beyond)], node);
  set(shift_of_[index(node)], shift);
}

void Roster::set_start(int node, Seconds start_s) {
  const Seconds old = start_[index(node)];
  if (ground_.is_visit(node)) {
    const Seconds late_before = old == k_unset ? 0 : ground_.lateness(node, old);
    const Seconds late_now = start_s == k_unset ? 0 : ground_.lateness(node, start_s);
    add(Term::lateness, late_now - late_before);
    if (late_now > at(terms_, Term::worst_lateness)) set(at(terms_, Term::worst_lateness), late_now);
    if (const auto& promise = ground_.visit(node).promise)
      add(Term::changes, promise->start_price * (ground_.breaks_promised_start(node, start_s) - ground_.breaks_promised_start(node, old)));
  } else if (ground_.is_end(node)) {
    const Seconds ends = ground_.shift(shift_of(node)).ends_s;
    add(Term::overtime, std::max<Seconds>(start_s - ends, 0) - std::max<Seconds>(old - ends, 0));
  }
  set(start_[index(node)], start_s);
}

/// Strangers to a person, taking `visit` to be made by `carer` (k_none: by nobody).
std::int64_t Roster::strangers(int person, int visit, int carer) const {
  const auto& visits = ground_.visits_of_person(person);
  const auto who = [&](int v) { return v == visit ? carer : served(v) ? ground_.carer_of(shift_of(v)) : k_none; };
  std::int64_t count = 0;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const int own = who(visits[i]);
    if (own == k_none || ground_.usual(person, own)) continue;
    bool seen = false;
    for (std::size_t j = 0; j < i && !seen; ++j) seen = who(visits[j]) == own;
    count += !seen;
  }
  const bool first_free = ground_.problem().persons[index(person)].usual_carers.empty();
  return count - (first_free && count > 0);
}

Terms Roster::carer_change(int visit, int shift) const {
  Terms change{};
  const Visit& what = ground_.visit(visit);
  const int carer = ground_.carer_of(shift);
  at(change, Term::wishes) = ground_.unmet_wishes(visit, carer);
  if (what.person != k_none)
    at(change, Term::continuity) = strangers(what.person, visit, carer) - strangers(what.person, visit, k_none);
  const Seconds made = carer_visits_s_[index(carer)], share = ground_.fair_share_s(carer);
  at(change, Term::unfairness) = std::max<Seconds>(made + what.length_s - share, 0) - std::max<Seconds>(made - share, 0);
  if (what.promise && what.promise->carer == carer) at(change, Term::changes) = -what.promise->carer_price;
  return change;
}

void Roster::count_in(int visit, int shift) {
  const Terms change = carer_change(visit, shift);
  for (std::size_t i = 0; i < k_terms; ++i) add(static_cast<Term>(i), change[i]);
  add(Term::unserved, -ground_.visit(visit).prize);
  Cell& made = carer_visits_s_[index(ground_.carer_of(shift))];
  set(made, made + ground_.visit(visit).length_s);
  set(visits_in_[index(shift)], visits_in(shift) + 1);
}

/// Exactly undoes count_in; the visit must no longer count as served.
void Roster::count_out(int visit, int shift) {
  Cell& made = carer_visits_s_[index(ground_.carer_of(shift))];
  set(made, made - ground_.visit(visit).length_s);
  set(visits_in_[index(shift)], visits_in(shift) - 1);
  const Terms change = carer_change(visit, shift);
  for (std::size_t i = 0; i < k_terms; ++i) add(static_cast<Term>(i), -change[i]);
  add(Term::unserved, ground_.visit(visit).prize);
}

void Roster::add_travel(int shift, Seconds travel_s, Seconds work_s) {
  add(Term::travel, travel_s);
  set(work_[index(shift)], work_[index(shift)] + travel_s + work_s);
  Cell& carer = carer_work_[index(ground_.carer_of(shift))];
  set(carer, carer + travel_s + work_s);
}

bool Roster::ties_allow(int visit, int shift) const {
  for (const Tie& tie : ground_.ties(visit))
    if (tie.different_carers && served(tie.other) && ground_.carer_of(shift_of(tie.other)) == ground_.carer_of(shift)) return false;
  return true;
}

bool Roster::other_break_due(int shift) const {
  return std::any_of(touched_.begin(), touched_.end(), [&](int other) { return other != shift && break_due(other); });
}

bool Roster::put(int node, int after) {
  const int shift = shift_of(after);
  const bool is_visit = ground_.is_visit(node);
  if (is_visit && (!ground_.allowed(node, shift) || !ties_allow(node, shift))) return false;
  const int behind_break = first_behind_breaks(next(after));
  const Seconds old_leg = leg(shift, previous(behind_break), behind_break);
  const Seconds longer = detour_s(shift, after, node);
  add_travel(shift, longer, is_visit ? ground_.length_s(node) : 0);
  if (is_visit) count_in(node, shift);
  link_in(node, after, shift);
  touch(shift);
  if (is_visit)  // a visit that was free to be put off is so no longer once its partner stands
    for (const Tie& tie : ground_.ties(node))
      if (served(tie.other)) touch(shift_of(tie.other));
  if (work_s(shift) > ground_.most_work_s(shift)) return false;
  if (carer_work_s(ground_.carer_of(shift)) > ground_.most_carer_work_s(ground_.carer_of(shift))) return false;
  // Starts behind it come down where the way round is the shorter one, behind a break without a place, which moves with the stop before it, and
  // behind a stop that has begun sooner than travel says.
  std::vector<int>& affected = affected_;
  affected.clear();
  const bool shorter = behind_break != next(node) && leg(shift, previous(behind_break), behind_break) < old_leg;
  if (shorter || longer + ground_.length_s(node) < 0 || ground_.begun_s(node)) {
    stale_.push_back(behind_break);
    unset_downstream(affected);
  }
  for (int stop = node; stop != behind_break; stop = next(stop)) enqueue(stop);
  enqueue(behind_break);
  for (int stop : affected)
    if (!ground_.is_end(stop) || used(shift_of(stop))) enqueue(stop);
  if (affected.empty()) return propagate();
  const bool possible = propagate();
  recount_worst();
  return possible;
}

int Roster::first_behind_breaks(int node) const {
  while (ground_.place(node) == k_none && !ground_.is_end(node)) node = next(node);
  return node;
}

void Roster::enqueue(int node) {
  if (queued_[index(node)]) return;
  queued_[index(node)] = 1;
  queue_.push_back(node);
}

Seconds Roster::required_start(int node) const {
  const int before = previous(node), shift = shift_of(node);
  if (start_s(before) == k_unset) return k_unset;
  const Seconds way = leg(shift, before, node);
  if (way >= k_unreachable_s) return k_far;
  const Seconds* const begun = ground_.begun_s(node);
  // What has begun holds whatever travel says now, but not before the stop ahead of it is over.
  if (begun && *begun < ready_s(before)) return k_far;
  Seconds ready = (ground_.is_end(node) ? ready_s(before) : leaves_s(before)) + way;
  if (ground_.is_end(node)) return ready <= ground_.hard_end_s(shift) ? ready : k_far;
  if (!ground_.is_visit(node)) return ground_.earliest(node, ready);
  for (const Tie& tie : ground_.ties(node)) {
    if (!served(tie.other) || start_s(tie.other) == k_unset) continue;
    const Seconds tied = start_s(tie.other) + tie.least_s;
    // What has begun waits for nobody any more.
    if (begun && !ground_.locked(tie.other) && tied > *begun) return k_far;
    ready = std::max(ready, tied);
  }
  return ground_.earliest(node, ready);
}

/// Raises starts until every rule holds. Endless raising (two routes waiting for each other) is cut by a limit on the number of steps; a
/// longer honest chain than that would be refused too, which costs a chance but never correctness.
bool Roster::propagate() {
  const std::size_t limit = 400 + 8 * queue_.size();
  bool possible = true;
  std::size_t head = 0;
  for (; head < queue_.size(); ++head) {
    const int node = queue_[head];
    queued_[index(node)] = 0;
    if (!possible) continue;
    const Seconds required = required_start(node);
    if (required == k_far || head > limit) {
      possible = false;
      continue;
    }
    if (required <= start_s(node)) continue;
    set_start(node, required);
    touch(shift_of(node));
    if (watch_.weights != nullptr && watch_.weights->cost(terms_, watch_.before) >= watch_.limit) {
      possible = false;
      continue;
    }
    if (ground_.is_end(node)) continue;
    enqueue(next(node));
    if (ground_.is_visit(node))
      for (const Tie& tie : ground_.ties(node))
        if (served(tie.other)) enqueue(tie.other);
  }
  queue_.clear();
  return possible;
}

void Roster::take(int node) {
  const int shift = shift_of(node), before = previous(node), beyond = next(node);
  set_start(node, k_unset);
  set(next_[index(before)], beyond);
  set(previous_[index(beyond)], before);
  set(shift_of_[index(node)], k_none);
  if (ground_.is_visit(node)) count_out(node, shift);
  // The list is now as before the node was put in, so the same detour comes off.
  add_travel(shift, -detour_s(shift, before, node), ground_.is_visit(node) ? -ground_.length_s(node) : 0);
  stale_.push_back(beyond);
  // Behind a break without a place the way to the next stop is another one now.
  for (int passed = beyond; ground_.place(passed) == k_none && !ground_.is_end(passed);) stale_.push_back(passed = next(passed));
  if (ground_.is_visit(node))
    for (const Tie& tie : ground_.ties(node))
      if (served(tie.other)) stale_.push_back(tie.other);
  touch(shift);
}

/// Whether `to` may owe its start to `from`.
bool Roster::follows_tightly(int from, int to, Seconds least_s) const {
  if (start_s(to) == k_unset) return false;
  if (ground_.is_end(to)) return true;
  if (start_s(to) == ground_.first_start(to)) return false;
  return ground_.earliest(to, start_s(from) + least_s) == start_s(to);
}

/// Unsets every start that may come down, along routes and links from the stale nodes on.
void Roster::unset_downstream(std::vector<int>& affected) {
  for (std::size_t head = 0; head < stale_.size(); ++head) {
    const int node = stale_[head];
    if (queued_[index(node)] || shift_of(node) == k_none) continue;
    queued_[index(node)] = 1;
    affected.push_back(node);
    if (ground_.is_end(node) || start_s(node) == ground_.first_start(node)) continue;
    if (start_s(node) == k_unset) continue;
    const int beyond = next(node);
    if (follows_tightly(node, beyond, ground_.length_s(node) + leg(shift_of(node), node, beyond))) stale_.push_back(beyond);
    if (!ground_.is_visit(node)) continue;
    for (const Tie& tie : ground_.ties(node))
      if (served(tie.other) && follows_tightly(node, tie.other, tie.back_least_s)) stale_.push_back(tie.other);
  }
  stale_.clear();
  for (int node : affected) {
    queued_[index(node)] = 0;
    touch(shift_of(node));
    if (ground_.is_end(node))
      set_start(node, ground_.shift(shift_of(node)).begins_s);
    else if (start_s(node) != ground_.first_start(node))
      set_start(node, k_unset);
  }
}

bool Roster::settle() {
  std::vector<int>& affected = affected_;
  affected.clear();
  unset_downstream(affected);
  for (int node : affected)
    if (!ground_.is_end(node) || used(shift_of(node))) enqueue(node);
  const bool possible = propagate() && work_is_kept();
  recount_worst();
  return possible;
}

/// Where a stop lay on the shorter way round, the route without it is more work.
bool Roster::work_is_kept() const {
  return std::all_of(touched_.begin(), touched_.end(), [this](int shift) {
    const int carer = ground_.carer_of(shift);
    return work_s(shift) <= ground_.most_work_s(shift) && carer_work_s(carer) <= ground_.most_carer_work_s(carer);
  });
}

void Roster::recount_worst() {
  if (!ground_.counts(Term::worst_lateness)) return;
  Seconds worst = 0;
  for (int v = 0; v < ground_.visits(); ++v)
    if (served(v)) worst = std::max(worst, ground_.lateness(v, start_s(v)));
  set(at(terms_, Term::worst_lateness), worst);
}

void Roster::refresh_bounds(int shift) {
  const int end = ground_.end_of(shift);
  const auto& rest = ground_.shift(shift).rest;
  Seconds limit = ground_.hard_end_s(shift);
  if (rest && !ground_.break_waived(shift) && !has_break(shift)) limit = std::min(limit, std::max(rest->closes_s, start_s(end)));
  set(latest_[index(end)], limit);
  set(ease_[index(end)], std::max(start_s(end), std::min(limit, ground_.shift(shift).ends_s)));
  set(overtime_behind_[index(end)], used(shift) && start_s(end) >= ground_.shift(shift).ends_s);
  for (int node = previous(end); node != ground_.start_of(shift); node = previous(node)) {
    const int beyond = next(node);
    const Seconds behind = ground_.length_s(node) + leg(shift, node, beyond);
    set(latest_[index(node)], ground_.latest(node, latest_s(beyond) - behind));
    const bool waits = start_s(beyond) > start_s(node) + behind;
    const bool late = ground_.is_visit(node) && ground_.late_from(node, start_s(node));
    set(late_behind_[index(node)], (waits ? 0 : late_behind(beyond)) + late);
    set(overtime_behind_[index(node)], !waits && overtime_behind(beyond));
    Seconds free = start_s(node);
    if (ground_.is_break(node)) free = ground_.latest(node, k_far);
    if (ground_.is_visit(node)) {
      const auto& ties = ground_.ties(node);
      const bool tied = std::any_of(ties.begin(), ties.end(), [this](const Tie& tie) { return served(tie.other); });
      if (!tied) free = ground_.free_until(node, start_s(node));
    }
    set(ease_[index(node)], std::max(start_s(node), ground_.latest(node, std::min(free, ease_s(beyond) - behind))));
  }
}

void Roster::refresh_touched_bounds() {
  for (int shift : touched_) {
    is_touched_[index(shift)] = 0;
    refresh_bounds(shift);
  }
  touched_.clear();
}

Plan Roster::plan() const {
  Plan plan;
  plan.routes.resize(index(ground_.shifts()));
  for (int s = 0; s < ground_.shifts(); ++s) {
    for (int node = next(ground_.start_of(s)); !ground_.is_end(node); node = next(node))
      plan.routes[index(s)].push_back(ground_.is_visit(node) ? node : k_break);
  }
  return plan;
}

}  // namespace laoyou::dispatch
