// Judges an answer by the words of docs/matching.md alone: it shares no counting with the solver.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engines/matching/problem.h"

namespace laoyou::matching {

/// What an answer claims.
struct Claimed {
  std::vector<Option> seats;                  ///< of each family of the problem, in its order; empty for none
  std::vector<std::pair<int, int>> closed;    ///< place and group
};

/// A pool's last admitted, for one quota of the group or (k_none) for those under none.
struct LastAdmitted {
  int place = 0, group = 0, session = 0, quota = k_none;
  int taken = 0;
  bool open = false;
  int family = k_none, member = k_none;  ///< who it is; k_none for nobody

  auto operator<=>(const LastAdmitted&) const = default;
};

struct Judgement {
  Refusals broken;            ///< rules that the answer breaks, with "/families/ID" or "/places/ID" as place
  int placed = 0;             ///< members with a seat
  std::vector<int> blocking;  ///< families that would be admitted to something they wish for more
  std::vector<LastAdmitted> cutoffs;

  bool valid() const { return broken.empty(); }
};

/// Judges `claimed` for a problem in order of ids that make_market() accepts. Broken rules are
///   matching.not_wished {}: a family has what it did not wish for, or less than it held
///   matching.above_capacity {group, session, found, seats}, matching.above_quota {group, session, trait, found, most}, matching.kept_taken {group, session, trait}
///   matching.below_least {group, found, least}, matching.in_closed {group}
Judgement check(const Problem& problem, const Claimed& claimed);

}  // namespace laoyou::matching
