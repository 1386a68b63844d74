// Values of indicators in the two forms that statistical systems exchange: DHIS2's dataValueSets (JSON) and ADX (IHE Aggregate Data Exchange, XML).
// Data element: the indicator's key; organisation unit: the region's code; data set: the plan's key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/period.h"
#include "base/region_code.h"
#include "base/result.h"

namespace laoyou::exchange {

struct DataValue {
  std::string element;
  Period period;
  RegionCode region;
  std::string value;
  std::string comment;  ///< where the value comes from
};

struct DataValueSet {
  std::string data_set;
  std::vector<DataValue> values;
};

/// "2025", "2025S1", "2025Q3", "202506", "20250630": periods as DHIS2 writes them.
std::string dhis2_period(const Period& period);
/// Refused as "period.malformed".
Result<Period> read_dhis2_period(std::string_view text);
/// "2025-01-01/P1Y": first day and length, as ADX writes periods.
std::string adx_period(const Period& period);
/// Refused as "period.malformed", also for a length that no reporting period has.
Result<Period> read_adx_period(std::string_view text);

std::string write_dhis2(const DataValueSet& set, Instant at);
std::string write_adx(const DataValueSet& set, Instant at);

/// Every fault at once, each with its place ("/dataValues/3/period", "group 1 value 2"): "exchange.malformed", "exchange.missing" (the attribute), and as Period and
/// RegionCode refuse. Categories are refused as "exchange.category": nothing here is counted by them, and a part is never taken for the whole.
CheckedResult<DataValueSet> read_dhis2(std::string_view json);
CheckedResult<DataValueSet> read_adx(std::string_view xml);

}  // namespace laoyou::exchange
