// What was reported of an indicator for one place and period (填报值).
#pragma once

#include <optional>
#include <string>

#include "record/leaf.h"

namespace laoyou::plan {

/// One reported value. For each plan, indicator, region and period there is at most one.
struct ReportedValue {
  Id<ReportedValue> id;
  RegionCode region;
  std::string plan;
  std::string indicator;
  Period period;
  Decimal value;
  std::string source;      ///< where the reporter has it from
  bool synthetic = false;  ///< made up for demonstration; every screen says so
  std::int64_t reported_by = 0;
  Instant reported_at;
  std::optional<Date> counted_on;       ///< the day the count was taken, where the source says it
  std::optional<std::string> reporter;  ///< what the account was called when it reported, so that showing a value asks for no account
};
LAOYOU_RECORD(ReportedValue, "reading", id, region, plan, indicator, period, value, source, synthetic, reported_by, reported_at, counted_on,
              reporter)

}  // namespace laoyou::plan
