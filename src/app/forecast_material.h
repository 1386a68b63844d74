#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "engines/forecast/assumptions.h"
#include "engines/forecast/needs.h"

namespace laoyou::app {

/// Everything a forecast is made from.
struct ForecastMaterial {
  std::optional<forecast::VitalRates> rates;
  forecast::Assumptions assumptions;
  std::vector<forecast::RegionPeople> base;
  int base_year = 0, years = 0;
  bool by_age = false;  ///< each region's people also by sex and single year of age
  std::map<std::string, forecast::LocalLevel> local;
  std::optional<forecast::BySexAndAge<double>> migration;
  std::vector<forecast::AgeGroup> groups;  ///< whose sizes are given
  std::vector<forecast::WantedRatio> ratios;
  std::vector<forecast::NeedRate> needs;
  std::vector<forecast::YearFigure> counted;
};

/// Reads the files that the options of `laoyou forecast` name. Refused with "file:line:column" as the readers of the engine refuse, or with
/// "streets.out_of_range" for a year out of range.
Result<ForecastMaterial> read_forecast_material(const Options& options);

}  // namespace laoyou::app
