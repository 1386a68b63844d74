// How a unit's cases go: how many, how long, how often late, what is sent back and why. Numbers alone, no names.
#pragma once

#include "cases/desk.h"
#include "cases/list_answers.h"

namespace laoyou::cases {

struct StatisticsQuestion {
  RegionCode region;      ///< cases within this place
  std::string procedure;  ///< empty: all, without steps and reasons
  Instant from, until;    ///< handed in between them
};

/// For each procedure (or for each place below `region`, where one is asked for): how many were handed in, run, run late, ended, ended within their terms;
/// median and 90th percentile of days from handing in to the end; ratings. For one procedure also the days spent in each step and the reasons of
/// returns. Days are calendar days of 24 hours. Place and days asked for are left to the caller.
Statistics statistics(Desk& desk, const store::Snapshot& snapshot, const StatisticsQuestion& question, Instant now);

}  // namespace laoyou::cases
