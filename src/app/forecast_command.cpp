#include "app/forecast_command.h"

#include <boost/json.hpp>
#include <map>
#include <ostream>

#include "app/engine_command.h"
#include "app/forecast_material.h"
#include "base/messages.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou forecast --base CSV [--years 30] [--base-year 2021] [--rates DIR] [--local CSV] [--migration CSV]\n"
    "  [--ratios CSV] [--needs CSV] [--counted CSV] [--ages] [--json]\n";

/// Low, middle and high fertility; where arrivals and departures are assumed, the middle without them as well.
std::vector<forecast::Scenario> scenarios_of(const ForecastMaterial& material) {
  forecast::Scenario scenario;
  scenario.phase_in_years = material.assumptions.phase_in_years;
  scenario.boys_per_100_girls = material.assumptions.boys_per_100_girls;
  std::vector<forecast::Scenario> scenarios;
  if (material.migration) {
    scenario.name = "without_migration";
    scenarios.push_back(scenario);
    scenario.net_migration_share = *material.migration;
  }
  const std::pair<const char*, double> each[] = {{"low", material.assumptions.low_children}, {"middle", 0}, {"high", material.assumptions.high_children}};
  for (const auto& [name, children_more] : each) {
    scenario.name = name;
    scenario.children_more = children_more;
    scenarios.push_back(scenario);
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

std::vector<forecast::YearFigure> figures_of(const ForecastMaterial& material, const std::vector<forecast::YearOfPeople>& years) {
  std::vector<forecast::YearFigure> figures = forecast::sizes(years, material.groups);
  for (const auto& more : {forecast::wanted(years, material.ratios), forecast::with_need(years, material.needs)}) figures.insert(figures.end(), more.begin(), more.end());
  return figures;
}

/// The people of one sex by single year of age, the last those of 100 and over.
boost::json::array ages_json(const forecast::People& people, forecast::Sex sex) {
  boost::json::array ages;
  for (std::size_t age = 0; age < forecast::k_ages; ++age) ages.push_back(people.at(sex, age));
  return ages;
}

boost::json::array years_json(const std::vector<forecast::YearOfPeople>& years, const std::vector<forecast::YearFigure>& figures, bool by_age = false) {
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
    if (by_age) {
      row["men"] = ages_json(year.people, forecast::Sex::male);
      row["women"] = ages_json(year.people, forecast::Sex::female);
    }
    result.push_back(std::move(row));
  }
  return result;
}

boost::json::object forecast_json(const ForecastMaterial& material) {
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
      if (scenario.name == "middle") regions.push_back(boost::json::object{{"region", region.region}, {"years", years_json(years, figures_of(material, years), material.by_age)}});
    }
    auto figures = figures_of(material, whole);
    if (scenario.name == "middle") {
      for (const forecast::ForecastError& error : forecast::back_test(figures, material.counted)) {
        const auto share = error.share();
        errors.push_back(boost::json::object{{"name", error.name}, {"year", error.year}, {"projected", error.projected}, {"counted", error.counted},
                                             {"error", share ? boost::json::value(*share) : boost::json::value()}});
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
  const auto options = Options::read(words, {"base", "years", "base-year", "rates", "local", "migration", "ratios", "needs", "counted"}, {"ages", "json"});
  if (!options || !options->words().empty() || !options->has("base")) {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  const auto material = read_forecast_material(*options);
  if (!material) return say_refused({material.error()}, err);
  say_refused(material->told, err);
  const boost::json::object result = forecast_json(*material);
  if (options->has("json")) {
    out << boost::json::serialize(result) << "\n";
  } else {
    print_plainly(result, out);
  }
  return 0;
}

}  // namespace laoyou::app
