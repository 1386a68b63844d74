// CSV text (RFC 4180) into cells that remember where they stood, so that an error can name line and column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou {

/// One cell: its text and the place of its first character, both counted from 1 (column in characters, not bytes).
struct CsvCell {
  std::string text;
  int line = 0;
  int column = 0;
};

using CsvRow = std::vector<CsvCell>;

/// Reads comma-separated rows; a byte order mark and empty lines are passed over, lines may end in LF, CR LF or CR. Refused as "csv.open_quote",
/// "csv.stray_quote" or "text.not_utf8" with the place "line:column".
Result<std::vector<CsvRow>> read_csv(std::string_view text);

/// One cell as CSV text: quoted when it holds a comma, a quote or a line end. A cell that a spreadsheet would take for a formula
/// (it starts with = + - @ or a blank that hides them, and is not a number) gets a leading apostrophe.
std::string csv_cell(std::string_view text);

/// The apostrophe that csv_cell() adds, taken off again.
std::string_view without_formula_guard(std::string_view text);

/// True when the bytes are well-formed UTF-8 without NUL.
bool is_utf8(std::string_view text);

}  // namespace laoyou
