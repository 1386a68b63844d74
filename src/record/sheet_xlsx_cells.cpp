#include "record/sheet_xlsx_cells.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/digits.h"
#include "record/leaf.h"
#include "record/sheet_xlsx_text.h"
#include "record/xml_reader.h"

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

class WorksheetReader {
 public:
  WorksheetReader(std::string_view part, const std::vector<std::string>& shared_texts, double day_shift)
      : reader_(part), shared_texts_(shared_texts), day_shift_(day_shift) {}

  Sheet read() {
    for (Piece piece = reader_.next(); piece != Piece::end; piece = reader_.next()) {
      if (piece != Piece::open) continue;
      if (reader_.name() == "row") start_row();
      if (reader_.name() == "c") read_cell();
    }
    return table();
  }

 private:
  void start_row() {
    const std::string* number = reader_.attribute("r");
    row_ = number != nullptr ? read_place(*number).row : row_ + 1;
    column_ = 0;
  }

  void read_cell() {
    const std::string* reference = reader_.attribute("r");
    const Place place = reference != nullptr ? read_place(*reference) : Place{};
    if (place.row > 0) row_ = place.row;
    column_ = place.column > 0 ? place.column : column_ + 1;
    const std::string* type = reader_.attribute("t");
    const std::string kind = type != nullptr ? *type : "n";
    std::string value;
    for (int depth = 1; depth > 0;) {
      const Piece piece = reader_.next();
      if (piece == Piece::close) --depth;
      if (piece != Piece::open) continue;
      if (reader_.name() == "v")
        value = reader_.text_within();
      else if (reader_.name() == "is")
        value = rich_text(reader_);
      else
        reader_.skip();
    }
    if (!value.empty()) put(cell_of(kind, std::move(value)));
  }

  /// 18.18.11 ST_CellType
  SheetCell cell_of(const std::string& kind, std::string value) const {
    SheetCell cell{{}, row_, column_, std::nullopt};
    if (kind == "s") {
      std::size_t index = shared_texts_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index < shared_texts_.size()) cell.text = shared_texts_[index];
    } else if (kind == "b") {
      cell.text = value == "1" || value == "true" ? "true" : "false";
    } else if (kind == "n") {
      const Result<double> number = Leaf<double>::from_json_text(value);
      cell.text = number ? Leaf<double>::to_json_text(*number) : value;
      if (number) cell.number = *number + day_shift_;
    } else if (kind == "d") {
      cell.text = value.ends_with("T00:00:00") ? value.substr(0, 10) : value;
    } else {
      cell.text = kind == "str" ? unescaped(value) : std::move(value);
    }
    return cell;
  }

  void put(SheetCell cell) {
    if (cell.text.empty()) return;
    if (row_ < 1 || row_ > k_sheet_rows_max + 1 || column_ > k_sheet_columns_max) throw TooLarge{};
    SheetRow& row = rows_[row_];
    const auto index = static_cast<std::size_t>(column_ - 1);
    while (row.size() <= index) {
      row.push_back({{}, row_, static_cast<int>(row.size()) + 1, std::nullopt});
      if (++cells_ > k_cells_max) throw TooLarge{};
    }
    row[index] = std::move(cell);
  }

  Sheet table() {
    Sheet sheet;
    for (auto& [number, row] : rows_) {
      if (sheet.header.empty())
        sheet.header = std::move(row);
      else
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  xml::Reader reader_;
  const std::vector<std::string>& shared_texts_;
  double day_shift_;
  int row_ = 0, column_ = 0;
  std::size_t cells_ = 0;
  std::map<int, SheetRow> rows_;
};

}  // namespace

std::vector<std::string> read_shared_texts(std::string_view part) {
  std::vector<std::string> texts;
  xml::Reader reader(part);
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next())
    if (piece == Piece::open && reader.name() == "si") texts.push_back(rich_text(reader));
  return texts;
}

Sheet read_worksheet(std::string_view part, const std::vector<std::string>& shared_texts, double day_shift) {
  return WorksheetReader(part, shared_texts, day_shift).read();
}

}  // namespace laoyou::record::xlsx
