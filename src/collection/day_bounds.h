// Between which days a day of a register can lie: day_bounds.csv.
#pragma once

#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace laoyou::collection {

/// Refuses a day that lies outside the bounds of the record's field as "records.day_out_of_range". The row of the record's field counts, else that of the
/// field in any record, else that of any field. A bound "today" is `today`.
Result<void> check_day(std::string_view record, std::string_view field, Date day, Date today);

}  // namespace laoyou::collection
