// What would change a family's answer, each change tried by solving again.
#pragma once

#include <optional>
#include <vector>

#include "engines/matching/solve.h"

namespace laoyou::matching {

/// For one option above what the family has: changes after which it has this option or a better one.
struct Change {
  int option = 0;
  std::optional<int> more_seats;       ///< the least number of further seats in each pool that refuses; nothing where as many as were tried do not help
  std::optional<Standing> standing;    ///< at the place of the first pool that refuses for being full: just before its last admitted
  bool standing_helps = false;
  bool wish_helps = false;             ///< with this as its only wish
};

struct Explained {
  Answer answer;
  std::vector<Change> changes;  ///< in the order of the options
};

/// Solves the problem, which is in order of ids, and tries the changes for one family. Refused as make_market() refuses.
CheckedResult<Explained> explain(const Problem& problem, int family, const Effort& effort);

}  // namespace laoyou::matching
