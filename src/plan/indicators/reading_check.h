// Whether a value may be reported: one check for what is typed, corrected and imported.
#pragma once

#include "plan/stack/library.h"
#include "plan/answers/answers.h"

namespace laoyou::plan {

/// Refused when the plan does not know the indicator, the region is none of the plan's or lies deeper than the indicator is reported, the value is
/// none of its unit (measures.csv, or the indicator's own bounds), the period begins after `today` or before the plan's first year, the
/// count was taken after `today`, or the source shows nothing or is too long. Places name the field ("/indicator", "/value").
Refusals check_reading(const Library& library, const Plan& plan, const ReportedValue& reading, Date today);

/// A value so far from the last that its reporter should look again: refused as "readings.confirm_change" with both values. How far is the
/// plan's confirm_percent.
Result<void> ask_about_change(const Plan& plan, const Indicator& indicator, const ReportedValue& reading, const std::optional<Actual>& last);

}  // namespace laoyou::plan
