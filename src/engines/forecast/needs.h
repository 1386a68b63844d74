#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engines/forecast/projection.h"

namespace laoyou::forecast {

/// A group of people a plan speaks of: 65 and over, under three.
struct AgeGroup {
  std::string name;
  std::size_t from_age = 0;
  std::size_t to_age = k_ages - 1;  ///< included
};

/// How many of an age group are assessed to need care at some level, per thousand people.
struct NeedRate {
  std::string level;
  std::size_t from_age = 0, to_age = k_ages - 1;
  double per_thousand_men = 0, per_thousand_women = 0;
};

/// Beds or slots a plan wants for a group: 4.5 slots per 1,000 residents, and the like.
struct WantedRatio {
  std::string name;
  AgeGroup group;
  std::int64_t wanted_millionths = 0;  ///< for `per_people`, in millionths: 4.5 is 4,500,000
  std::int64_t per_people = 1000;
};

/// A figure of one year.
struct YearFigure {
  std::string name;
  int year = 0;
  std::int64_t count = 0;
};

/// The sizes of the groups in each year.
std::vector<YearFigure> sizes(const std::vector<YearOfPeople>& years, const std::vector<AgeGroup>& groups);
/// People with an assessed need in each year, if people of an age go on needing care as often as today.
std::vector<YearFigure> with_need(const std::vector<YearOfPeople>& years, const std::vector<NeedRate>& rates);
/// Beds or slots wanted in each year, rounded up: half a bed is a bed.
std::vector<YearFigure> wanted(const std::vector<YearOfPeople>& years, const std::vector<WantedRatio>& ratios);

/// The least and the most that several scenarios say of one figure in one year.
struct Band {
  std::string name;
  int year = 0;
  std::int64_t least = 0, most = 0;
};

/// The band of figures of the same name and year. Each element of `scenarios` is one scenario's list.
std::vector<Band> band_of(const std::vector<std::vector<YearFigure>>& scenarios);

/// How far a projection was from what came.
struct ForecastError {
  std::string name;
  int year = 0;
  std::int64_t projected = 0, counted = 0;
  /// Projected ÷ counted − 1; nothing where nobody was counted, unless nobody was projected either.
  [[nodiscard]] std::optional<double> share() const {
    if (counted == 0) return projected == 0 ? std::optional<double>(0) : std::nullopt;
    return static_cast<double>(projected) / static_cast<double>(counted) - 1;
  }
};

/// The errors of the figures that were both projected and counted.
std::vector<ForecastError> back_test(const std::vector<YearFigure>& projected, const std::vector<YearFigure>& counted);

}  // namespace laoyou::forecast
