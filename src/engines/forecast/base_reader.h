#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/forecast/population.h"
#include "engines/forecast/vital_rates.h"

namespace laoyou::forecast {

/// Ages of a sex that no row speaks of, and which count as nobody.
struct BaseGap {
  Sex sex = Sex::male;
  std::string ages;  ///< "0-4, 85+"
  std::string first_region;
  int regions = 0;   ///< that have this gap
};

struct CensusBase {
  std::vector<RegionPeople> regions;
  std::vector<BaseGap> gaps;
};

/// The census base: CSV with the columns region, sex (as read_sex() knows it), age ("7", "5-9", "100+") and count. A group of ages is shared
/// out to single years as the survivors of the country's life table of `year` are; an open group below 100 ("85+") likewise up to 100.
/// Refused with the place "line:column" as ColumnTable refuses, or as "forecast.age_unknown" {found}, "forecast.sex_unknown" {found},
/// "forecast.age_repeated" {age} where an age is given twice.
Result<CensusBase> read_base(std::string_view csv, int year, const VitalRates& rates);

}  // namespace laoyou::forecast
