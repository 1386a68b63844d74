// Deferred acceptance, and chains of displacement where siblings or several sessions make options hang together.
#pragma once

#include <cstdint>

#include "engines/matching/placement.h"

namespace laoyou::matching {

/// What the search came to.
struct Settled {
  Placement placement;
  std::vector<Blocking> blocking;
};

/// Families propose downwards; each pool keeps whom its rule chooses. Where no family is joint this is deferred acceptance: nobody blocks, and every
/// family has the best option it has in any answer without blocking. Otherwise the joint families are set in last, one by one; seats that come
/// free are offered to those who were refused there; where the chain does not end, an option of a family in it is given up. Families that
/// block by an option given up get it after all, one by one, and what comes of it is kept where no more families block than before, as
/// long as `work` (options looked at) lasts.
Settled settle(const Market& market, const Closed& closed, std::int64_t work);

}  // namespace laoyou::matching
