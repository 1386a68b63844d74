#include "record/sheet_rows.h"

namespace laoyou::record {

std::vector<std::string> split_list(std::string_view text) {
  constexpr std::string_view wide_semicolon = "；";
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const bool wide = text.substr(i).starts_with(wide_semicolon);
    plain += wide ? ';' : text[i];
    i += wide ? wide_semicolon.size() : 1;
  }
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= plain.size();) {
    const std::size_t end = std::min(plain.find(';', start), plain.size());
    const std::string_view part = trimmed(std::string_view(plain).substr(start, end - start));
    if (!part.empty()) parts.emplace_back(part);
    start = end + 1;
  }
  return parts;
}

const SheetCell* RowCursor::filled(std::size_t ahead) const {
  const int position = positions_[next_ + ahead];
  if (position < 0 || position >= static_cast<int>(row_.size())) return nullptr;
  const SheetCell& cell = row_[static_cast<std::size_t>(position)];
  // A text below a merged cell is one that nobody sees.
  if (!sheet_.merged.empty() && sheet_.merged.contains({row_.front().line, position + 1})) return nullptr;
  return trimmed(cell.text).empty() ? nullptr : &cell;
}

bool RowCursor::any_filled(std::size_t count) const {
  for (std::size_t ahead = 0; ahead < count; ++ahead)
    if (filled(ahead) != nullptr) return true;
  return false;
}

bool RowCursor::merged_away() const {
  if (sheet_.merged.empty() || positions_[next_] < 0) return false;
  return sheet_.merged.contains({row_.front().line, positions_[next_] + 1});
}

bool RowCursor::take_percent() {
  if (column().entry->unit == "%") return true;
  if (percents_rule_ == PercentCells::refused) return false;
  if (percents_.empty() || percents_.back() != next_) percents_.push_back(next_);
  return true;
}

std::string RowCursor::place() const {
  const int position = positions_[next_];
  if (position < 0) return sheet_.place(row_.front().line, row_.front().column);
  const auto index = static_cast<std::size_t>(position);
  if (index < row_.size()) return sheet_.place(row_[index].line, row_[index].column);
  // The row ends before this column: a workbook has the cell all the same, in a text only the row's end can be named.
  if (sheet_.format == SheetFormat::xlsx) return sheet_.place(row_.front().line, sheet_.header[index].column);
  return sheet_.place(row_.back().line, row_.back().column);
}

std::optional<Refusal> unreadable_cell(const SheetCell& cell) {
  const std::string_view text = trimmed(cell.text);
  // As text too: what a spreadsheet saves as CSV.
  constexpr std::string_view errors[] = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"};
  if (cell.kind == SheetCellKind::error || std::find(std::begin(errors), std::end(errors), text) != std::end(errors)) return refuse("sheet.error_cell", {std::string(text)});
  if (cell.kind == SheetCellKind::uncomputed) return refuse("sheet.no_result");
  if (cell.kind == SheetCellKind::long_number) return refuse("sheet.digits_lost", {std::string(text)});
  if (std::string sign = invisible_sign(text); !sign.empty()) return refuse("sheet.invisible_sign", {std::move(sign)});
  return std::nullopt;
}

void refuse_cells_without_header(const Sheet& sheet, const SheetRow& row, Refusals& refusals) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool headed = i < sheet.header.size() && !trimmed(sheet.header[i].text).empty();
    if (headed || trimmed(row[i].text).empty()) continue;
    refusals.push_back(at(sheet.place(row[i].line, row[i].column), refuse("sheet.too_many_cells")));
    return;
  }
}

std::string shown_text(std::string text, const DictionaryEntry& entry, const View& view) {
  if (entry.privacy == Privacy::secret) return {};
  return entry.masked() && !view.unmask ? masked(text, entry.mask) : text;
}

}  // namespace laoyou::record
