#include "engines/tables/column_table.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/nearest.h"
#include "base/shown_text.h"

namespace laoyou::tables {
namespace {

/// Beside the figures for people to read; no engine reads them.
constexpr std::array k_beside = {"source", "unverified", "unit", "note", "notes", "来源", "数据来源", "单位", "备注", "说明"};

/// "12", "0.5".
std::string shortest(double value) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return error == std::errc() ? std::string(text, end) : std::string();
}

/// A column's name as it is compared.
std::string folded(std::string_view text) {
  std::string name = half_width(trimmed(text));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

bool is_called(const KnownColumn& column, const std::string& name) {
  return folded(column.name) == name || std::any_of(column.also.begin(), column.also.end(), [&](const std::string& other) { return folded(other) == name; });
}

Refusal unknown_column(const std::string& found, const std::vector<KnownColumn>& known) {
  std::vector<std::string> names;
  std::string list;
  for (const KnownColumn& column : known) {
    names.push_back(column.name);
    names.insert(names.end(), column.also.begin(), column.also.end());
    list += (list.empty() ? "" : ", ") + column.name;
  }
  const std::string meant = nearest(found, names);
  return meant.empty() ? refuse("table.column_unknown", {found, list}) : refuse("table.column_mistyped", {found, meant});
}

std::string place_of(const CsvCell& cell) { return std::to_string(cell.line) + ":" + std::to_string(cell.column); }

}  // namespace

Result<ColumnTable> ColumnTable::read(std::string_view csv, const std::vector<KnownColumn>& known) {
  auto rows = read_csv(csv);
  if (!rows) return rows.error();
  ColumnTable table;
  for (CsvRow& row : *rows) {
    for (CsvCell& cell : row) cell.text = std::string(trimmed(without_formula_guard(cell.text)));
    const bool blank = std::all_of(row.begin(), row.end(), [](const CsvCell& cell) { return cell.text.empty(); });
    if (!blank) table.rows_.push_back(std::move(row));
  }
  if (table.rows_.empty()) table.rows_.push_back({CsvCell{{}, 1, 1}});
  if (const auto taken = table.take_header(known); !taken) return taken.error();
  if (const auto sound = table.check_widths(); !sound) return sound.error();
  return table;
}

Result<void> ColumnTable::take_header(const std::vector<KnownColumn>& known) {
  for (std::size_t cell = 0; cell < rows_[0].size(); ++cell) {
    const std::string& found = rows_[0][cell].text;
    const std::string name = folded(found);
    if (name.empty()) continue;  // a column without a name is nobody's
    const auto column = std::find_if(known.begin(), known.end(), [&](const KnownColumn& one) { return is_called(one, name); });
    if (column == known.end()) {
      if (std::find(k_beside.begin(), k_beside.end(), name) != k_beside.end()) continue;
      return at(place_of(rows_[0][cell]), unknown_column(found, known));
    }
    if (has(column->name)) return at(place_of(rows_[0][cell]), refuse("table.column_repeated", {found, column->name}));
    columns_.emplace_back(column->name, static_cast<int>(cell));
  }
  for (const KnownColumn& column : known) {
    if (column.needed && !has(column.name)) return at("1:1", refuse("table.column_missing", {column.name}));
  }
  return {};
}

Result<void> ColumnTable::check_widths() const {
  const std::size_t width = rows_[0].size();
  for (std::size_t row = 1; row < rows_.size(); ++row) {
    const CsvRow& cells = rows_[row];
    for (const auto& [name, cell] : columns_) {
      if (static_cast<std::size_t>(cell) >= cells.size()) return at(place_of(cells.back()), refuse("table.row_short", {name}));
    }
    for (std::size_t cell = width; cell < cells.size(); ++cell) {
      if (!cells[cell].text.empty()) return at(place_of(cells[cell]), refuse("table.row_long"));
    }
  }
  return {};
}

int ColumnTable::column_at(std::string_view column) const {
  for (const auto& [name, cell] : columns_) {
    if (name == column) return cell;
  }
  return -1;
}

const std::string& ColumnTable::text(std::size_t row, std::string_view column) const {
  static const std::string k_nothing;
  const int cell = column_at(column);
  return cell < 0 ? k_nothing : rows_[row + 1][static_cast<std::size_t>(cell)].text;
}

std::string ColumnTable::place(std::size_t row, std::string_view column) const {
  const int cell = column_at(column);
  const CsvRow& cells = rows_[row + 1];
  return place_of(cell < 0 ? cells.back() : cells[static_cast<std::size_t>(cell)]);
}

Refusal ColumnTable::refused(std::size_t row, std::string_view column, std::string_view code, std::vector<std::string> words) const {
  return at(place(row, column), refuse(code, std::move(words)));
}

Result<double> ColumnTable::number(std::size_t row, std::string_view column, double least, double most) const {
  const std::string& cell = text(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return refused(row, column, "table.number_expected", {cell.substr(0, 20)});
  if (!(value >= least && value <= most)) return refused(row, column, "table.out_of_range", {cell.substr(0, 20), shortest(least), shortest(most)});
  return value;
}

Result<std::int64_t> ColumnTable::whole_number(std::size_t row, std::string_view column, std::int64_t most) const {
  const std::string& cell = text(row, column);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool whole = end == cell.data() + cell.size() && !cell.empty();
  if (whole && (error == std::errc::result_out_of_range || value < 0 || value > most)) {
    return refused(row, column, "table.out_of_range", {cell.substr(0, 20), "0", std::to_string(most)});
  }
  if (error != std::errc() || !whole) return refused(row, column, "table.number_expected", {cell.substr(0, 20)});
  return value;
}

Result<double> ColumnTable::number_or(double absent, std::size_t row, std::string_view column, double least, double most) const {
  return text(row, column).empty() ? Result<double>(absent) : number(row, column, least, most);
}

Result<std::int64_t> ColumnTable::whole_number_or(std::int64_t absent, std::size_t row, std::string_view column, std::int64_t most) const {
  return text(row, column).empty() ? Result<std::int64_t>(absent) : whole_number(row, column, most);
}

}  // namespace laoyou::tables
