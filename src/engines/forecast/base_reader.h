#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/forecast/population.h"
#include "engines/forecast/vital_rates.h"

namespace laoyou::forecast {

/// The census base: CSV with the columns region, sex (M or F; 男 or 女), age ("7", "5-9", "100+") and count. A group of ages is shared out
/// to single years as the survivors of the country's life table of `year` are; an open group below 100 ("85+") likewise up to 100.
/// Refused with the place "line:column": "forecast.column_missing" {column}, "forecast.number_expected" {found}, "forecast.age_unknown"
/// {found}, "forecast.sex_unknown" {found}, "forecast.age_repeated" {age} where an age is given twice.
Result<std::vector<RegionPeople>> read_base(std::string_view csv, int year, const VitalRates& rates);

}  // namespace laoyou::forecast
