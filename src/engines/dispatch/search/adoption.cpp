#include "engines/dispatch/search/adoption.h"

#include <algorithm>
#include <set>

#include "base/check.h"

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

/// Adds a visit with all that must be served with it.
void add_group(const Roster& roster, int visit, std::set<int>& out) {
  const Ground& ground = roster.ground();
  if (ground.locked(visit)) return;
  if (ground.group_locked(visit)) {
    out.insert(visit);
    return;
  }
  for (int member : ground.group(visit))
    if (roster.served(member)) out.insert(member);
}

/// The visits with all else that their carers do, and what must leave with that.
std::set<int> with_whole_days(const Roster& roster, std::set<int> out) {
  const Ground& ground = roster.ground();
  for (std::size_t before = 0; before != out.size();) {
    before = out.size();
    std::set<int> carers;
    for (int visit : out) carers.insert(ground.carer_of(roster.shift_of(visit)));
    for (int v = 0; v < ground.visits(); ++v)
      if (roster.served(v) && carers.count(ground.carer_of(roster.shift_of(v))) > 0) add_group(roster, v, out);
  }
  return out;
}

/// Takes visits out, and breaks with no visit left around them; `all_breaks`: every break of their carers. False: the rest does not stand.
bool take_all(Roster& roster, const std::set<int>& out, bool all_breaks) {
  const Ground& ground = roster.ground();
  std::set<int> carers;
  for (int visit : out) {
    carers.insert(ground.carer_of(roster.shift_of(visit)));
    roster.take(visit);
  }
  for (int s = 0; s < ground.shifts(); ++s) {
    if (!roster.has_break(s) || ground.break_locked(s)) continue;
    if (roster.visits_in(s) == 0 || (all_breaks && carers.count(ground.carer_of(s)) > 0)) roster.take(ground.break_of(s));
  }
  return roster.settle();
}

/// Takes visits out so that the rest stands. Where the way past them is longer than over them and the rest does not, their carers begin anew
/// from their locked stops.
void take_out(Roster& roster, const std::set<int>& out) {
  const auto mark = roster.mark();
  if (!take_all(roster, out, false)) {
    roster.roll_back(mark);
    CHECK(take_all(roster, with_whole_days(roster, out), true));
  }
  roster.refresh_touched_bounds();
}

/// Groups that could not be adopted whole are taken out again, and breaks without visits.
void complete_groups(Roster& roster) {
  const Ground& ground = roster.ground();
  for (int v = 0; v < ground.visits(); ++v) {
    if (!roster.served(v) || ground.group_locked(v)) continue;
    const auto& group = ground.group(v);
    if (std::all_of(group.begin(), group.end(), [&](int member) { return roster.served(member); })) continue;
    std::set<int> out;
    add_group(roster, v, out);
    take_out(roster, out);
  }
  take_out(roster, {});
}

/// What the locked stops of a route wait for.
std::set<int> partners_of(const Roster& roster, int shift) {
  const Ground& ground = roster.ground();
  std::set<int> partners;
  for (int node = roster.next(ground.start_of(shift)); !ground.is_end(node); node = roster.next(node)) {
    if (!ground.is_visit(node)) continue;
    for (int member : ground.group(node))
      if (roster.served(member) && !ground.locked(member)) partners.insert(member);
  }
  return partners;
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
        std::set<int> out;
        if (last != roster.last_fixed(s))
          add_group(roster, last, out);
        else
          out = partners_of(roster, s);
        if (out.empty()) break;
        take_out(roster, out);
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
