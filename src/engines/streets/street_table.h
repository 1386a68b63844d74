#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"

namespace laoyou::streets {

/// A CSV file with a header whose cells are asked for by column name; what is wrong is said with its "line:column".
class StreetTable {
 public:
  /// Reads `csv`, which must have the columns `needed` and may have those of `optional`; others are passed over. Refused as base's CSV
  /// refusals or "streets.column_missing" {column}.
  static Result<StreetTable> read(std::string_view csv, std::vector<std::string> needed, std::vector<std::string> optional);

  [[nodiscard]] std::size_t rows() const { return rows_.size() - 1; }
  [[nodiscard]] bool has(std::string_view column) const;
  /// The cell, empty where the row is short or the column is not there.
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  /// "streets.number_expected" {found} or "streets.out_of_range" {found, least, most}.
  [[nodiscard]] Result<double> number(std::size_t row, std::string_view column, double least, double most) const;
  /// A whole number 0 … `most`, refused likewise.
  [[nodiscard]] Result<std::int64_t> whole_number(std::size_t row, std::string_view column, std::int64_t most) const;
  /// "line:column" of a cell.
  [[nodiscard]] std::string place(std::size_t row, std::string_view column) const;

 private:
  [[nodiscard]] int column_at(std::string_view column) const;

  std::vector<CsvRow> rows_;  // the header first
  std::vector<std::pair<std::string, int>> columns_;
};

}  // namespace laoyou::streets
