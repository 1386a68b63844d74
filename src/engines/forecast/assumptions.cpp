#include "engines/forecast/assumptions.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "engines/tables/column_table.h"

namespace laoyou::forecast {
namespace {

using tables::ColumnTable;

constexpr std::array k_keys = {"boys_per_100_girls", "low_children", "high_children", "phase_in_years"};

/// Each key stands once, and none is unknown.
Result<void> check_keys(const ColumnTable& table) {
  std::set<std::string> seen;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& key = table.text(row, "key");
    if (std::find(k_keys.begin(), k_keys.end(), key) == k_keys.end()) return table.refused(row, "key", "forecast.row_unknown", {key});
    if (!seen.insert(key).second) return table.refused(row, "key", "forecast.row_repeated", {key});
  }
  return {};
}

Result<double> value_of(const ColumnTable& table, const char* key, double least, double most) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.text(row, "key") == key) return table.number(row, "value", least, most);
  }
  return at("1:1", refuse("forecast.row_missing", {key}));
}

}  // namespace

Result<Assumptions> read_assumptions(std::string_view csv) {
  const auto table = ColumnTable::read(csv, {tables::needed("key"), tables::needed("value")});
  if (!table) return table.error();
  if (const auto sound = check_keys(*table); !sound) return sound.error();
  const auto boys = value_of(*table, "boys_per_100_girls", 80, 140);
  if (!boys) return boys.error();
  const auto low = value_of(*table, "low_children", -3, 0);
  if (!low) return low.error();
  const auto high = value_of(*table, "high_children", 0, 3);
  if (!high) return high.error();
  const auto years = value_of(*table, "phase_in_years", 0, 100);
  if (!years) return years.error();
  return Assumptions{*boys, *low, *high, static_cast<int>(*years)};
}

}  // namespace laoyou::forecast
