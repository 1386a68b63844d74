#include "app/synth_material.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "app/engine_command.h"
#include "engines/tables/column_table.h"
#include "synth/quantities.h"

namespace laoyou::app {
namespace {

using synth::Quantities;
using tables::ColumnTable;
using tables::needed;
using tables::wanted;

constexpr std::string_view k_county_people = "county_population";

/// The year that is made up: the plan's last, at the latest the one whose indicators the demonstration shows.
int year_of(const plan::Plan& plan) {
  constexpr int k_last_year = 2025;
  return plan.runs_to ? std::min(plan.runs_to->year(), k_last_year) : k_last_year;
}

class QuantityReader {
 public:
  explicit QuantityReader(const plan::Plan& plan) : plan_(plan) {}

  /// Layers without the file add nothing.
  void read(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return;
    const auto text = read_whole_file(file.string());
    if (!text) return refusals_.push_back(text.error());
    const auto table = ColumnTable::read(*text, {needed("quantity"), wanted("figure"), wanted("indicator"), wanted("value"), wanted("unverified")});
    if (!table) return refusals_.push_back(at(file.string() + ":", table.error()));
    bool counties_begun = false;
    for (std::size_t row = 0; row < table->rows(); ++row) {
      if (table->text(row, "quantity") == k_county_people && !std::exchange(counties_begun, true)) counties.clear();
      const Result<void> taken = take(*table, row);
      if (!taken) refusals_.push_back(at(file.string() + ":", taken.error()));
    }
  }

  Refusals finish() {
    for (const synth::Quantity& quantity : synth::known_quantities())
      if (quantity.needed && !quantities.has(quantity.name)) refusals_.push_back(refuse("synth.quantity_missing", {std::string(quantity.name)}));
    return std::move(refusals_);
  }

  Quantities quantities;
  std::map<RegionCode, double> counties;

 private:
  Result<void> take(const ColumnTable& table, std::size_t row) {
    const std::string name = table.text(row, "quantity");
    const auto& known = synth::known_quantities();
    const bool is_county = name == k_county_people;
    if (!is_county && std::none_of(known.begin(), known.end(), [&](const synth::Quantity& quantity) { return quantity.name == name; }))
      return table.refused(row, "quantity", "synth.quantity_unknown", {name});
    if (const std::string& key = table.text(row, "figure"); !key.empty()) return take_figure(table, row, name, key);
    if (const std::string& key = table.text(row, "indicator"); !key.empty()) return take_indicator(table, row, name, key);
    const Result<Decimal> value = Decimal::parse(table.text(row, "value"));
    if (!value) return at(table.place(row, "value"), value.error());
    quantities.put(name, {*value, synth::ShareRounding::nearest});
    return {};
  }

  Result<void> take_figure(const ColumnTable& table, std::size_t row, const std::string& name, const std::string& key) {
    const auto& figures = plan_.content.figures;
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const auto& figure) { return figure.value.key == key; });
    if (found == figures.end()) return table.refused(row, "figure", "synth.figure_unknown", {key});
    constexpr std::int64_t k_ten_thousand = 10'000;
    const bool in_ten_thousands = found->value.unit.starts_with("万");
    const Decimal value = Decimal::from_millionths(found->value.value.millionths() * (in_ten_thousands ? k_ten_thousand : 1));
    if (name == k_county_people && found->value.region) counties[*found->value.region] = value.approximate();
    else quantities.put(name, {value, synth::ShareRounding::nearest});
    return {};
  }

  Result<void> take_indicator(const ColumnTable& table, std::size_t row, const std::string& name, const std::string& key) {
    const plan::Row<plan::Indicator>* const found = plan_.find_indicator(key);
    if (found == nullptr || (found->value.baseline.empty() && found->value.target.empty())) return table.refused(row, "indicator", "synth.indicator_unknown", {key});
    if (!found->value.baseline.empty()) {
      quantities.put(name, {found->value.baseline.back().value, synth::ShareRounding::nearest});
      return {};
    }
    const Period year = Period::year(year_of(plan_));
    const plan::Target* chosen = &found->value.target.back();
    for (const plan::Target& target : found->value.target)
      if (target.period.last_day() >= year.last_day()) {
        chosen = &target;
        break;
      }
    quantities.put(name, {chosen->value, synth::ShareRounding::up});
    return {};
  }

  const plan::Plan& plan_;
  Refusals refusals_;
};

