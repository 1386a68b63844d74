#include "planning/terms.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/check.h"
#include "base/embedded.h"
#include "engines/tables/column_table.h"

namespace laoyou::planning {
namespace {

LAOYOU_EMBEDDED(planning_ratios_csv)
LAOYOU_EMBEDDED(planning_limits_csv)
LAOYOU_EMBEDDED(planning_measures_csv)

using record::Leaf;
using tables::ColumnTable;

ColumnTable table_of(std::string_view csv, std::initializer_list<const char*> columns) {
  std::vector<tables::KnownColumn> wanted;
  for (const char* column : columns) wanted.push_back(tables::needed(column));
  return ColumnTable::read(csv, wanted).value();
}

const ColumnTable& ratio_table() {
  static const ColumnTable table = table_of(planning_ratios_csv(), {"standard", "gives", "per_people", "from_age", "to_age", "zh", "en"});
  return table;
}
const ColumnTable& limit_table() {
  static const ColumnTable table = table_of(planning_limits_csv(), {"standard"});
  return table;
}
const ColumnTable& measure_table() {
  static const ColumnTable table = table_of(planning_measures_csv(), {"key", "standard", "kinds", "way", "group", "zh", "en"});
  return table;
}

/// The number of a standard, the greater one of "800..1000".
std::optional<double> number_of(const NamedStandard& standard) {
  const std::size_t range = standard.value.find("..");
  const std::string text = range == std::string::npos ? standard.value : standard.value.substr(range + 2);
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

/// "4.5", "35"
std::string words_of(double number) {
  std::ostringstream words;
  words << number;
  return words.str();
}

std::string filled(std::string text, double number) {
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, words_of(number));
  return text;
}

/// The nearest plan's standard of the key that gives a number.
const NamedStandard* find(const std::vector<NamedStandard>& standards, const std::string& key) {
  const auto found = std::find_if(standards.begin(), standards.end(), [&](const NamedStandard& each) { return each.key == key && number_of(each); });
  return found == standards.end() ? nullptr : &*found;
}

std::vector<RatioRow> ratios_of(const std::vector<NamedStandard>& standards) {
  const ColumnTable& table = ratio_table();
  std::vector<RatioRow> ratios;
  for (const NamedStandard& standard : standards)
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::optional<double> wanted = number_of(standard);
      const PlaceUnit unit = Leaf<PlaceUnit>::from_json_text(table.text(row, "gives")).value();
      const bool said = std::any_of(ratios.begin(), ratios.end(), [&](const RatioRow& each) { return each.unit == unit; });
      if (standard.key != table.text(row, "standard") || !wanted || said) continue;
      constexpr std::int64_t k_most = 1'000'000;
      const auto whole = [&](const char* column) { return table.whole_number(row, column, k_most).value(); };
      ratios.push_back({unit, *wanted, whole("per_people"), static_cast<std::int32_t>(whole("from_age")), static_cast<std::int32_t>(whole("to_age")), filled(table.text(row, "zh"), *wanted),
                        filled(table.text(row, "en"), *wanted), standard.source, standard.unverified});
    }
  std::stable_sort(ratios.begin(), ratios.end(), [](const RatioRow& a, const RatioRow& b) { return a.unit < b.unit; });
  return ratios;
}

/// Minutes or metres as the standard's unit says.
std::optional<LimitOfReach> limit_of(const NamedStandard& standard) {
  const double number = *number_of(standard);
  if (standard.unit == "分钟") return LimitOfReach{number, std::nullopt, words_of(number) + "分钟", words_of(number) + " minutes", standard.source, standard.unverified};
  if (standard.unit == "m" || standard.unit == "米") return LimitOfReach{std::nullopt, number, words_of(number) + "米", words_of(number) + " metres", standard.source, standard.unverified};
  return std::nullopt;
}

std::vector<LimitOfReach> limits_of(const std::vector<NamedStandard>& standards) {
  std::vector<LimitOfReach> limits;
  for (std::size_t row = 0; row < limit_table().rows(); ++row) {
    const NamedStandard* const standard = find(standards, limit_table().text(row, "standard"));
    const std::optional<LimitOfReach> limit = standard == nullptr ? std::nullopt : limit_of(*standard);
    const bool there = limit && std::any_of(limits.begin(), limits.end(), [&](const LimitOfReach& each) { return each.minutes == limit->minutes && each.metres == limit->metres; });
    if (limit && !there) limits.push_back(*limit);
  }
  return limits;
}

std::vector<registry::InstitutionKind> kinds_of(const std::string& text) {
  std::vector<registry::InstitutionKind> kinds;
  std::istringstream names(text);
  for (std::string name; names >> name;) kinds.push_back(Leaf<registry::InstitutionKind>::from_json_text(name).value());
  return kinds;
}

std::vector<Measure> measures_of(const std::vector<NamedStandard>& standards) {
  const ColumnTable& table = measure_table();
  std::vector<Measure> measures;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string key = table.text(row, "key");
    const NamedStandard* const standard = find(standards, table.text(row, "standard"));
    const std::optional<LimitOfReach> limit = standard == nullptr ? std::nullopt : limit_of(*standard);
    if (!limit || std::any_of(measures.begin(), measures.end(), [&](const Measure& each) { return each.key == key; })) continue;
    measures.push_back({key, kinds_of(table.text(row, "kinds")), Leaf<TravelWay>::from_json_text(table.text(row, "way")).value(), limit->minutes, limit->metres,
                        Leaf<PeopleGroup>::from_json_text(table.text(row, "group")).value(), table.text(row, "zh"), table.text(row, "en"), standard->source, standard->unverified});
  }
  return measures;
}

}  // namespace

Terms terms_of(const std::vector<NamedStandard>& standards) { return {ratios_of(standards), limits_of(standards), measures_of(standards)}; }

std::vector<std::string> standards_understood() {
  std::vector<std::string> keys;
  for (const ColumnTable* table : {&ratio_table(), &limit_table(), &measure_table()})
    for (std::size_t row = 0; row < table->rows(); ++row) keys.push_back(table->text(row, "standard"));
  return keys;
}

}  // namespace laoyou::planning
