#include "engines/dispatch/search/adoption.h"

#include <algorithm>

namespace laoyou::dispatch {
namespace {

void put_routes(const Plan& plan, Roster& roster) {
  const Ground& ground = roster.ground();
  for (int s = 0; s < ground.shifts() && s < static_cast<int>(plan.routes.size()); ++s) {
    int after = roster.last_fixed(s);
    for (int stop : plan.routes[static_cast<std::size_t>(s)]) {
      const int node = stop == k_break ? ground.break_of(s) : stop;
      if (roster.shift_of(node) != k_none || (stop == k_break && !ground.shift(s).rest)) continue;
      const auto mark = roster.mark();
      if (roster.put(node, after))
        after = node;
      else
        roster.roll_back(mark);
      roster.refresh_touched_bounds();
    }
  }
}

/// Groups that could not be adopted whole are taken out again.
void complete_groups(Roster& roster) {
  const Ground& ground = roster.ground();
  for (int v = 0; v < ground.visits(); ++v) {
    const auto& group = ground.group(v);
    const bool whole = std::all_of(group.begin(), group.end(), [&](int member) { return roster.served(member); });
    if (!whole && !ground.group_locked(v) && roster.served(v)) roster.take(v);
  }
  if (!roster.settle()) {
    roster.roll_back(0);  // travel breaks the triangle inequality so badly that the rest no longer fits: begin from nothing
    return;
  }
  for (int s = 0; s < ground.shifts(); ++s)
    if (roster.visits_in(s) == 0 && roster.has_break(s) && !ground.break_locked(s)) {
      roster.take(ground.break_of(s));
      roster.settle();
    }
  roster.refresh_touched_bounds();
}

/// Takes a stop out with all that must be served with it.
void take_last(Roster& roster, int last) {
  const Ground& ground = roster.ground();
  if (ground.group_locked(last)) return roster.take(last);
  for (int member : ground.group(last))
    if (roster.served(member)) roster.take(member);
}

/// Takes out what the locked stops of a route wait for.
bool take_partners(Roster& roster, int shift) {
  const Ground& ground = roster.ground();
  std::vector<int> partners;
  for (int node = roster.next(ground.start_of(shift)); !ground.is_end(node); node = roster.next(node)) {
    if (!ground.is_visit(node)) continue;
    for (int member : ground.group(node))
      if (roster.served(member) && !ground.locked(member)) partners.push_back(member);
  }
  for (int partner : partners)
    if (roster.served(partner)) roster.take(partner);
  return !partners.empty();
}

}  // namespace

/// A route that needs a break gets one; where none fits, visits leave from its end until none is needed, and at last those elsewhere for which
/// its locked stops wait.
void ensure_breaks(Roster& roster, Insertion& insertion) {
  const Ground& ground = roster.ground();
  for (bool changed = true; changed;) {
    changed = false;
    for (int s = 0; s < ground.shifts(); ++s) {
      while (roster.break_due(s) && !insertion.insert_break(s)) {
        const int last = roster.previous(ground.end_of(s));
        if (last != roster.last_fixed(s))
          take_last(roster, last);
        else if (!take_partners(roster, s))
          break;
        roster.settle();
        roster.refresh_touched_bounds();
        changed = true;
      }
    }
  }
}

void adopt(const Plan& plan, Roster& roster, Insertion& insertion) {
  // While a route is half built it may be over limits that the whole route keeps, where the way home is shorter from its end.
  roster.lift_all_limits();
  put_routes(plan, roster);
  if (!roster.restore_limits()) {
    roster.roll_back(0);
    for (int s = 0; s < roster.ground().shifts(); ++s) roster.refresh_bounds(s);
    put_routes(plan, roster);
  }
  complete_groups(roster);
  ensure_breaks(roster, insertion);
}

}  // namespace laoyou::dispatch
