#include "record/sheet_xlsx_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/digits.h"
#include "base/shown_text.h"
#include "record/leaf.h"
#include "record/sheet_xlsx_text.h"
#include "record/typed_text.h"

namespace laoyou::record::xlsx {
namespace {

using xml::Piece;

struct Place {
  int row = 0, column = 0;  // from 1; 0: not said
};

/// "B7" is row 7, column 2. What is beyond any sheet stays beyond it, however long.
Place read_place(std::string_view reference) {
  constexpr int beyond = 50'000'000;
  Place place;
  for (char c : reference) {
    if (c >= 'A' && c <= 'Z') place.column = std::min(place.column * 26 + (c - 'A' + 1), beyond);
    if (is_digit(c)) place.row = std::min(place.row * 10 + (c - '0'), beyond);
  }
  return place;
}

/// The text of a <si> or <is>: its runs joined, without the phonetic ones.
std::string rich_text(xml::Reader& reader) {
  std::string text;
  for (int depth = 1; depth > 0;) {
    const Piece piece = reader.next();
    if (piece == Piece::close) --depth;
    if (piece != Piece::open) continue;
    if (reader.name() == "t")
      text += reader.text_within();
    else if (reader.name() == "rPh")
      reader.skip();
    else
      ++depth;
  }
  return unescaped(text);
}

/// Moves the decimal point two places to the right: 0.553 is 55.3 of a hundred.
std::string hundredfold(const std::string& number) {
  const std::size_t dot = std::min(number.find('.'), number.size());
  std::string digits = number.substr(0, dot) + (dot < number.size() ? number.substr(dot + 1) : "");
  std::size_t places = dot < number.size() ? number.size() - dot - 1 : 0;
  for (; places < 2; ++places) digits += '0';
  std::string text = digits.substr(0, digits.size() - (places - 2));
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  text.erase(sign, std::min(text.find_first_not_of('0', sign), text.size() - 1) - sign);
  return places > 2 ? text + "." + digits.substr(digits.size() - (places - 2)) : text;
}

class WorksheetReader {
 public:
  WorksheetReader(xml::Reader reader, const Book& book, Budget& budget) : reader_(std::move(reader)), book_(book), budget_(budget) {}

  Sheet read() {
    for (Piece piece = reader_.next(); piece != Piece::end; piece = reader_.next()) {
      if (piece != Piece::open) continue;
      if (reader_.name() == "row")
        start_row();
      else if (reader_.name() == "c")
        read_cell();
      else if (reader_.name() == "mergeCell")
        read_merged();
    }
    return table();
  }

 private:
  void start_row() {
    const std::string* number = reader_.attribute("r");
    row_ = number != nullptr ? read_place(*number).row : row_ + 1;
    column_ = 0;
    const std::string* hidden = reader_.attribute("hidden");
    row_hidden_ = hidden != nullptr && (*hidden == "1" || *hidden == "true");
  }

  void read_cell() {
    const std::string* reference = reader_.attribute("r");
    const Place place = reference != nullptr ? read_place(*reference) : Place{};
    if (place.row > 0) row_ = place.row;
    column_ = place.column > 0 ? place.column : column_ + 1;
    const std::string* type = reader_.attribute("t");
    const std::string kind = type != nullptr ? *type : "n";
    std::size_t style = 0;
    if (const std::string* number = reader_.attribute("s")) std::from_chars(number->data(), number->data() + number->size(), style);
    std::string value, formula;
    bool computed = false;
    for (int depth = 1; depth > 0;) {
      const Piece piece = reader_.next();
      if (piece == Piece::close) --depth;
      if (piece != Piece::open) continue;
      if (reader_.name() == "v") {
        value = reader_.text_within();
        computed = true;
      } else if (reader_.name() == "is") {
        value = rich_text(reader_);
      } else if (reader_.name() == "f") {
        formula = "=" + reader_.text_within();
      } else {
        reader_.skip();
      }
    }
    const bool uncomputed = !formula.empty() && value.empty() && !(computed && kind == "str");
    if (uncomputed)
      put({std::move(formula), row_, column_, SheetCellKind::uncomputed});
    else if (!value.empty())
      put(cell_of(kind, std::move(value), style));
  }

