// Made-up values of a plan's indicators, so that a demonstration shows something at every level. Each is marked synthetic and says so on every
// screen. Pure: the same plan, regions and seed give the same values.
#pragma once

#include <vector>

#include "plan/stack/library.h"
#include "plan/answers/reading_record.h"

namespace laoyou::app {

/// Values for the plan's region, its parts and (below a city) their streets, for each year from the plan's first to its last. Totals of the
/// parts add up to the total of the whole; ratios of the parts scatter around it. Without ids and times.
std::vector<plan::ReportedValue> demo_readings(const plan::Library& library, const plan::Plan& plan, std::uint64_t seed);

}  // namespace laoyou::app
