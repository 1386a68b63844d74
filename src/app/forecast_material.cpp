#include "app/forecast_material.h"

#include <algorithm>

#include "app/engine_command.h"
#include "base/decimal.h"
#include "engines/forecast/base_reader.h"
#include "engines/streets/street_table.h"

namespace laoyou::app {
namespace {

using streets::StreetTable;

constexpr int k_default_years = 30;
constexpr int k_default_base_year = 2021;  // the census of 1 November 2020 is nearest to its first day

const std::vector<forecast::AgeGroup> k_groups = {{"people", 0, 100}, {"over_65", 65, 100}, {"over_80", 80, 100}, {"under_3", 0, 2}};

/// A table named by an option; nothing where the option is absent.
Result<std::optional<StreetTable>> table_option(const Options& options, const char* name, std::vector<std::string> columns,
                                                std::vector<std::string> optional_columns = {}) {
  const auto path = options.value(name);
  if (!path) return std::optional<StreetTable>{};
  const auto text = read_whole_file(*path);
  if (!text) return text.error();
  auto table = StreetTable::read(*text, std::move(columns), std::move(optional_columns));
  if (!table) return at(*path + ":", table.error());
  return std::optional<StreetTable>{std::move(*table)};
}

/// The numbers of a row, each within its range.
Result<std::vector<double>> numbers(const StreetTable& table, std::size_t row, const std::vector<std::string>& columns, double least, double most) {
  std::vector<double> values;
  for (const std::string& column : columns) {
    const auto value = table.number(row, column, least, most);
    if (!value) return value.error();
    values.push_back(*value);
  }
  return values;
}

Result<void> read_local(const Options& options, ForecastMaterial& material) {
  const auto table = table_option(options, "local", {"region", "births", "deaths"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto values = numbers(**table, row, {"births", "deaths"}, 0, 1e9);
    if (!values) return at(*options.value("local") + ":", values.error());
    material.local[(*table)->text(row, "region")] = {(*values)[0], (*values)[1]};
  }
  return {};
}

Result<void> read_migration(const Options& options, ForecastMaterial& material) {
  const auto table = table_option(options, "migration", {"sex", "from_age", "to_age", "share"});
  if (!table) return table.error();
  if (*table) material.migration.emplace();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto ages = numbers(**table, row, {"from_age", "to_age"}, 0, 100);
    if (!ages) return at(*options.value("migration") + ":", ages.error());
    const auto share = (*table)->number(row, "share", -1, 1);
    if (!share) return at(*options.value("migration") + ":", share.error());
    const std::string& sex = (*table)->text(row, "sex");
    for (const forecast::Sex each : forecast::k_sexes) {
      const bool male = each == forecast::Sex::male;
      if ((male && sex == "F") || (!male && sex == "M")) continue;  // anything else means both
      for (auto age = static_cast<std::size_t>((*ages)[0]); age <= static_cast<std::size_t>((*ages)[1]); ++age) material.migration->at(each, age) = *share;
    }
  }
  return {};
}

Result<void> read_ratios(const Options& options, ForecastMaterial& material) {
  const auto table = table_option(options, "ratios", {"name", "from_age", "to_age", "wanted", "per_people"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto ages = numbers(**table, row, {"from_age", "to_age"}, 0, 100);
    if (!ages) return at(*options.value("ratios") + ":", ages.error());
    const auto per_people = (*table)->number(row, "per_people", 1, 1e9);
    if (!per_people) return at(*options.value("ratios") + ":", per_people.error());
    const auto wanted = Decimal::parse((*table)->text(row, "wanted"));
    if (!wanted) return at(*options.value("ratios") + ":" + (*table)->place(row, "wanted"), wanted.error());
    const std::string& name = (*table)->text(row, "name");
    material.ratios.push_back({name, {name, static_cast<std::size_t>((*ages)[0]), static_cast<std::size_t>((*ages)[1])}, wanted->millionths() / 1000,
                               static_cast<std::int64_t>(*per_people)});
  }
  return {};
}

Result<void> read_needs(const Options& options, ForecastMaterial& material) {
  const auto table = table_option(options, "needs", {"level", "from_age", "to_age", "men_per_thousand", "women_per_thousand"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto ages = numbers(**table, row, {"from_age", "to_age"}, 0, 100);
    if (!ages) return at(*options.value("needs") + ":", ages.error());
    const auto rates = numbers(**table, row, {"men_per_thousand", "women_per_thousand"}, 0, 1000);
    if (!rates) return at(*options.value("needs") + ":", rates.error());
    material.needs.push_back({(*table)->text(row, "level"), static_cast<std::size_t>((*ages)[0]), static_cast<std::size_t>((*ages)[1]), (*rates)[0], (*rates)[1]});
  }
  return {};
}

/// The figures that came true; a row with ages makes a group of its own, so that its size is projected too.
Result<void> read_counted(const Options& options, ForecastMaterial& material) {
  const auto table = table_option(options, "counted", {"name", "year", "count"}, {"from_age", "to_age"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto year = (*table)->number(row, "year", 1900, 2200);
    if (!year) return at(*options.value("counted") + ":", year.error());
    const auto count = (*table)->whole_number(row, "count", 1'000'000'000'000);
    if (!count) return at(*options.value("counted") + ":", count.error());
    const std::string& name = (*table)->text(row, "name");
    material.counted.push_back({name, static_cast<int>(*year), *count});
    const bool known = std::any_of(material.groups.begin(), material.groups.end(), [&name](const forecast::AgeGroup& group) { return group.name == name; });
    if (known || (*table)->text(row, "from_age").empty()) continue;
    const auto ages = numbers(**table, row, {"from_age", "to_age"}, 0, 100);
    if (!ages) return at(*options.value("counted") + ":", ages.error());
    material.groups.push_back({name, static_cast<std::size_t>((*ages)[0]), static_cast<std::size_t>((*ages)[1])});
  }
  return {};
}

}  // namespace

Result<ForecastMaterial> read_forecast_material(const Options& options) {
  ForecastMaterial material;
  material.groups = k_groups;
  material.by_age = options.has("ages");
  const auto years = number_option<int>(options, "years");
  if (!years) return years.error();
  const auto base_year = number_option<int>(options, "base-year");
  if (!base_year) return base_year.error();
  material.years = years->value_or(k_default_years);
  material.base_year = base_year->value_or(k_default_base_year);
  constexpr int k_most_years = 200, k_first_year = 1900, k_last_year = 2200;
  if (material.years < 0 || material.years > k_most_years) return at("--years", refuse("streets.out_of_range", {std::to_string(material.years), "0", "200"}));
  if (material.base_year < k_first_year || material.base_year > k_last_year) return at("--base-year", refuse("streets.out_of_range", {std::to_string(material.base_year), "1900", "2200"}));
  const std::string folder = options.value("rates").value_or("plans/national/population");
  const auto mortality = read_whole_file(folder + "/china_mx_wpp2024.csv");
  if (!mortality) return mortality.error();
  const auto fertility = read_whole_file(folder + "/china_asfr_wpp2024.csv");
  if (!fertility) return fertility.error();
  auto rates = forecast::VitalRates::read(*mortality, *fertility);
  if (!rates) return at(folder + "/", rates.error());
  material.rates = std::move(*rates);
  const auto assumed = read_whole_file(folder + "/assumptions.csv");
  if (!assumed) return assumed.error();
  const auto assumptions = forecast::read_assumptions(*assumed);
  if (!assumptions) return at(folder + "/assumptions.csv:", assumptions.error());
  material.assumptions = *assumptions;
  const auto csv = read_whole_file(*options.value("base"));
  if (!csv) return csv.error();
  auto base = forecast::read_base(*csv, material.base_year, *material.rates);
  if (!base) return at(*options.value("base") + ":", base.error());
  material.base = std::move(*base);
  for (const auto read : {read_local, read_migration, read_ratios, read_needs, read_counted}) {
    if (const auto done = read(options, material); !done) return done.error();
  }
  return material;
}

}  // namespace laoyou::app
