#include "app/forecast_material.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "app/engine_command.h"
#include "base/decimal.h"
#include "engines/forecast/base_reader.h"
#include "engines/forecast/sex_word.h"
#include "engines/tables/column_table.h"

namespace laoyou::app {
namespace {

using tables::ColumnTable;
using tables::needed;
using tables::wanted;

constexpr int k_default_years = 30;
constexpr int k_default_base_year = 2021;  // the census of 1 November 2020 is nearest to its first day

const std::vector<forecast::AgeGroup> k_groups = {{"people", 0, 100}, {"over_65", 65, 100}, {"over_80", 80, 100}, {"under_3", 0, 2}};

/// The keys of a year's row in the answer; no figure of a plan may be called so.
constexpr std::array k_keys = {"year", "births", "deaths", "net_migration", "men", "women"};

/// The rows of a table named by an option, and what is wrong with them said with the file's name.
class OptionTable {
 public:
  /// None where the option is absent.
  static Result<std::optional<OptionTable>> read(const Options& options, const char* name, const std::vector<tables::KnownColumn>& columns) {
    const auto path = options.value(name);
    if (!path) return std::optional<OptionTable>{};
    const auto text = read_whole_file(*path);
    if (!text) return text.error();
    auto table = ColumnTable::read(*text, columns);
    if (!table) return at(*path + ":", table.error());
    return std::optional<OptionTable>{OptionTable(*path, std::move(*table))};
  }

  [[nodiscard]] std::size_t rows() const { return table_.rows(); }
  [[nodiscard]] const std::string& text(std::size_t row, const char* column) const { return table_.text(row, column); }
  [[nodiscard]] Refusal refused(std::size_t row, const char* column, const char* code, std::vector<std::string> words) const {
    return at(path_ + ":", table_.refused(row, column, code, std::move(words)));
  }
  [[nodiscard]] Result<double> number(std::size_t row, const char* column, double least, double most) const {
    auto value = table_.number(row, column, least, most);
    if (!value) return at(path_ + ":", value.error());
    return value;
  }
  [[nodiscard]] Result<std::int64_t> whole_number(std::size_t row, const char* column, std::int64_t most) const {
    auto value = table_.whole_number(row, column, most);
    if (!value) return at(path_ + ":", value.error());
    return value;
  }
  /// from_age … to_age, the first not after the last, called `name`.
  [[nodiscard]] Result<forecast::AgeGroup> ages(std::size_t row, const std::string& name) const {
    constexpr std::int64_t k_oldest = forecast::k_ages - 1;
    const auto from = whole_number(row, "from_age", k_oldest);
    if (!from) return from.error();
    const auto to = whole_number(row, "to_age", k_oldest);
    if (!to) return to.error();
    if (*to < *from) return refused(row, "to_age", "table.out_of_range", {text(row, "to_age"), std::to_string(*from), std::to_string(k_oldest)});
    return forecast::AgeGroup{name, static_cast<std::size_t>(*from), static_cast<std::size_t>(*to)};
  }

 private:
  OptionTable(std::string path, ColumnTable table) : path_(std::move(path)), table_(std::move(table)) {}

