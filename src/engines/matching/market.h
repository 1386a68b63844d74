// A problem made ready for counting: pools of equal seats, strict ranks, and the claims that each option of each family makes.
#pragma once

#include <compare>
#include <span>
#include <string>
#include <vector>

#include "engines/matching/choice.h"
#include "engines/matching/problem.h"

namespace laoyou::matching {

/// The seats of one group in one session. All members of a pool are interchangeable but for their priority.
struct Pool {
  int place = 0;
  int group = 0;    ///< of the place
  int session = 0;
  int unit = 0;     ///< the group counted through all places
  int seats = 0;    ///< free ones and those held by members of the problem
  int holders = 0;  ///< members of the problem who hold one now
  std::vector<int> held;      ///< of those, under each quota
  std::vector<Share> shares;
};

/// One group of one place: what opens or does not.
struct Unit {
  int place = 0;
  int group = 0;
  int least = 0;
  bool held = false;  ///< somebody holds a seat there: it stays open
};

/// A member's priority at a place, smallest first.
struct Key {
  int priority_class = 0;       ///< Problem::classes.size() for nobody's class
  std::int64_t points = 0;
  std::int64_t distance_m = 0;
  int lot = 0;                  ///< position in the draw from 1, 0: no draw
};

/// Less: `one` goes before `other`. Equal: nothing tells them apart.
std::strong_ordering compare(const Key& one, const Key& other, std::span<const Criterion> priority);

/// A claim with its pool and the member who makes it.
struct PoolClaim {
  int pool = 0;
  int member = 0;  ///< of the family
  Claim claim;
};

/// What stands on the list of a pool: an option of a family that claims a seat of it, once for each member.
struct Listed {
  Claim claim;
  int option = 0;
};

struct Market {
  const Problem* problem = nullptr;  ///< in order of ids
  std::vector<Pool> pools;
  std::vector<Unit> units;
  std::vector<std::vector<Option>> options;                     ///< of each family, best first
  std::vector<std::vector<std::vector<PoolClaim>>> claims;      ///< of each family and option, ascending by pool, then by priority
  std::vector<std::vector<Key>> keys;                           ///< keys[unit] by rank: of everyone who may be ranked there
  std::vector<std::vector<Listed>> lists;                       ///< of each pool, by priority
  std::vector<char> must_place;                                 ///< the family holds something: its last option is always granted
  std::vector<char> joint;                                      ///< the family has options with several claims, or for different members
  bool single = true;                                           ///< no family is joint

  int families() const { return static_cast<int>(options.size()); }
  /// The number of a family's options, which also stands for "nothing".
  int nothing(int family) const { return static_cast<int>(options[static_cast<std::size_t>(family)].size()); }
};

/// Makes the market of a problem in order of ids, which outlives it. Refused as "matching.tie_undecided" {family, family, place, group} where two
/// families cannot be told apart and no draw is held, and "matching.more_hold_than_may" {place, group, trait, most, found}.
CheckedResult<Market> make_market(const Problem& problem);

/// A group's quotas where so many seats are free in a session and so many are held under each: beyond what its own persons hold, no more seats are
/// reserved than are free, nor than a quota may have.
std::vector<Share> shares_of(const Group& group, int free, const std::vector<int>& held);

/// The position of each family in the draw, from 1; 0 where no draw is held. A given lot goes before the seed's.
std::vector<int> lots_of(const Problem& problem);

}  // namespace laoyou::matching
