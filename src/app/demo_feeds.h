// Lists of other offices for the demonstration: made of its own made-up people, with the errors that real lists have.
#pragma once

#include "base/date.h"
#include "feeds/room.h"

namespace laoyou::app {

/// Takes in one list of each of four offices for the region, as of days before `today`; two offices have sent nothing yet. Nothing where a list came
/// already, or nobody made up lives there. How many lists; refused as lists are. The same seed and people make the same lists.
Result<int> fill_feeds(const feeds::Services& services, RegionCode region, Date today, std::int64_t sent_by, std::uint64_t seed);

}  // namespace laoyou::app
