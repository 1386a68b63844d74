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
  Refusals told;  ///< what stands in the way of nothing and should be known
};

/// Reads the files that the options of `laoyou forecast` name. A row that would do nothing, or something a second time, is refused like one that
/// cannot be: with "file:line:column" as the readers of the engine and ColumnTable refuse, or as "forecast.region_unknown" {region},
/// "forecast.row_repeated" {name}, "forecast.sexes_unknown" {found}, "forecast.name_taken" {name}, "forecast.more_needy_than_people" {age},
/// "forecast.figure_unknown" {name, known}, "forecast.ages_differ" {name, from, to}; "streets.out_of_range" for a year out of range.
Result<ForecastMaterial> read_forecast_material(const Options& options);

}  // namespace laoyou::app
