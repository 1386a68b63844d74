#include "engines/forecast/needs.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace laoyou::forecast {

std::vector<YearFigure> sizes(const std::vector<YearOfPeople>& years, const std::vector<AgeGroup>& groups) {
  std::vector<YearFigure> figures;
  for (const YearOfPeople& year : years) {
    for (const AgeGroup& group : groups) figures.push_back({group.name, year.year, count_between(year.people, group.from_age, group.to_age)});
  }
  return figures;
}

std::vector<YearFigure> with_need(const std::vector<YearOfPeople>& years, const std::vector<NeedRate>& rates) {
  std::vector<YearFigure> figures;
  for (const YearOfPeople& year : years) {
    std::map<std::string, double> expected;
    for (const NeedRate& rate : rates) {
      double& level = expected[rate.level];
      for (std::size_t age = rate.from_age; age <= std::min(rate.to_age, k_ages - 1); ++age) {
        level += static_cast<double>(year.people.at(Sex::male, age)) * rate.per_thousand_men / 1000;
        level += static_cast<double>(year.people.at(Sex::female, age)) * rate.per_thousand_women / 1000;
      }
    }
    for (const auto& [level, count] : expected) figures.push_back({level, year.year, std::llround(count)});
  }
  return figures;
}

std::vector<YearFigure> wanted(const std::vector<YearOfPeople>& years, const std::vector<WantedRatio>& ratios) {
  std::vector<YearFigure> figures;
  for (const YearOfPeople& year : years) {
    for (const WantedRatio& ratio : ratios) {
      const std::int64_t people = count_between(year.people, ratio.group.from_age, ratio.group.to_age);
      const __int128 millionths = static_cast<__int128>(people) * ratio.wanted_millionths;
      const __int128 unit = static_cast<__int128>(ratio.per_people) * 1'000'000;
      figures.push_back({ratio.name, year.year, static_cast<std::int64_t>((millionths + unit - 1) / unit)});
    }
  }
  return figures;
}

std::vector<Band> band_of(const std::vector<std::vector<YearFigure>>& scenarios) {
  std::vector<Band> bands;
  std::map<std::pair<std::string, int>, std::size_t> known;
  for (const auto& figures : scenarios) {
    for (const YearFigure& figure : figures) {
      const auto [at, fresh] = known.try_emplace({figure.name, figure.year}, bands.size());
      if (fresh) bands.push_back({figure.name, figure.year, figure.count, figure.count});
      Band& band = bands[at->second];
      band.least = std::min(band.least, figure.count);
      band.most = std::max(band.most, figure.count);
    }
  }
  return bands;
}

std::vector<ForecastError> back_test(const std::vector<YearFigure>& projected, const std::vector<YearFigure>& counted) {
  std::vector<ForecastError> errors;
  for (const YearFigure& figure : projected) {
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const YearFigure& other) { return other.name == figure.name && other.year == figure.year; });
    if (same != counted.end()) errors.push_back({figure.name, figure.year, figure.count, same->count});
  }
  return errors;
}

}  // namespace laoyou::forecast
