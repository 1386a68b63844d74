// Every answer of a tiny market, one after the other.
#pragma once

#include <cstdint>
#include <optional>

#include "engines/matching/check.h"
#include "engines/matching/placement.h"
#include "engines/matching/solve.h"

namespace laoyou::matching {

struct Enumerated {
  int fewest_blocking = 0;                      ///< over all answers that keep the rules, groups' leasts aside
  std::vector<std::vector<int>> without_blocking;  ///< the options of every answer in which nobody blocks
};

/// Looks at every answer with the given groups closed; nothing where there are more than `most`. Blocking is counted by check().
std::optional<Enumerated> enumerate(const Market& market, const Closed& closed, std::int64_t most);

/// What the checker is told of some options.
Claimed claimed_by(const Market& market, const std::vector<int>& option_of, const Closed& closed);

}  // namespace laoyou::matching
