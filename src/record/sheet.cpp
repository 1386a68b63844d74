#include "record/sheet.h"

#include "base/csv.h"
#include "base/shown_text.h"
#include "record/sheet_file.h"
#include "record/sheet_xlsx.h"

namespace laoyou::record {
namespace {

/// Letters of a spreadsheet column: 1 is A, 27 is AA.
std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

Refusal too_large() { return refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)}); }

/// Takes the rows of a text file and counts them.
class CsvSheet {
 public:
  std::optional<Refusal> take(CsvRow& row) {
    if (row.size() > static_cast<std::size_t>(k_sheet_columns_max)) return too_large();
    if (!sheet.header.empty() && sheet.rows.size() == static_cast<std::size_t>(k_sheet_rows_max)) return too_large();
    drop_blank_end(row);
    cells_ += row.size();
    if (cells_ > k_sheet_cells_max) return too_large();
    SheetRow cells;
    cells.reserve(row.size());
    for (CsvCell& cell : row) {
      const std::string_view text = without_formula_guard(cell.text);
      if (text.size() != cell.text.size()) cell.text.erase(0, 1);
      cells.push_back({std::move(cell.text), cell.line, cell.column});
    }
    if (sheet.header.empty())
      sheet.header = std::move(cells);
    else
      sheet.rows.push_back(std::move(cells));
    return std::nullopt;
  }

  Sheet sheet;

 private:
  /// Empty cells beyond the header are nothing; those below it are kept, since a missing value is told with its place.
  void drop_blank_end(CsvRow& row) const {
    const std::size_t kept = sheet.header.empty() ? 1 : sheet.header.size();
    while (row.size() > kept && trimmed(row.back().text).empty()) row.pop_back();
  }

  std::size_t cells_ = 0;
};

Result<Sheet> read_csv_sheet(std::string_view bytes) {
  if (const auto other = other_kind_of_file(bytes, SheetFormat::csv)) return *other;
  CsvSheet taken;
  if (const auto refusal = each_csv_row(bytes, static_cast<std::size_t>(k_sheet_columns_max), [&](CsvRow& row) { return taken.take(row); })) return *refusal;
  return std::move(taken.sheet);
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
  if (sheet->header.empty()) return refuse("sheet.empty");
  return sheet;
}

std::string write_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetFormat format, SheetGuard guard) {
  return format == SheetFormat::csv ? write_csv_sheet(columns, rows) : write_xlsx_sheet(columns, rows, guard);
}

std::optional<Date> serial_day(double number) {
  if (!(number >= 1 && number < 2'958'466)) return std::nullopt;
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

std::string Sheet::place(int line, int column) const { return (name.empty() ? "" : "“" + name + "” ") + cell_place(format, line, column); }

}  // namespace laoyou::record
