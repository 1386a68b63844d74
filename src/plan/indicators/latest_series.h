// The end of an indicator's values: a page that shows how many indicators stand at many places need not copy ten years of each.
#pragma once

#include <optional>
#include <vector>

#include "plan/indicators/indicator_state.h"

namespace laoyou::plan {

/// As much of the end of value_series() as says how the indicator stands (state_at) and how it has changed (changes_of): everything from the last value back
/// to the one before it of the same kind of period, and to the same period a year before. `until`: without what ends after that period does.
std::vector<Actual> latest_series(const Row<Indicator>& indicator, bool whole_region, const std::vector<ReportedValue>& readings, Date today,
                                  const std::optional<Period>& until = std::nullopt);

}  // namespace laoyou::plan
