#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engines/forecast/population.h"
#include "engines/forecast/vital_rates.h"

namespace laoyou::forecast {

/// What is assumed of the years to come.
struct Scenario {
  std::string name;
  double children_more = 0;        ///< per woman than the rates say, reached step by step over `phase_in_years`
  int phase_in_years = 0;          ///< 0: at once
  double mortality_factor = 1;     ///< of every death rate
  double boys_per_100_girls = 100; ///< at birth; a country's own stands among its assumptions
  /// Net arrivals in a year as a share of the people of that sex and age (negative: departures).
  BySexAndAge<double> net_migration_share;
};

/// Births and deaths registered in a region during the base year, to which the country's rates are scaled.
struct LocalLevel {
  double births = 0;
  double deaths = 0;
};

/// How a region's rates stand to the country's.
struct LocalFactors {
  double fertility = 1;
  double mortality = 1;
};

/// One year's change, person by person.
struct YearOfPeople {
  int year = 0;                 ///< the people of 1 January
  People people;
  std::int64_t births = 0;      ///< during the year
  std::int64_t deaths = 0;      ///< during the year, those born in it included
  std::int64_t net_migration = 0;
};

/// The factors that make the rates give the births and deaths registered. A figure of 0 leaves its factor at 1.
LocalFactors fit_local(const People& people, int year, const VitalRates& rates, const LocalLevel& level, const Scenario& scenario);

/// The people of a region from 1 January `base_year` on, by the cohort-component method in single years: people(next) = people −
/// deaths + births + net migration holds to the person in every year. The last entry has no flows. Deterministic.
std::vector<YearOfPeople> project(const People& base, int base_year, int years, const VitalRates& rates, const LocalFactors& local, const Scenario& scenario);

}  // namespace laoyou::forecast
