#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"

namespace laoyou::tables {

/// A column a table may have. Names are compared without case, blanks around them and full width.
struct KnownColumn {
  std::string name;               ///< by which the cells are asked for
  std::vector<std::string> also;  ///< other names for it, Chinese labels among them
  bool needed = false;
};

inline KnownColumn needed(std::string name, std::vector<std::string> also = {}) { return {std::move(name), std::move(also), true}; }
inline KnownColumn wanted(std::string name, std::vector<std::string> also = {}) { return {std::move(name), std::move(also), false}; }

/// A CSV file with a header whose cells are asked for by column name; what is wrong is said with its "line:column". Every table of the engines
/// is read by it: blanks around cells go, rows that show nothing are no rows, and no column is passed over unless it is named as known or
/// stands beside the figures for people to read (source, note, unit …).
class ColumnTable {
 public:
  /// Reads `csv`. Refused as base's CSV refusals or as
  ///   table.column_missing   {column}
  ///   table.column_mistyped  {found, nearest known}, table.column_unknown {found, known columns}
  ///   table.column_repeated  {found, column}: two columns for the same thing
  ///   table.row_short        {column}, table.row_long {}: a row that is cut off, or has a cell more than the header
  static Result<ColumnTable> read(std::string_view csv, const std::vector<KnownColumn>& known);

  [[nodiscard]] std::size_t rows() const { return rows_.size() - 1; }
  [[nodiscard]] bool has(std::string_view column) const { return column_at(column) >= 0; }
  /// The cell, empty where the column is not there.
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  /// "table.number_expected" {found} or "table.out_of_range" {found, least, most}.
  [[nodiscard]] Result<double> number(std::size_t row, std::string_view column, double least, double most) const;
  /// A whole number 0 … `most`, refused likewise.
  [[nodiscard]] Result<std::int64_t> whole_number(std::size_t row, std::string_view column, std::int64_t most) const;
  /// As the two above; `absent` where the cell is empty or the column not there.
  [[nodiscard]] Result<double> number_or(double absent, std::size_t row, std::string_view column, double least, double most) const;
  [[nodiscard]] Result<std::int64_t> whole_number_or(std::int64_t absent, std::size_t row, std::string_view column, std::int64_t most) const;
  /// "line:column" of a cell.
  [[nodiscard]] std::string place(std::size_t row, std::string_view column) const;
  /// The refusal, said of that cell.
  [[nodiscard]] Refusal refused(std::size_t row, std::string_view column, std::string_view code, std::vector<std::string> words = {}) const;

 private:
  [[nodiscard]] int column_at(std::string_view column) const;
  Result<void> take_header(const std::vector<KnownColumn>& known);
  Result<void> check_widths() const;

  std::vector<CsvRow> rows_;  // the header first
  std::vector<std::pair<std::string, int>> columns_;
};

}  // namespace laoyou::tables
