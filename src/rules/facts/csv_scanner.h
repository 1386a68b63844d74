// Cells of a large CSV text, one row at a time and without copies.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::rules {

/// One cell: what it says and the byte of the text at which it starts. The text lies in the CSV itself, or in the scanner until the next row.
struct ScannedCell {
  std::string_view text;
  std::size_t offset = 0;
};

class CsvScanner {
 public:
  /// `text` must stay; a byte order mark is passed over.
  explicit CsvScanner(std::string_view text);

  /// The next row that is not empty; false at the end, or when the row is refused (see refusal()).
  bool next(std::vector<ScannedCell>& cells);
  /// The next row that shows something, its cells without the blanks around them: what a person cannot see makes no second code and no row.
  bool next_shown(std::vector<ScannedCell>& cells);
  /// "csv.open_quote" or "csv.stray_quote" with its place "line:column".
  const Refusals& refusals() const { return refusals_; }

  /// "line:column" of a byte, counted from 1, columns in characters.
  static std::string place(std::string_view text, std::size_t offset);

 private:
  bool read_cell(std::vector<ScannedCell>& cells);
  bool read_quoted(std::vector<ScannedCell>& cells);
  void end_line();
  bool refuse_at(std::size_t offset, std::string_view code);

  std::string_view text_;
  std::size_t offset_ = 0;
  std::deque<std::string> unquoted_;  // cells of this row that held doubled quotes
  Refusals refusals_;
};

}  // namespace laoyou::rules
