#include "record/sheet.h"

#include <algorithm>
#include <cmath>

#include "base/csv.h"
#include "record/sheet_xlsx.h"

namespace laoyou::record {
namespace {

/// Letters of a spreadsheet column: 1 is A, 27 is AA.
std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

Result<Sheet> read_csv_sheet(std::string_view bytes) {
  const Result<std::vector<CsvRow>> rows = read_csv(bytes);
  if (!rows) return rows.error();
  Sheet sheet;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    SheetRow cells;
    for (const CsvCell& cell : (*rows)[i]) cells.push_back({std::string(without_formula_guard(cell.text)), cell.line, cell.column, std::nullopt});
    if (std::all_of(cells.begin(), cells.end(), [](const SheetCell& cell) { return cell.text.empty(); })) continue;
    if (sheet.header.empty())
      sheet.header = std::move(cells);
    else
      sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

std::string write_csv_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(columns[i].label);
  out += "\r\n";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += csv_cell(row[i]);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace

Result<Sheet> read_sheet(std::string_view bytes, SheetFormat format) {
  Result<Sheet> sheet = format == SheetFormat::csv ? read_csv_sheet(bytes) : read_xlsx_sheet(bytes);
  if (!sheet) return sheet;
  sheet->format = format;
  if (sheet->header.empty()) return refuse("sheet.empty");
  if (sheet->rows.size() > static_cast<std::size_t>(k_sheet_rows_max) || sheet->header.size() > static_cast<std::size_t>(k_sheet_columns_max))
    return refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)});
  return sheet;
}

std::string write_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetFormat format) {
  return format == SheetFormat::csv ? write_csv_sheet(columns, rows) : write_xlsx_sheet(columns, rows);
}

std::optional<Date> serial_day(double number) {
  const bool year = number >= 1900 && number <= 2100 && number == std::floor(number);
  if (!(number >= 1 && number < 2'958'466) || year) return std::nullopt;
  const auto serial = static_cast<std::int32_t>(number);
  if (serial == 60) return std::nullopt;
  constexpr std::int32_t epoch_serial = 25'569;  // 1970-01-01
  return Date::from_days(serial - epoch_serial + (serial < 60 ? 1 : 0));
}

std::string cell_place(SheetFormat format, int line, int column, Language language) {
  if (format == SheetFormat::csv) return std::to_string(line) + ":" + std::to_string(column);
  const std::string row = std::to_string(line), letters = column_letters(column);
  return language == Language::zh ? "行 " + row + " 列 " + letters : "row " + row + " column " + letters;
}

}  // namespace laoyou::record
