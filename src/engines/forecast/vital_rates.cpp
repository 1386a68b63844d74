#include "engines/forecast/vital_rates.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/csv.h"

namespace laoyou::forecast {
namespace {

std::string place_of(const CsvCell& cell) { return std::to_string(cell.line) + ":" + std::to_string(cell.column); }

Result<double> number_in(const CsvCell& cell, double most) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
  if (error != std::errc() || end != cell.text.data() + cell.text.size() || !(value >= 0 && value <= most)) {
    return at(place_of(cell), refuse("forecast.number_expected", {cell.text.substr(0, 20)}));
  }
  return value;
}

/// "15-19" → 15 and 19, "100+" → 100 and 100, "5" → 5 and 5.
std::optional<std::pair<std::size_t, std::size_t>> read_ages(std::string_view text) {
  std::size_t from = 0, to = 0;
  const char* const end = text.data() + text.size();
  auto parsed = std::from_chars(text.data(), end, from);
  if (parsed.ec != std::errc() || from >= k_ages) return std::nullopt;
  if (parsed.ptr == end || std::string_view(parsed.ptr, end) == "+") return std::pair{from, from};
  if (*parsed.ptr != '-') return std::nullopt;
  parsed = std::from_chars(parsed.ptr + 1, end, to);
  if (parsed.ec != std::errc() || parsed.ptr != end || to < from || to >= k_ages) return std::nullopt;
  return std::pair{from, to};
}

/// The middle of "2020-2025", or the middle of the one year "2024".
std::optional<double> read_period(std::string_view text) {
  int from = 0, to = 0;
  const char* const end = text.data() + text.size();
  auto parsed = std::from_chars(text.data(), end, from);
  if (parsed.ec != std::errc()) return std::nullopt;
  if (parsed.ptr == end) return from + 0.5;
  parsed = std::from_chars(parsed.ptr + 1, end, to);
  if (parsed.ec != std::errc() || parsed.ptr != end || to <= from) return std::nullopt;
  return (from + to) / 2.0;
}

/// The times that the header's columns from `first` on stand for, rising.
Result<std::vector<double>> read_times(const CsvRow& header, std::size_t first) {
  std::vector<double> times;
  for (std::size_t column = first; column < header.size(); ++column) {
    const auto middle = read_period(header[column].text);
    if (!middle || (!times.empty() && *middle <= times.back())) return at(place_of(header[column]), refuse("forecast.column_missing", {header[column].text}));
    times.push_back(*middle);
  }
  if (times.empty()) return at(place_of(header.back()), refuse("forecast.column_missing", {"2020-2025"}));
  return times;
}

Result<std::vector<double>> read_values(const CsvRow& row, std::size_t first, std::size_t count) {
  std::vector<double> values;
  for (std::size_t column = first; column < first + count; ++column) {
    if (column >= row.size()) return at(place_of(row.back()), refuse("forecast.number_expected", {""}));
    const auto value = number_in(row[column], 10);
    if (!value) return value.error();
    values.push_back(*value);
  }
  return values;
}

/// Where `time` lies among `times`: the index before it and how far to the next one.
std::pair<std::size_t, double> between(const std::vector<double>& times, double time) {
  if (time <= times.front()) return {0, 0.0};
  if (time >= times.back()) return {times.size() - 1, 0.0};
  const auto next = std::upper_bound(times.begin(), times.end(), time);
  const auto before = static_cast<std::size_t>(next - times.begin()) - 1;
  return {before, (time - times[before]) / (times[before + 1] - times[before])};
}

}  // namespace

