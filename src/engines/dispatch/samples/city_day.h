// A made-up day of a city's home care, as large as wanted.
#pragma once

#include <cstdint>

#include "engines/dispatch/problem.h"

namespace laoyou::dispatch {

/// What the day is like.
struct CityDay {
  int visits = 3000;             ///< stops, the second carers of two-carer visits included
  int carers = 300;
  int two_carer_percent = 15;    ///< share of visits that need two carers at once
  std::uint64_t seed = 1;
};

/// Visits around neighbourhood centres whose density does not depend on the size of the day; carers who live among them, on foot, by bicycle
/// or by car; four skills, breaks, a dialect some wish for, and for seven persons of ten the carers who came the day before. Lateness up to
/// half an hour and overtime up to one hour are allowed. Everything is invented.
Problem city_day(const CityDay& day);

}  // namespace laoyou::dispatch