  std::string path_;
  ColumnTable table_;
};

tables::KnownColumn region_column() { return needed("region", {"区划代码", "地区"}); }
tables::KnownColumn sex_column() { return needed("sex", {"性别"}); }
std::vector<tables::KnownColumn> with_ages(std::vector<tables::KnownColumn> columns) {
  columns.push_back(needed("from_age", {"起始年龄"}));
  columns.push_back(needed("to_age", {"终止年龄"}));
  return columns;
}

Result<void> read_local(const Options& options, ForecastMaterial& material) {
  const auto table = OptionTable::read(options, "local", {region_column(), needed("births", {"出生人数"}), needed("deaths", {"死亡人数"})});
  if (!table) return table.error();
  std::vector<std::string> regions;
  for (const forecast::RegionPeople& people : material.base) regions.push_back(people.region);
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const std::string& region = (*table)->text(row, "region");
    if (std::find(regions.begin(), regions.end(), region) == regions.end()) return (*table)->refused(row, "region", "forecast.region_unknown", {region});
    const auto births = (*table)->number(row, "births", 0, 1e9);
    if (!births) return births.error();
    const auto deaths = (*table)->number(row, "deaths", 0, 1e9);
    if (!deaths) return deaths.error();
    if (!material.local.try_emplace(region, forecast::LocalLevel{*births, *deaths}).second) return (*table)->refused(row, "region", "forecast.row_repeated", {region});
  }
  return {};
}

/// The sexes a row of arrivals speaks of; none where its word is not known.
std::vector<forecast::Sex> sexes_of(const std::string& word) {
  if (const auto sex = forecast::read_sex(word)) return {*sex};
  if (word == "both" || word == "男女") return {forecast::Sex::male, forecast::Sex::female};
  return {};
}

Result<void> read_migration(const Options& options, ForecastMaterial& material) {
  const auto table = OptionTable::read(options, "migration", with_ages({sex_column(), needed("share", {"比例"})}));
  if (!table) return table.error();
  if (*table) material.migration.emplace();
  std::set<std::pair<forecast::Sex, std::size_t>> told;
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const std::vector<forecast::Sex> sexes = sexes_of((*table)->text(row, "sex"));
    if (sexes.empty()) return (*table)->refused(row, "sex", "forecast.sexes_unknown", {(*table)->text(row, "sex")});
    const auto ages = (*table)->ages(row, {});
    if (!ages) return ages.error();
    const auto share = (*table)->number(row, "share", -1, 1);
    if (!share) return share.error();
    for (const forecast::Sex sex : sexes) {
      for (std::size_t age = ages->from_age; age <= ages->to_age; ++age) {
        if (!told.emplace(sex, age).second) return (*table)->refused(row, "from_age", "forecast.age_repeated", {std::to_string(age)});
        material.migration->at(sex, age) = *share;
      }
    }
  }
  return {};
}

bool is_figure(const ForecastMaterial& material, const std::string& name) {
  const auto called = [&](const auto& each) { return each.name == name; };
  return std::any_of(material.groups.begin(), material.groups.end(), called) || std::any_of(material.ratios.begin(), material.ratios.end(), called) ||
         std::any_of(material.needs.begin(), material.needs.end(), [&](const forecast::NeedRate& need) { return need.level == name; });
}

/// Whether a figure of that name would hide, or be hidden by, another of the answer.
bool is_taken(const ForecastMaterial& material, const std::string& name) {
  return name.empty() || std::find(k_keys.begin(), k_keys.end(), name) != k_keys.end() || is_figure(material, name);
}

Result<void> read_ratios(const Options& options, ForecastMaterial& material) {
  const auto table = OptionTable::read(options, "ratios", with_ages({needed("name", {"名称"}), needed("wanted", {"配置数"}), needed("per_people", {"每多少人"})}));
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const std::string& name = (*table)->text(row, "name");
    if (is_taken(material, name)) return (*table)->refused(row, "name", "forecast.name_taken", {name});
    const auto ages = (*table)->ages(row, name);
    if (!ages) return ages.error();
    const auto in_range = (*table)->number(row, "wanted", 0, 1e9);
    if (!in_range) return in_range.error();
    const auto wanted_number = Decimal::parse((*table)->text(row, "wanted"));
    if (!wanted_number) return (*table)->refused(row, "wanted", wanted_number.error().code.c_str(), wanted_number.error().words);
    const auto per_people = (*table)->whole_number(row, "per_people", 1'000'000'000);
    if (!per_people) return per_people.error();
    if (*per_people == 0) return (*table)->refused(row, "per_people", "table.out_of_range", {"0", "1", "1000000000"});
    material.ratios.push_back({name, *ages, wanted_number->millionths(), *per_people});
  }
  return {};
}

/// Of a thousand people no more than a thousand can need care, whatever the levels are called.
Result<void> read_needs(const Options& options, ForecastMaterial& material) {
  const auto table =
      OptionTable::read(options, "needs", with_ages({needed("level", {"等级"}), needed("men_per_thousand", {"男每千人"}), needed("women_per_thousand", {"女每千人"})}));
  if (!table) return table.error();
  constexpr double k_all = 1000, k_rounding = 1e-6;
  forecast::BySexAndAge<double> in_need;
  std::set<std::pair<std::string, std::size_t>> told;
  std::vector<forecast::NeedRate> needs;
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const std::string& level = (*table)->text(row, "level");
    if (is_taken(material, level)) return (*table)->refused(row, "level", "forecast.name_taken", {level});
    const auto ages = (*table)->ages(row, level);
    if (!ages) return ages.error();
    const auto men = (*table)->number(row, "men_per_thousand", 0, k_all);
    if (!men) return men.error();
    const auto women = (*table)->number(row, "women_per_thousand", 0, k_all);
    if (!women) return women.error();
    for (std::size_t age = ages->from_age; age <= ages->to_age; ++age) {
      if (!told.emplace(level, age).second) return (*table)->refused(row, "from_age", "forecast.age_repeated", {std::to_string(age)});
      for (const auto& [sex, rate, column] : {std::tuple{forecast::Sex::male, *men, "men_per_thousand"}, std::tuple{forecast::Sex::female, *women, "women_per_thousand"}}) {
        in_need.at(sex, age) += rate;
        if (in_need.at(sex, age) > k_all + k_rounding) return (*table)->refused(row, column, "forecast.more_needy_than_people", {std::to_string(age)});
      }
    }
    needs.push_back({level, ages->from_age, ages->to_age, *men, *women});
  }
  material.needs = std::move(needs);
  return {};
}

