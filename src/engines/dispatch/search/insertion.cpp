#include "engines/dispatch/search/insertion.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/check.h"

namespace laoyou::dispatch {
namespace {

constexpr double k_endless = std::numeric_limits<double>::infinity();
constexpr std::size_t k_wide = 24;          // places tried for the first of a group in a small problem
constexpr std::size_t k_narrow = 5;         // and in a large one
constexpr int k_small_problem = 40;         // visits
constexpr int k_most_tries = 256;           // partial placings of one group: each carer more would multiply them
constexpr std::size_t k_asked_neighbours = 40;
constexpr std::size_t k_unused_shifts = 4;  // unused shifts tried per visit

}  // namespace

double Insertion::Best::limit() const { return spots.size() < most ? ceiling : spots.back().cost; }

void Insertion::Best::offer(const Spot& spot) {
  if (spot.cost >= limit()) return;
  if (spots.size() == most) spots.pop_back();
  const auto place = std::upper_bound(spots.begin(), spots.end(), spot, [](const Spot& a, const Spot& b) { return a.cost < b.cost; });
  spots.insert(place, spot);
}

Insertion::Insertion(Roster& roster, const Nearness& nearness, SeededRandom& random)
    : roster_(roster),
      ground_(roster.ground()),
      nearness_(nearness),
      random_(random),
      weights_(ground_.problem().objective),
      seen_(static_cast<std::size_t>(ground_.shifts()), 0) {}

bool Insertion::overlooked() {
  if (blindness_ == 0) return false;
  if (bits_left_ < 10) {
    bits_ = random_.next();
    bits_left_ = 64;
  }
  const unsigned drawn = static_cast<unsigned>(bits_ & 1023U);
  bits_ >>= 10;
  bits_left_ -= 10;
  return drawn < blindness_;
}

void Insertion::scan(int visit, Reach reach, Best& best) {
  if (reach == Reach::everywhere) {
    for (int s = 0; s < ground_.shifts(); ++s) scan_shift(visit, s, best);
    return;
  }
  ++scan_number_;
  const auto once = [this](int shift) {
    std::int64_t& seen = seen_[static_cast<std::size_t>(shift)];
    return std::exchange(seen, scan_number_) != scan_number_;
  };
  std::size_t asked = 0;
  for (int neighbour : nearness_.visits(visit)) {
    const int shift = roster_.shift_of(neighbour);
    if (shift == k_none) continue;
    if (++asked > k_asked_neighbours) break;
    if (once(shift)) scan_shift(visit, shift, best);
  }
  std::size_t unused = 0;
  for (int shift : nearness_.shifts(visit)) {
    if (unused >= k_unused_shifts) break;
    if (roster_.used(shift)) continue;
    ++unused;
    if (once(shift)) scan_shift(visit, shift, best);
  }
  // A person's other carers are worth asking wherever they are: continuity.
  if (const int person = ground_.visit(visit).person; person != k_none)
    for (int other : ground_.visits_of_person(person))
      if (const int shift = roster_.shift_of(other); shift != k_none && once(shift)) scan_shift(visit, shift, best);
}

void Insertion::scan_shift(int visit, int shift, Best& best) {
  if (!ground_.allowed(visit, shift) || !roster_.ties_allow(visit, shift)) return;
  const Visit& what = ground_.visit(visit);
  // Taken as gained until the start is seen to break it: every sum below must be a bound from below.
  const double start_price = what.promise && what.promise->start_s ? weights_.of(Term::changes) * static_cast<double>(what.promise->start_price) : 0;
  const double base = weights_.cost(roster_.carer_change(visit, shift)) - start_price;
  if (base >= best.limit()) return;
  const Seconds room = std::min(ground_.most_work_s(shift) - roster_.work_s(shift),
                                ground_.most_carer_work_s(ground_.carer_of(shift)) - roster_.carer_work_s(ground_.carer_of(shift)));
  Seconds tied_ready = k_unset;
  for (const Tie& tie : ground_.ties(visit))
    if (roster_.served(tie.other)) tied_ready = std::max(tied_ready, roster_.start_s(tie.other) + tie.least_s);
  const bool may_take_break = ground_.shift(shift).rest && !ground_.break_waived(shift) && !roster_.has_break(shift);
  for (int after = roster_.last_fixed(shift); !ground_.is_end(after); after = roster_.next(after)) {
    if (overlooked()) continue;
    const Seconds detour = roster_.detour_s(shift, after, visit);
    if (detour + what.length_s > room) continue;
    if (detour + what.length_s < 0) {  // by this way round everything behind comes earlier
      try_exactly(visit, after, best);
      continue;
    }
    double cost = base + weights_.of(Term::travel) * static_cast<double>(detour);
    if (cost >= best.limit()) continue;
    const Seconds arrival = roster_.leaves_s(after) + roster_.leg(shift, after, visit);
    const Seconds start = ground_.earliest(visit, std::max(arrival, tied_ready));
    if (start == k_far) continue;
    const Seconds late = ground_.lateness(visit, start);
    cost += weights_.of(Term::lateness) * static_cast<double>(late);
    cost += weights_.of(Term::worst_lateness) * static_cast<double>(std::max<Seconds>(late - at(roster_.terms(), Term::worst_lateness), 0));
    if (start_price > 0 && ground_.breaks_promised_start(visit, start)) cost += start_price;
    if (cost >= best.limit()) continue;
    const int beyond = roster_.next(after);
    bool exact = ground_.is_break(beyond) && ground_.place(beyond) == k_none;
    for (const Tie& tie : ground_.ties(visit)) {
      const Seconds pushed = start + tie.back_least_s;
      if (!roster_.served(tie.other) || pushed <= roster_.start_s(tie.other)) continue;
      exact = true;
      const Seconds later = ground_.lateness(tie.other, pushed) - ground_.lateness(tie.other, roster_.start_s(tie.other));
      cost += weights_.of(Term::lateness) * static_cast<double>(std::max<Seconds>(later, 0));
    }
    if (cost >= best.limit()) continue;
    if (!exact) {
      const Seconds home = ground_.place(beyond) == k_none ? 0 : ground_.travel(shift, what.place, ground_.place(beyond));
      const Seconds pushed = start + what.length_s + home;
      if (pushed <= std::max(roster_.start_s(beyond), roster_.ease_s(beyond))) {
        best.offer({cost, after, k_none, false});
        continue;
      }
      if (pushed > roster_.latest_s(beyond) && !may_take_break) continue;
      const auto later = static_cast<double>(pushed - roster_.start_s(beyond));
      cost += later * weights_.of(Term::lateness) * static_cast<double>(roster_.late_behind(beyond));
      if (roster_.overtime_behind(beyond)) cost += later * weights_.of(Term::overtime);
      if (cost >= best.limit()) continue;
    }
    try_exactly(visit, after, best);
  }
  // Where tables break the triangle inequality, a visit may be within reach only over the place of the break.
  if (may_take_break && ground_.visits() <= k_small_problem && ground_.place(ground_.break_of(shift)) != k_none) try_behind_break(visit, shift, best);
}

void Insertion::try_behind_break(int visit, int shift, Best& best) {
  Terms served = roster_.terms();
  at(served, Term::unserved) -= ground_.visit(visit).prize;
  const auto mark = roster_.mark();
  for (int place = roster_.last_fixed(shift); !ground_.is_end(place); place = roster_.next(place)) {
    if (roster_.put(ground_.break_of(shift), place)) {
      const auto rested = roster_.mark();
      for (int after = roster_.last_fixed(shift); !ground_.is_end(after); after = roster_.next(after)) {
        if (!overlooked() && roster_.put(visit, after) && !roster_.other_break_due(shift)) best.offer({weights_.cost(roster_.terms(), served), after, place, true});
        roster_.roll_back(rested);
      }
    }
    roster_.roll_back(mark);
  }
}

void Insertion::try_exactly(int visit, int after, Best& best) {
  const Terms before = roster_.terms();
  const auto mark = roster_.mark();
  const int shift = roster_.shift_of(after);
  Terms served = before;
  at(served, Term::unserved) -= ground_.visit(visit).prize;
  roster_.watch(&weights_, served, best.limit());
  const bool stands = roster_.put(visit, after);
  roster_.unwatch();
  if (stands && !roster_.other_break_due(shift)) {
    const double cost = weights_.cost(roster_.terms(), served);
    if (!roster_.break_due(shift))
      best.offer({cost, after, k_none, false});
    else if (cost < best.limit())
      try_with_break(visit, after, served, best);
  }
  roster_.roll_back(mark);
}

/// The visit stands already; the break, now due, is tried at every place of its route.
void Insertion::try_with_break(int visit, int after, const Terms& before, Best& best) {
  const int shift = roster_.shift_of(visit);
  const auto mark = roster_.mark();
  for (int place = roster_.last_fixed(shift); !ground_.is_end(place); place = roster_.next(place)) {
    if (roster_.put(ground_.break_of(shift), place) && !roster_.other_break_due(shift))
      best.offer({weights_.cost(roster_.terms(), before), after, place, false});
    roster_.roll_back(mark);
  }
}

bool Insertion::put(int visit, const Spot& spot) {
  const int shift = roster_.shift_of(spot.break_first ? spot.break_after : spot.after);
  if (spot.break_first && !roster_.put(ground_.break_of(shift), spot.break_after)) return false;
  if (!roster_.put(visit, spot.after)) return false;
  if (!spot.break_first && spot.break_after != k_none && !roster_.put(ground_.break_of(shift), spot.break_after)) return false;
  roster_.refresh_touched_bounds();
  return true;
}

void Insertion::place_rest(const std::vector<int>& members, std::size_t from, Reach reach, double spent, std::vector<Spot>& chosen) {
  if (tries_left_-- <= 0) return;
  if (from == members.size()) {
    if (spent < best_total_) {
      best_total_ = spent;
      best_chosen_ = chosen;
    }
    return;
  }
  const std::size_t wide = ground_.visits() <= k_small_problem ? k_wide : k_narrow;
  Best best{from + 1 == members.size() ? 1 : wide, best_total_ - spent, {}};
  scan(members[from], reach, best);
  for (const Spot& spot : best.spots) {
    if (spent + spot.cost >= best_total_) continue;
    const auto mark = roster_.mark();
    chosen.push_back(spot);
    if (from + 1 == members.size()) {
      place_rest(members, from + 1, reach, spent + spot.cost, chosen);
    } else if (put(members[from], spot)) {
      place_rest(members, from + 1, reach, spent + spot.cost, chosen);
    }
    chosen.pop_back();
    roster_.roll_back(mark);
  }
}

bool Insertion::insert_group(int visit, Reach reach) {
  std::vector<int> members;
  for (int v : ground_.group(visit))
    if (!roster_.served(v) && (v == visit || !ground_.group_locked(visit))) members.push_back(v);
  // A place, or a break, may be possible only once some other member stands.
  for (std::size_t i = members.size(); i > 1; --i) std::swap(members[i - 1], members[random_.below(i)]);
  best_total_ = k_endless;
  tries_left_ = k_most_tries;
  best_chosen_.clear();
  std::vector<Spot> chosen;
  place_rest(members, 0, reach, 0, chosen);
  if (best_chosen_.size() != members.size() || members.empty()) return false;
  const auto mark = roster_.mark();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (put(members[i], best_chosen_[i])) continue;
    roster_.roll_back(mark);
    return false;
  }
  return true;
}

std::optional<Terms> Insertion::terms_with(int visit, int shift) {
  Best best{1, k_endless, {}};
  scan_shift(visit, shift, best);
  if (best.spots.empty()) return std::nullopt;
  const auto mark = roster_.mark();
  std::optional<Terms> terms;
  if (put(visit, best.spots.front())) terms = roster_.terms();
  roster_.roll_back(mark);
  return terms;
}

bool Insertion::insert_break(int shift) {
  const Terms before = roster_.terms();
  double least = k_endless;
  int best = k_none;
  const int node = ground_.break_of(shift);
  const auto mark = roster_.mark();
  for (int place = roster_.last_fixed(shift); !ground_.is_end(place); place = roster_.next(place)) {
    if (roster_.put(node, place) && !roster_.other_break_due(shift)) {
      const double cost = weights_.cost(roster_.terms(), before);
      if (cost < least) least = cost, best = place;
    }
    roster_.roll_back(mark);
  }
  if (best == k_none) return false;
  CHECK(roster_.put(node, best));
  roster_.refresh_touched_bounds();
  return true;
}

}  // namespace laoyou::dispatch
