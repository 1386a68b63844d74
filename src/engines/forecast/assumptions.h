#pragma once

#include <string_view>

#include "base/result.h"

namespace laoyou::forecast {

/// What a country's rates do not say and a projection needs.
struct Assumptions {
  double boys_per_100_girls = 0;  ///< at birth, 80 … 140
  double low_children = 0;        ///< of the low scenario: children per woman more than the rates say, −3 … 0
  double high_children = 0;       ///< of the high one, 0 … 3
  int phase_in_years = 0;         ///< until they are reached, 0 … 100
};

/// CSV with the columns key and value (a source belongs beside each) and a row for each member above. Refused with the place "line:column" as
/// ColumnTable refuses, or as "forecast.row_missing" {key}, "forecast.row_unknown" {key}, "forecast.row_repeated" {key}.
Result<Assumptions> read_assumptions(std::string_view csv);

}  // namespace laoyou::forecast
