// A sheet is a table of texts with their places, read from CSV or .xlsx: what people fill in and send back.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/messages.h"
#include "base/result.h"

namespace laoyou::record {

enum class SheetFormat { csv, xlsx };

/// What a cell is. A cell of a text file is always text.
enum class SheetCellKind : std::uint8_t {
  text,         ///< as typed
  number,       ///< `text` is the number in at most 15 significant digits, as spreadsheets mean it
  percent,      ///< a number in a percent format: `text` is what it shows, "55.3%" for 0.553
  day,          ///< a number in a date format: `text` is as much as the format shows, "2026-05-15", "2026-05" or "2026"; a time of day is "08:30:00"
  long_number,  ///< a whole number of more than 15 digits: those behind are lost
  error,        ///< "#N/A" and its kind
  uncomputed    ///< a formula without a stored result; `text` is the formula
};

/// One cell. `line` and `column` count from 1: for CSV the place in the text (column in characters), for .xlsx row and column of the sheet.
struct SheetCell {
  std::string text;  ///< what a person sees in the cell
  int line = 0;
  int column = 0;
  SheetCellKind kind = SheetCellKind::text;
};

using SheetRow = std::vector<SheetCell>;

/// A table with its header row. Rows that show nothing are left out.
struct Sheet {
  SheetFormat format = SheetFormat::csv;
  std::string name;     ///< of a worksheet where the workbook has several; otherwise empty
  bool hidden = false;  ///< a worksheet that people do not see
  SheetRow header;
  std::vector<SheetRow> rows;
  std::vector<int> hidden_lines;         ///< of rows that people do not see
  std::set<std::pair<int, int>> merged;  ///< line and column of cells that a merged cell has swallowed
  std::vector<Sheet> others;             ///< further worksheets with text, the hidden ones last

  /// cell_place(), behind the sheet's name where it has one.
  std::string place(int line, int column) const;
};

constexpr int k_sheet_rows_max = 200'000;
constexpr int k_sheet_columns_max = 200;
constexpr std::size_t k_sheet_cells_max = 4'000'000;      // 200,000 rows of 20 columns
constexpr std::size_t k_sheet_bytes_max = 256ULL << 20;  // of text in all cells

/// Reads the table of a text file, or the worksheets of a workbook: the first visible one with text, and the others in `others`. Rows, columns
/// and cells are counted while reading. Refused as "sheet.empty", "sheet.unreadable", "sheet.too_large", as what the file is instead, or by read_csv().
Result<Sheet> read_sheet(std::string_view bytes, SheetFormat format);

/// Writes a table: CSV as UTF-8 with byte order mark, so that Excel takes it for UTF-8; .xlsx with every cell as text, a frozen header row
/// and a note of each column's unit and source.
struct SheetColumn {
  std::string label;
  std::string note;  ///< empty: none
  std::vector<std::string> choices = {};  ///< in a workbook the cells offer these, and nothing else can be typed
  bool others = false;                    ///< something else than the choices can be typed after a question
  bool locked = false;                    ///< in a guarded workbook the cells cannot be typed over
};
/// Whether a workbook's heads and locked columns can be typed over. The guard has no password: it keeps from slips, not from intent.
enum class SheetGuard { none, heads };
std::string write_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetFormat format, SheetGuard guard = SheetGuard::none);

/// The day of a number in a workbook: ECMA-376 part 1, 18.17.4.1 counts from 1900-01-01 as 1 and has a 29 February 1900 (60) that
/// never was. Nothing for 60 and for numbers outside 1900 to 9999.
std::optional<Date> serial_day(double number);

/// "12:5" for CSV, "行 12 列 E" (zh) or "row 12 column E" (en) for .xlsx.
std::string cell_place(SheetFormat format, int line, int column, Language language = Language::zh);

}  // namespace laoyou::record
