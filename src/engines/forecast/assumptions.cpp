#include "engines/forecast/assumptions.h"

#include <charconv>
#include <string>

#include "base/csv.h"

namespace laoyou::forecast {
namespace {

class AssumptionTable {
 public:
  explicit AssumptionTable(std::vector<CsvRow> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] Result<void> find_columns() {
    for (const auto& [name, column] : {std::pair{"key", &key_}, std::pair{"value", &value_}}) {
      for (std::size_t cell = 0; !rows_.empty() && cell < rows_[0].size(); ++cell) {
        if (rows_[0][cell].text == name) *column = cell;
      }
      if (*column == k_missing) return at("1:1", refuse("forecast.column_missing", {name}));
    }
    return {};
  }

  [[nodiscard]] Result<double> number(const char* key, double least, double most) const {
    for (std::size_t row = 1; row < rows_.size(); ++row) {
      if (key_ >= rows_[row].size() || rows_[row][key_].text != key) continue;
      const CsvCell& cell = rows_[row][value_ < rows_[row].size() ? value_ : key_];
      double value = 0;
      const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
      if (error == std::errc() && end == cell.text.data() + cell.text.size() && value >= least && value <= most) return value;
      return at(std::to_string(cell.line) + ":" + std::to_string(cell.column), refuse("forecast.number_expected", {cell.text.substr(0, 20)}));
    }
    return at("1:1", refuse("forecast.row_missing", {key}));
  }

 private:
  static constexpr std::size_t k_missing = static_cast<std::size_t>(-1);
  std::vector<CsvRow> rows_;
  std::size_t key_ = k_missing, value_ = k_missing;
};

}  // namespace

Result<Assumptions> read_assumptions(std::string_view csv) {
  auto rows = read_csv(csv);
  if (!rows) return rows.error();
  AssumptionTable table(std::move(*rows));
  if (const auto found = table.find_columns(); !found) return found.error();
  const auto boys = table.number("boys_per_100_girls", 80, 140);
  if (!boys) return boys.error();
  const auto low = table.number("low_children", -3, 0);
  if (!low) return low.error();
  const auto high = table.number("high_children", 0, 3);
  if (!high) return high.error();
  const auto years = table.number("phase_in_years", 0, 100);
  if (!years) return years.error();
  return Assumptions{*boys, *low, *high, static_cast<int>(*years)};
}

}  // namespace laoyou::forecast
