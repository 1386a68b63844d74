#include "record/sheet_xlsx_cells.h"

#include <algorithm>

#include "record/leaf.h"
#include "record/sheet_xlsx_text.h"

namespace laoyou::record::xlsx {
namespace {

void finish_row(Sheet& sheet, SheetRow& row) {
  const bool blank = std::all_of(row.begin(), row.end(), [](const SheetCell& cell) { return cell.text.empty(); });
  if (!blank && sheet.header.empty())
    sheet.header = std::move(row);
  else if (!blank)
    sheet.rows.push_back(std::move(row));
  row.clear();
}

}  // namespace

void FormulaResult::set_result_string(std::string_view text) { cells_.set_result(row_, column_, text); }
void FormulaResult::set_result_value(double value) { cells_.set_value(row_, column_, value); }
void FormulaResult::set_result_bool(bool value) { cells_.set_bool(row_, column_, value); }

void ArrayFormulaResult::set_result_string(spreadsheet::row_t row, spreadsheet::col_t column, std::string_view text) {
  cells_.set_result(first_.row + row, first_.column + column, text);
}
void ArrayFormulaResult::set_result_value(spreadsheet::row_t row, spreadsheet::col_t column, double value) {
  cells_.set_value(first_.row + row, first_.column + column, value);
}
void ArrayFormulaResult::set_result_bool(spreadsheet::row_t row, spreadsheet::col_t column, bool value) {
  cells_.set_bool(first_.row + row, first_.column + column, value);
}

void CellCollector::check(int row, int column) const {
  const bool inside = row >= 0 && row <= k_sheet_rows_max && column >= 0 && column < k_sheet_columns_max;
  if (!inside || cells_.size() + shared_.size() >= k_cells_max) throw TooLarge{};
}

void CellCollector::put(int row, int column, std::string text) {
  check(row, column);
  cells_[{row, column}] = {std::move(text), row + 1, column + 1, std::nullopt};
}

void CellCollector::set_string(spreadsheet::row_t row, spreadsheet::col_t column, spreadsheet::string_id_t index) {
  // Shared strings may be read after the sheets: the number is kept until the end.
  check(row, column);
  shared_[{row, column}] = index;
}

void CellCollector::set_value(spreadsheet::row_t row, spreadsheet::col_t column, double value) {
  put(row, column, Leaf<double>::to_json_text(value));
  cells_[{row, column}].number = value + day_shift_;
}

void CellCollector::set_date_time(spreadsheet::row_t row, spreadsheet::col_t column, int year, int month, int day, int, int, double) {
  const Result<Date> date = Date::from_calendar(year, month, day);
  put(row, column, date ? date->text() : "");
}

Sheet CellCollector::sheet() {
  for (const auto& [place, index] : shared_)
    if (index < strings_.texts.size()) cells_[place] = {strings_.texts[index], place.first + 1, place.second + 1, std::nullopt};
  Sheet out;
  SheetRow row;
  for (auto& [place, cell] : cells_) {
    if (!row.empty() && row.front().line != cell.line) finish_row(out, row);
    while (static_cast<int>(row.size()) < place.second) row.push_back({{}, cell.line, static_cast<int>(row.size()) + 1, std::nullopt});
    cell.text = unescaped(cell.text);
    row.push_back(std::move(cell));
  }
  finish_row(out, row);
  return out;
}

}  // namespace laoyou::record::xlsx
