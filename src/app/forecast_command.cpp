#include "app/forecast_command.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <ostream>

#include "app/siting_command.h"
#include "base/decimal.h"
#include "base/messages.h"
#include "engines/forecast/base_reader.h"
#include "engines/forecast/needs.h"
#include "engines/streets/street_table.h"

namespace laoyou::app {
namespace {

using streets::StreetTable;

constexpr std::string_view k_usage =
    "用法：laoyou forecast --base CSV [--years 30] [--base-year 2021] [--rates DIR] [--local CSV] [--migration CSV]\n"
    "  [--ratios CSV] [--needs CSV] [--counted CSV] [--json]\n";

constexpr int k_default_years = 30;
constexpr int k_default_base_year = 2021;  // the census of 1 November 2020 is nearest to its first day
constexpr double k_variant_children = 0.5;  // the UN's high and low variants

/// Everything a forecast is made from.
struct Material {
  std::optional<forecast::VitalRates> rates;
  std::vector<forecast::RegionPeople> base;
  int base_year = 0, years = 0;
  std::map<std::string, forecast::LocalLevel> local;
  forecast::BySexAndAge<double> migration;
  std::vector<forecast::WantedRatio> ratios;
  std::vector<forecast::NeedRate> needs;
  std::vector<forecast::YearFigure> counted;
};

const std::vector<forecast::AgeGroup> k_groups = {{"people", 0, 100}, {"over_65", 65, 100}, {"over_80", 80, 100}, {"under_3", 0, 2}};

/// A table named by an option; nothing where the option is absent.
Result<std::optional<StreetTable>> table_option(const Options& options, const char* name, std::vector<std::string> columns) {
  const auto path = options.value(name);
  if (!path) return std::optional<StreetTable>{};
  const auto text = read_whole_file(*path);
  if (!text) return text.error();
  auto table = StreetTable::read(*text, std::move(columns), {});
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

Result<void> read_local(const Options& options, Material& material) {
  const auto table = table_option(options, "local", {"region", "births", "deaths"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto values = numbers(**table, row, {"births", "deaths"}, 0, 1e9);
    if (!values) return at(*options.value("local") + ":", values.error());
    material.local[(*table)->text(row, "region")] = {(*values)[0], (*values)[1]};
  }
  return {};
}

Result<void> read_migration(const Options& options, Material& material) {
  const auto table = table_option(options, "migration", {"sex", "from_age", "to_age", "share"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto ages = numbers(**table, row, {"from_age", "to_age"}, 0, 100);
    if (!ages) return at(*options.value("migration") + ":", ages.error());
    const auto share = (*table)->number(row, "share", -1, 1);
    if (!share) return at(*options.value("migration") + ":", share.error());
    const std::string& sex = (*table)->text(row, "sex");
    for (const forecast::Sex each : forecast::k_sexes) {
      const bool male = each == forecast::Sex::male;
      if ((male && sex == "F") || (!male && sex == "M")) continue;  // anything else means both
      for (auto age = static_cast<std::size_t>((*ages)[0]); age <= static_cast<std::size_t>((*ages)[1]); ++age) material.migration.at(each, age) = *share;
    }
  }
  return {};
}

Result<void> read_ratios(const Options& options, Material& material) {
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

Result<void> read_needs(const Options& options, Material& material) {
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

Result<void> read_counted(const Options& options, Material& material) {
  const auto table = table_option(options, "counted", {"name", "year", "count"});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const auto year = (*table)->number(row, "year", 1900, 2200);
    if (!year) return at(*options.value("counted") + ":", year.error());
    const auto count = (*table)->number(row, "count", 0, 1e12);
    if (!count) return at(*options.value("counted") + ":", count.error());
    material.counted.push_back({(*table)->text(row, "name"), static_cast<int>(*year), static_cast<std::int64_t>(*count)});
  }
  return {};
}

Result<Material> read_material(const Options& options) {
  Material material;
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

std::vector<forecast::Scenario> scenarios_of(const Material& material) {
  std::vector<forecast::Scenario> scenarios(3);
  const std::pair<const char*, double> each[] = {{"low", -k_variant_children}, {"middle", 0}, {"high", k_variant_children}};
  for (std::size_t at = 0; at < scenarios.size(); ++at) {
    scenarios[at].name = each[at].first;
    scenarios[at].children_more = each[at].second;
    scenarios[at].net_migration_share = material.migration;
  }
  return scenarios;
}

/// The regions' years added up.
void add(std::vector<forecast::YearOfPeople>& whole, const std::vector<forecast::YearOfPeople>& part) {
  if (whole.empty()) {
    whole = part;
    return;
  }
  for (std::size_t year = 0; year < whole.size(); ++year) {
    whole[year].births += part[year].births;
    whole[year].deaths += part[year].deaths;
    whole[year].net_migration += part[year].net_migration;
    for (const forecast::Sex sex : forecast::k_sexes) {
      for (std::size_t age = 0; age < forecast::k_ages; ++age) whole[year].people.at(sex, age) += part[year].people.at(sex, age);
    }
  }
}

std::vector<forecast::YearFigure> figures_of(const Material& material, const std::vector<forecast::YearOfPeople>& years) {
  std::vector<forecast::YearFigure> figures = forecast::sizes(years, k_groups);
  for (const auto& more : {forecast::wanted(years, material.ratios), forecast::with_need(years, material.needs)}) figures.insert(figures.end(), more.begin(), more.end());
  return figures;
}

boost::json::array years_json(const std::vector<forecast::YearOfPeople>& years, const std::vector<forecast::YearFigure>& figures) {
  std::map<int, boost::json::object> by_year;
  for (const forecast::YearFigure& figure : figures) by_year[figure.year][figure.name] = figure.count;
  boost::json::array result;
  for (const forecast::YearOfPeople& year : years) {
    boost::json::object row{{"year", year.year}};
    for (const auto& figure : by_year[year.year]) row[figure.key()] = figure.value();
    if (&year != &years.back()) {  // the flows of the last year lie beyond the forecast
      row["births"] = year.births;
      row["deaths"] = year.deaths;
      row["net_migration"] = year.net_migration;
    }
    result.push_back(std::move(row));
  }
  return result;
}

boost::json::object forecast_json(const Material& material) {
  boost::json::array scenarios, regions;
  std::vector<std::vector<forecast::YearFigure>> all_figures;
  boost::json::array errors;
  for (const forecast::Scenario& scenario : scenarios_of(material)) {
    std::vector<forecast::YearOfPeople> whole;
    for (const forecast::RegionPeople& region : material.base) {
      const auto level = material.local.find(region.region);
      const forecast::LocalFactors local =
          level == material.local.end() ? forecast::LocalFactors{} : forecast::fit_local(region.people, material.base_year, *material.rates, level->second, scenario);
      const auto years = forecast::project(region.people, material.base_year, material.years, *material.rates, local, scenario);
      add(whole, years);
      if (scenario.name == "middle") regions.push_back(boost::json::object{{"region", region.region}, {"years", years_json(years, figures_of(material, years))}});
    }
    auto figures = figures_of(material, whole);
    if (scenario.name == "middle") {
      for (const forecast::ForecastError& error : forecast::back_test(figures, material.counted)) {
        errors.push_back(boost::json::object{{"name", error.name}, {"year", error.year}, {"projected", error.projected}, {"counted", error.counted}, {"error", error.share()}});
      }
    }
    scenarios.push_back(boost::json::object{{"name", scenario.name}, {"years", years_json(whole, figures)}});
    all_figures.push_back(std::move(figures));
  }
  boost::json::array bands;
  for (const forecast::Band& band : forecast::band_of(all_figures)) {
    bands.push_back(boost::json::object{{"name", band.name}, {"year", band.year}, {"least", band.least}, {"most", band.most}});
  }
  return {{"base_year", material.base_year}, {"scenarios", std::move(scenarios)}, {"regions", std::move(regions)}, {"band", std::move(bands)}, {"back_test", std::move(errors)}};
}

void print_plainly(const boost::json::object& result, std::ostream& out) {
  out << "年份\t人口\t65岁及以上\t80岁及以上\t3岁以下\t出生\t死亡\n";
  for (const boost::json::value& scenario : result.at("scenarios").as_array()) {
    if (scenario.at("name") != "middle") continue;
    for (const boost::json::value& year : scenario.at("years").as_array()) {
      out << year.at("year");
      for (const char* const name : {"people", "over_65", "over_80", "under_3", "births", "deaths"}) {
        const boost::json::value* const figure = year.as_object().if_contains(name);
        out << "\t";
        if (figure != nullptr) out << *figure;
      }
      out << "\n";
    }
  }
}

}  // namespace

int forecast_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"base", "years", "base-year", "rates", "local", "migration", "ratios", "needs", "counted"}, {"json"});
  if (!options || !options->words().empty() || !options->has("base")) {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  const auto material = read_material(*options);
  if (!material) return say_refused({material.error()}, err);
  const boost::json::object result = forecast_json(*material);
  if (options->has("json")) {
    out << boost::json::serialize(result) << "\n";
  } else {
    print_plainly(result, out);
  }
  return 0;
}

}  // namespace laoyou::app