/// The rows of one sex: sex, age ("100+"), mx, qx, lx, Lx, as the national folder keeps them.
std::vector<synth::LifeRow> life_rows(const std::vector<CsvRow>& rows, std::string_view sex) {
  std::vector<synth::LifeRow> all;
  for (const CsvRow& row : rows) {
    if (row.size() < 6 || row[0].text != sex) continue;
    synth::LifeRow made;
    std::from_chars(row[1].text.data(), row[1].text.data() + row[1].text.size(), made.age);
    std::from_chars(row[2].text.data(), row[2].text.data() + row[2].text.size(), made.death_rate);
    std::from_chars(row[5].text.data(), row[5].text.data() + row[5].text.size(), made.years_lived);
    all.push_back(made);
  }
  return all;
}

/// Counties within a region; of a city without counties, itself with the streets right below it.
std::vector<regions::Region> counties_of(const regions::RegionTree& regions, RegionCode region) {
  if (region.level() == RegionLevel::county) return {regions.find(region).value()};
  std::vector<regions::Region> counties;
  bool streets = false;
  for (const regions::Region& part : regions.children(region)) {
    if (part.code.level() > RegionLevel::county) {
      streets = true;
      continue;
    }
    const std::vector<regions::Region> below = counties_of(regions, part.code);
    counties.insert(counties.end(), below.begin(), below.end());
  }
  if (counties.empty() && streets) counties.push_back(regions.find(region).value());
  return counties;
}

std::vector<synth::County> counties_with(const regions::RegionTree& regions, RegionCode region, const std::map<RegionCode, double>& people, double whole) {
  std::vector<synth::County> counties;
  double counted = 0;
  for (const regions::Region& county : counties_of(regions, region)) {
    synth::County made{{county.code, county.name}, {}, 0};
    for (const regions::Region& street : regions.children(county.code)) {
      if (street.code.level() < RegionLevel::street) continue;
      made.streets.push_back({{street.code, street.name}, {}});
      for (const regions::Region& village : regions.children(street.code)) made.streets.back().villages.push_back({village.code, village.name});
    }
    if (made.streets.empty()) continue;
    if (const auto found = people.find(county.code); found != people.end()) made.people = found->second;
    counted += made.people;
    counties.push_back(std::move(made));
  }
  const auto unknown = std::count_if(counties.begin(), counties.end(), [](const synth::County& county) { return county.people == 0; });
  for (synth::County& county : counties)
    if (county.people == 0) county.people = std::max(whole - counted, whole / 100) / static_cast<double>(unknown);
  return counties;
}

/// Least and greatest score of each grade of the scale that the register's grades come from.
void take_grade_scores(const plan::Plan& plan, synth::City& city) {
  for (const auto& instrument : plan.content.instruments)
    if (instrument.value.instrument == "ability_gbt42195")
      for (const plan::GradeBand& band : instrument.value.grades)
        if (band.grade >= 0 && band.grade < std::ssize(city.grade_scores) && band.from && band.to) city.grade_scores[static_cast<std::size_t>(band.grade)] = {*band.from, *band.to};
}

}  // namespace

std::filesystem::path layers_folder(const std::filesystem::path& folder) {
  const std::filesystem::path clean = folder.has_filename() ? folder : folder.parent_path();
  return std::filesystem::exists(clean / "plan.yaml") ? clean.parent_path() : clean;
}

CheckedResult<synth::City> synthetic_city(const std::filesystem::path& layers, const ChosenPlan& chosen, std::optional<std::int64_t> people, std::uint64_t seed) {
  const RegionCode region = chosen.region();
  if (region.level() == RegionLevel::country) return Refusals{at("--plan", refuse("synth.no_city"))};
  QuantityReader reader(*chosen.plan);
  for (const std::string& layer : chosen.plan->layers) reader.read(layers / layer / "population" / "synthetic.csv");
  if (Refusals refusals = reader.finish(); !refusals.empty()) return refusals;
  synth::City city;
  city.place = {region, chosen.library->regions.name(region)};
  city.people = people.value_or(reader.quantities.count("population"));
  city.counties = counties_with(chosen.library->regions, region, reader.counties, reader.quantities.decimal("population").approximate());
  if (city.counties.empty()) return Refusals{at("--plan", refuse("synth.no_city"))};
  city.quantities = std::move(reader.quantities);
  city.year = year_of(*chosen.plan);
  city.seed = seed;
  take_grade_scores(*chosen.plan, city);
  const std::filesystem::path table = layers / chosen.plan->layers.front() / "population" / "china_lifetable_2020_2025_wpp2024.csv";
  const auto text = read_whole_file(table.string());
  if (!text) return Refusals{text.error()};
  const auto rows = read_csv(*text);
  if (!rows) return Refusals{at(table.string() + ":", rows.error())};
  city.life = {life_rows(*rows, "M"), life_rows(*rows, "F")};
  if (city.life[0].empty() || city.life[1].empty()) return Refusals{at(table.string(), refuse("synth.quantity_missing", {"mx"}))};
  return city;
}

}  // namespace laoyou::app
