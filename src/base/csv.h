// CSV text (RFC 4180) into cells that remember where they stood, so that an error can name line and column.
#pragma once

#include <functional>
#include <optional>
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

/// Reads rows; lines may end in LF, CR LF or CR, and rows that show nothing are passed over. Encodings: decoded_text(). The cells stand
/// between commas, or, where the header has none, between what it has most of: tabs, semicolons, wide commas; a first line "sep=;" says so too.
/// Refused as "csv.open_quote", "csv.stray_quote" or by decoded_text(), with the place "line:column".
Result<std::vector<CsvRow>> read_csv(std::string_view bytes);

/// The same row by row, so that no more is kept than `take` keeps; a refusal of `take` ends the reading. Of a row the first `columns_max` cells
/// are kept, and of those beyond only the first that shows something.
std::optional<Refusal> each_csv_row(std::string_view bytes, std::size_t columns_max, const std::function<std::optional<Refusal>(CsvRow&)>& take);

/// One cell as CSV text: quoted when it holds a comma, a quote or a line end. A cell that a spreadsheet would take for a formula
/// (it starts with = + - @, plain or full-width, or a blank that hides them, and is not a number) gets a leading apostrophe.
std::string csv_cell(std::string_view text);

/// The apostrophe that csv_cell() adds, taken off again.
std::string_view without_formula_guard(std::string_view text);

/// True when the bytes are well-formed UTF-8 without NUL.
bool is_utf8(std::string_view text);

}  // namespace laoyou
