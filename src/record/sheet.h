// A sheet is a table of texts with their places, read from CSV or .xlsx: what people fill in and send back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/messages.h"
#include "base/result.h"

namespace laoyou::record {

enum class SheetFormat { csv, xlsx };

/// One cell. `line` and `column` count from 1: for CSV the place in the text (column in characters), for .xlsx row and column of the sheet.
struct SheetCell {
  std::string text;
  int line = 0;
  int column = 0;
  std::optional<double> number;  ///< set when .xlsx holds a number, counted as days of the 1900 system: a date may hide in it
};

using SheetRow = std::vector<SheetCell>;

/// A table with its header row.
struct Sheet {
  SheetFormat format = SheetFormat::csv;
  SheetRow header;
  std::vector<SheetRow> rows;
};

constexpr int k_sheet_rows_max = 200'000;
constexpr int k_sheet_columns_max = 200;

/// Reads the first table of a file; rows without any text are passed over. Refused as "sheet.empty", "sheet.unreadable", "sheet.too_large" or by read_csv().
Result<Sheet> read_sheet(std::string_view bytes, SheetFormat format);

/// Writes a table: CSV as UTF-8 with byte order mark, so that Excel takes it for UTF-8; .xlsx with every cell as text, a frozen header row
/// and a note of each column's unit and source.
struct SheetColumn {
  std::string label;
  std::string note;  ///< empty: none
};
std::string write_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetFormat format);

/// The day that a number in a workbook may mean: ECMA-376 part 1, 18.17.4.1 counts from 1900-01-01 as 1 and has a 29 February 1900 (60) that
/// never was. Nothing for 60, for numbers outside 1900 to 9999, and for the whole numbers 1900 to 2100: those are years somebody typed.
std::optional<Date> serial_day(double number);

/// "12:5" for CSV, "行 12 列 E" (zh) or "row 12 column E" (en) for .xlsx.
std::string cell_place(SheetFormat format, int line, int column, Language language = Language::zh);

}  // namespace laoyou::record