  /// 18.18.11 ST_CellType
  SheetCell cell_of(const std::string& kind, std::string value, std::size_t style) const {
    SheetCell cell{{}, row_, column_};
    if (kind == "s") {
      std::size_t index = book_.shared_texts.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index < book_.shared_texts.size()) cell.text = book_.shared_texts[index];
    } else if (kind == "b") {
      cell.text = value == "1" || value == "true" ? "true" : "false";
    } else if (kind == "n") {
      take_number(cell, std::move(value), style < book_.styles.size() ? book_.styles[style] : ShownAs::number);
    } else if (kind == "e") {
      cell.text = std::move(value);
      cell.kind = SheetCellKind::error;
    } else if (kind == "d") {
      cell.text = value.ends_with("T00:00:00") ? value.substr(0, 10) : value;
    } else {
      cell.text = kind == "str" ? unescaped(value) : std::move(value);
    }
    return cell;
  }

  void take_number(SheetCell& cell, std::string value, ShownAs as) const {
    const Result<double> number = Leaf<double>::from_json_text(trimmed(value));
    if (!number) {
      cell.text = std::move(value);
      return;
    }
    constexpr double beyond_fifteen_digits = 1e15;
    cell.kind = std::fabs(*number) >= beyond_fifteen_digits ? SheetCellKind::long_number : SheetCellKind::number;
    cell.text = cell.kind == SheetCellKind::number ? fifteen_digits(*number) : std::move(value);
    if (cell.kind != SheetCellKind::number || as == ShownAs::number) return;
    if (as == ShownAs::percent) {
      cell.kind = SheetCellKind::percent;
      cell.text = hundredfold(cell.text) + "%";
    } else if (std::string day = shown_date(as == ShownAs::time ? *number : *number + book_.day_shift, as); !day.empty()) {
      cell.kind = SheetCellKind::day;
      cell.text = std::move(day);
    }
  }

  void put(SheetCell cell) {
    if (trimmed(cell.text).empty()) return;
    if (row_ < 1 || row_ > k_sheet_rows_max + 1 || column_ > k_sheet_columns_max || cell.text.size() > budget_.bytes) throw TooLarge{};
    budget_.bytes -= cell.text.size();
    SheetRow& row = rows_[row_];
    if (row_hidden_ && (hidden_lines_.empty() || hidden_lines_.back() != row_)) hidden_lines_.push_back(row_);
    const auto index = static_cast<std::size_t>(column_ - 1);
    while (row.size() <= index) {
      row.push_back({{}, row_, static_cast<int>(row.size()) + 1});
      if (budget_.cells-- == 0) throw TooLarge{};
    }
    row[index] = std::move(cell);
  }

  /// Notes the cells that a merged one has swallowed; those of a merged title over many columns too, which nobody asks for.
  void read_merged() {
    constexpr std::size_t noted_max = 200'000;
    const std::string* area = reader_.attribute("ref");
    const std::size_t colon = area != nullptr ? area->find(':') : std::string::npos;
    if (colon == std::string::npos) return;
    const Place first = read_place(area->substr(0, colon)), last = read_place(area->substr(colon + 1));
    for (int row = first.row; row <= std::min(last.row, k_sheet_rows_max + 1); ++row)
      for (int column = first.column; column <= std::min(last.column, k_sheet_columns_max); ++column) {
        if (merged_.size() >= noted_max) return;
        if (row != first.row || column != first.column) merged_.emplace(row, column);
      }
  }

  Sheet table() {
    Sheet sheet;
    sheet.format = SheetFormat::xlsx;
    sheet.hidden_lines = std::move(hidden_lines_);
    sheet.merged = std::move(merged_);
    for (auto& [number, row] : rows_) {
      if (sheet.header.empty())
        sheet.header = std::move(row);
      else
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  xml::Reader reader_;
  const Book& book_;
  Budget& budget_;
  int row_ = 0, column_ = 0;
  bool row_hidden_ = false;
  std::map<int, SheetRow> rows_;
  std::vector<int> hidden_lines_;
  std::set<std::pair<int, int>> merged_;
};

}  // namespace

std::vector<std::string> read_shared_texts(xml::Reader reader) {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece != Piece::open || reader.name() != "si") continue;
    texts.push_back(rich_text(reader));
    bytes += texts.back().size();
    if (bytes > k_sheet_bytes_max || texts.size() > k_sheet_cells_max) throw TooLarge{};
  }
  return texts;
}

Sheet read_worksheet(xml::Reader reader, const Book& book, Budget& budget) { return WorksheetReader(std::move(reader), book, budget).read(); }

}  // namespace laoyou::record::xlsx