/// The names of all figures, for whoever mistyped one.
std::string figure_names(const ForecastMaterial& material) {
  std::set<std::string> names;
  for (const forecast::AgeGroup& group : material.groups) names.insert(group.name);
  for (const forecast::WantedRatio& ratio : material.ratios) names.insert(ratio.name);
  for (const forecast::NeedRate& need : material.needs) names.insert(need.level);
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

/// A counted row with ages speaks of a group, which is projected too; of a known one the ages must be the same.
Result<void> take_group(const OptionTable& table, std::size_t row, const std::string& name, ForecastMaterial& material) {
  if (table.text(row, "from_age").empty() && table.text(row, "to_age").empty()) {
    return is_figure(material, name) ? Result<void>() : table.refused(row, "name", "forecast.figure_unknown", {name, figure_names(material)});
  }
  const auto ages = table.ages(row, name);
  if (!ages) return ages.error();
  const auto known = std::find_if(material.groups.begin(), material.groups.end(), [&name](const forecast::AgeGroup& group) { return group.name == name; });
  if (known == material.groups.end()) {
    if (is_taken(material, name)) return table.refused(row, "name", "forecast.name_taken", {name});
    material.groups.push_back(*ages);
  } else if (known->from_age != ages->from_age || known->to_age != ages->to_age) {
    return table.refused(row, "from_age", "forecast.ages_differ", {name, std::to_string(known->from_age), std::to_string(known->to_age)});
  }
  return {};
}

Result<void> read_counted(const Options& options, ForecastMaterial& material) {
  const auto table = OptionTable::read(options, "counted", {needed("name", {"名称"}), needed("year", {"年份"}), needed("count", {"人数"}), wanted("from_age", {"起始年龄"}),
                                                            wanted("to_age", {"终止年龄"})});
  if (!table) return table.error();
  for (std::size_t row = 0; *table && row < (*table)->rows(); ++row) {
    const int last_year = material.base_year + material.years;
    const auto year = (*table)->whole_number(row, "year", last_year);
    if (!year) return year.error();
    if (*year < material.base_year) {
      return (*table)->refused(row, "year", "table.out_of_range", {(*table)->text(row, "year"), std::to_string(material.base_year), std::to_string(last_year)});
    }
    const auto count = (*table)->whole_number(row, "count", 1'000'000'000'000);
    if (!count) return count.error();
    const std::string& name = (*table)->text(row, "name");
    if (const auto group = take_group(**table, row, name, material); !group) return group.error();
    const bool repeated = std::any_of(material.counted.begin(), material.counted.end(), [&](const forecast::YearFigure& other) { return other.name == name && other.year == *year; });
    if (repeated) return (*table)->refused(row, "name", "forecast.row_repeated", {name});
    material.counted.push_back({name, static_cast<int>(*year), *count});
  }
  return {};
}

/// The gaps of the base, which are counted as nobody and told.
Refusals told_of(const std::string& path, const std::vector<forecast::BaseGap>& gaps) {
  Refusals told;
  for (const forecast::BaseGap& gap : gaps) {
    told.push_back(at(path, refuse(gap.sex == forecast::Sex::male ? "forecast.no_men_counted" : "forecast.no_women_counted",
                                   {gap.ages, std::to_string(gap.regions), gap.first_region})));
  }
  return told;
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
  material.base = std::move(base->regions);
  material.told = told_of(*options.value("base"), base->gaps);
  for (const auto read : {read_local, read_migration, read_ratios, read_needs, read_counted}) {
    if (const auto done = read(options, material); !done) return done.error();
  }
  return material;
}

}  // namespace laoyou::app
