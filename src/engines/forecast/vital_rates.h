#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/forecast/life_table.h"
#include "engines/forecast/population.h"

namespace laoyou::forecast {

/// Fertility and mortality of a country over time, by five-year groups of age: the UN's World Population Prospects or figures alike.
class VitalRates {
 public:
  /// `mortality`: CSV sex (M, F), age (0, 1, 5 … 100+), then a column for each period ("2020-2025") with deaths per person-year.
  /// `fertility`: CSV age ("15-19"), then a column for each year with births per woman and year; a row TFR is passed over.
  /// Refused with the table and place ("mortality:3:7"): "forecast.column_missing", "forecast.number_expected", "forecast.age_unknown",
  /// "forecast.row_missing" {row}.
  static Result<VitalRates> read(std::string_view mortality, std::string_view fertility);

  /// The death rate during the year that starts on 1 January `year`: between the middles of two periods the logarithms are joined by
  /// a line; before the first and after the last middle the rate stays.
  [[nodiscard]] double death_rate(double year, Sex sex, std::size_t age) const;
  /// Births per woman of the age during the year, joined by lines between the years given.
  [[nodiscard]] double birth_rate(double year, std::size_t age) const;
  /// Children a woman would have at the rates of the year.
  [[nodiscard]] double total_fertility(double year) const;
  /// The abridged death rates of a period, for its life table; `period` counts from 0.
  [[nodiscard]] std::vector<AgeRate> abridged(std::size_t period, Sex sex) const;
  [[nodiscard]] const std::vector<double>& period_middles() const { return period_middles_; }

 private:
  std::vector<std::size_t> death_ages_;                        // first age of each group
  std::vector<double> period_middles_;
  std::array<std::vector<std::vector<double>>, 2> deaths_;     // sex, group, period
  std::vector<std::pair<std::size_t, std::size_t>> birth_ages_;  // first and last age of each group
  std::vector<double> birth_years_;
  std::vector<std::vector<double>> births_;                    // group, year
};

}  // namespace laoyou::forecast
