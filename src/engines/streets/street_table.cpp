#include "engines/streets/street_table.h"

#include <charconv>

namespace laoyou::streets {
namespace {

/// "12", "0.5".
std::string shortest(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return error == std::errc() ? std::string(text, end) : std::string();
}

}  // namespace

Result<StreetTable> StreetTable::read(std::string_view csv, std::vector<std::string> needed, std::vector<std::string> optional) {
  auto rows = read_csv(csv);
  if (!rows) return rows.error();
  StreetTable table;
  table.rows_ = std::move(*rows);
  if (table.rows_.empty()) return at("1:1", refuse("streets.column_missing", {needed.empty() ? "" : needed.front()}));
  const std::size_t must_have = needed.size();
  needed.insert(needed.end(), optional.begin(), optional.end());
  for (std::size_t name = 0; name < needed.size(); ++name) {
    int found = -1;
    for (std::size_t cell = 0; cell < table.rows_[0].size(); ++cell) {
      if (table.rows_[0][cell].text == needed[name]) found = static_cast<int>(cell);
    }
    if (found < 0 && name < must_have) return at("1:1", refuse("streets.column_missing", {needed[name]}));
    if (found >= 0) table.columns_.emplace_back(needed[name], found);
  }
  return table;
}

int StreetTable::column_at(std::string_view column) const {
  for (const auto& [name, cell] : columns_) {
    if (name == column) return cell;
  }
  return -1;
}

bool StreetTable::has(std::string_view column) const { return column_at(column) >= 0; }

const std::string& StreetTable::text(std::size_t row, std::string_view column) const {
  static const std::string k_nothing;
  const int cell = column_at(column);
  const CsvRow& cells = rows_[row + 1];
  return cell < 0 || static_cast<std::size_t>(cell) >= cells.size() ? k_nothing : cells[static_cast<std::size_t>(cell)].text;
}

std::string StreetTable::place(std::size_t row, std::string_view column) const {
  const CsvRow& cells = rows_[row + 1];
  if (cells.empty()) return "1:1";
  const int cell = column_at(column);
  const CsvCell& where = cell < 0 || static_cast<std::size_t>(cell) >= cells.size() ? cells.back() : cells[static_cast<std::size_t>(cell)];
  return std::to_string(where.line) + ":" + std::to_string(where.column);
}

Result<double> StreetTable::number(std::size_t row, std::string_view column, double least, double most) const {
  const std::string& cell = text(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return at(place(row, column), refuse("streets.number_expected", {cell.substr(0, 20)}));
  if (!(value >= least && value <= most)) {
    return at(place(row, column), refuse("streets.out_of_range", {cell.substr(0, 20), shortest(least), shortest(most)}));
  }
  return value;
}

Result<std::int64_t> StreetTable::whole_number(std::size_t row, std::string_view column, std::int64_t most) const {
  const std::string& cell = text(row, column);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool whole = end == cell.data() + cell.size() && !cell.empty();
  if (whole && (error == std::errc::result_out_of_range || value < 0 || value > most)) {
    return at(place(row, column), refuse("streets.out_of_range", {cell.substr(0, 20), "0", std::to_string(most)}));
  }
  if (error != std::errc() || !whole) return at(place(row, column), refuse("streets.number_expected", {cell.substr(0, 20)}));
  return value;
}

}  // namespace laoyou::streets