Result<VitalRates> VitalRates::read(std::string_view mortality, std::string_view fertility) {
  VitalRates rates;
  const auto deaths = read_csv(mortality);
  if (!deaths) return at("mortality:", deaths.error());
  if (deaths->size() < 2 || deaths->front().size() < 3) return at("mortality:1:1", refuse("forecast.column_missing", {"sex, age"}));
  auto periods = read_times(deaths->front(), 2);
  if (!periods) return at("mortality:", periods.error());
  rates.period_middles_ = std::move(*periods);
  for (std::size_t row = 1; row < deaths->size(); ++row) {
    const CsvRow& cells = (*deaths)[row];
    const std::size_t sex = cells[0].text == "M" ? 0 : 1;
    if (cells[0].text != "M" && cells[0].text != "F") return at("mortality:" + place_of(cells[0]), refuse("forecast.number_expected", {cells[0].text.substr(0, 20)}));
    const auto ages = cells.size() > 1 ? read_ages(cells[1].text) : std::nullopt;
    if (!ages) return at("mortality:" + place_of(cells.back()), refuse("forecast.age_unknown"));
    const std::size_t group = rates.deaths_[sex].size();
    const bool expected = sex == 0 ? (group == 0 ? ages->first == 0 : ages->first > rates.death_ages_.back())
                                   : group < rates.death_ages_.size() && rates.death_ages_[group] == ages->first;
    if (!expected) return at("mortality:" + place_of(cells[1]), refuse("forecast.age_unknown", {cells[1].text.substr(0, 20)}));
    if (sex == 0) rates.death_ages_.push_back(ages->first);
    auto values = read_values(cells, 2, rates.period_middles_.size());
    if (!values) return at("mortality:", values.error());
    rates.deaths_[sex].push_back(std::move(*values));
  }
  if (rates.deaths_[0].empty() || rates.deaths_[0].size() != rates.deaths_[1].size()) return at("mortality:1:1", refuse("forecast.row_missing", {"F"}));

  const auto births = read_csv(fertility);
  if (!births) return at("fertility:", births.error());
  if (births->size() < 2 || births->front().size() < 2) return at("fertility:1:1", refuse("forecast.column_missing", {"age"}));
  auto years = read_times(births->front(), 1);
  if (!years) return at("fertility:", years.error());
  rates.birth_years_ = std::move(*years);
  for (std::size_t row = 1; row < births->size(); ++row) {
    const CsvRow& cells = (*births)[row];
    if (cells[0].text == "TFR") continue;
    const auto ages = read_ages(cells[0].text);
    if (!ages) return at("fertility:" + place_of(cells[0]), refuse("forecast.age_unknown", {cells[0].text.substr(0, 20)}));
    auto values = read_values(cells, 1, rates.birth_years_.size());
    if (!values) return at("fertility:", values.error());
    rates.birth_ages_.push_back(*ages);
    rates.births_.push_back(std::move(*values));
  }
  return rates;
}

double VitalRates::death_rate(double year, Sex sex, std::size_t age) const {
  const auto after = std::upper_bound(death_ages_.begin(), death_ages_.end(), age);
  const auto group = static_cast<std::size_t>(after - death_ages_.begin()) - 1;
  const std::vector<double>& values = deaths_[static_cast<std::size_t>(sex)][group];
  const auto [before, share] = between(period_middles_, year + 0.5);
  if (share == 0 || values[before] <= 0 || values[before + 1] <= 0) return values[before];
  return std::exp((1 - share) * std::log(values[before]) + share * std::log(values[before + 1]));
}

double VitalRates::birth_rate(double year, std::size_t age) const {
  const auto [before, share] = between(birth_years_, year + 0.5);
  for (std::size_t group = 0; group < birth_ages_.size(); ++group) {
    if (age < birth_ages_[group].first || age > birth_ages_[group].second) continue;
    const double rate = births_[group][before];
    return share == 0 ? rate : rate + share * (births_[group][before + 1] - rate);
  }
  return 0;
}

double VitalRates::total_fertility(double year) const {
  double total = 0;
  for (std::size_t age = 0; age < k_ages; ++age) total += birth_rate(year, age);
  return total;
}

std::vector<AgeRate> VitalRates::abridged(std::size_t period, Sex sex) const {
  std::vector<AgeRate> rates;
  for (std::size_t group = 0; group < death_ages_.size(); ++group) rates.push_back({death_ages_[group], deaths_[static_cast<std::size_t>(sex)][group][period]});
  return rates;
}

}  // namespace laoyou::forecast
