// A period as the one number that columns, literals and comparisons carry (type.h, Kind::period).
#pragma once

#include <cstdint>

#include "base/period.h"

namespace laoyou::rules {

/// Eight times the last day plus the period's kind (year 0 … day 4): numbers order as periods do, by the last day and then the longer first.
std::int64_t pack_period(const Period& period);

/// The other way. The number must come from pack_period().
Period unpack_period(std::int64_t packed);

/// First day of a packed period, in days since 1970-01-01.
std::int64_t period_first_day(std::int64_t packed);
/// Last day of a packed period, in days since 1970-01-01.
std::int64_t period_last_day(std::int64_t packed);

}  // namespace laoyou::rules
