// A list of a draw: read from CSV, and written as the text that is hashed and published. Both are read by the same rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"

namespace laoyou::draw {

struct Column {
  std::string name;
  bool needed = false;
  bool published = true;  ///< stands in the published text; other columns stay in the house
};

/// The rows of one list; what is wrong with a cell is noted with "file:line:column" and reading goes on.
class Table {
 public:
  /// Reads CSV with a header. Notes base's CSV refusals, "sheet.unknown_column" or "sheet.mistyped_column" (the nearest is named),
  /// "sheet.repeated_column", "sheet.missing_column", "draw.row_too_long".
  static Table from_csv(std::string_view file, std::string_view csv, std::vector<Column> columns, Refusals& wrong);
  /// Reads the published text: the published columns without a header, parted by tabs, each line ended. Notes "draw.line_malformed".
  static Table from_published(std::string_view file, std::string_view text, std::vector<Column> columns, Refusals& wrong);

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  /// Empty where the column is not there or the row is short.
  [[nodiscard]] const std::string& raw(std::size_t row, std::string_view column) const;
  /// Text that can be published: notes "draw.cell_empty" where the column is needed, "draw.text_refused" for control characters and blanks at the ends.
  [[nodiscard]] std::string text(std::size_t row, std::string_view column, Refusals& wrong) const;
  /// A name to refer by: as text(), and without comma and semicolon, which part names.
  [[nodiscard]] std::string name(std::size_t row, std::string_view column, Refusals& wrong) const;
  /// Names parted by semicolons, sorted, each once.
  [[nodiscard]] std::vector<std::string> names(std::size_t row, std::string_view column, Refusals& wrong) const;
  /// A whole number `least` … `most`, `absent` where the cell is empty; notes "draw.number_expected" {found, least, most}.
  [[nodiscard]] int number(std::size_t row, std::string_view column, int least, int most, int absent, Refusals& wrong) const;
  /// 64 hexadecimal digits in lower case; notes "draw.hash_expected".
  [[nodiscard]] std::string hash(std::size_t row, std::string_view column, Refusals& wrong) const;
  /// "file:line:column" of a cell, of its row where the cell is absent.
  [[nodiscard]] std::string place(std::size_t row, std::string_view column) const;

 private:
  [[nodiscard]] int position(std::string_view column) const;
  [[nodiscard]] bool needed(std::string_view column) const;
  void take_header(const CsvRow& header, Refusals& wrong);

  std::string file_;
  std::vector<Column> columns_;
  std::vector<int> positions_;  // of columns_ in the rows, -1 where absent
  std::vector<CsvRow> rows_;
};

/// True for text that a list may hold in one cell: UTF-8, no control characters, no blank at an end.
bool publishable(std::string_view text);

/// The names joined by `mark`.
std::string joined(const std::vector<std::string>& names, std::string_view mark);

}  // namespace laoyou::draw
