#include <cstring>
#include <map>
#include <memory>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

#include "record/leaf.h"
#include "record/sheet_xlsx.h"

namespace laoyou::record {
namespace {

namespace spreadsheet = orcus::spreadsheet;

constexpr std::uint64_t k_unpacked_bytes_max = 512ULL << 20;

struct TooLarge {};

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

/// Adds up the unpacked sizes that the archive's central directory (zip specification 4.3.12) states.
std::uint64_t unpacked_bytes(std::string_view archive) {
  constexpr std::string_view entry("PK\x01\x02", 4);
  std::uint64_t total = 0;
  for (std::size_t at = archive.find(entry); at != std::string_view::npos; at = archive.find(entry, at + 4))
    if (at + 46 <= archive.size()) total += little_endian(archive, at + 24);
  return total;
}

/// The workbook's texts; cells name them by number.
class SharedStrings final : public spreadsheet::iface::import_shared_strings {
 public:
  size_t append(std::string_view text) override {
    texts.emplace_back(text);
    return texts.size() - 1;
  }
  size_t add(std::string_view text) override { return append(text); }
  void set_segment_font(size_t) override {}
  void set_segment_bold(bool) override {}
  void set_segment_italic(bool) override {}
  void set_segment_font_name(std::string_view) override {}
  void set_segment_font_size(double) override {}
  void set_segment_font_color(spreadsheet::color_elem_t, spreadsheet::color_elem_t, spreadsheet::color_elem_t, spreadsheet::color_elem_t) override {}
  void append_segment(std::string_view text) override { segments_ += text; }
  size_t commit_segments() override {
    const size_t index = append(segments_);
    segments_.clear();
    return index;
  }
  std::vector<std::string> texts;

 private:
  std::string segments_;
};

/// Collects the cells of one sheet by row and column.
class CellCollector final : public spreadsheet::iface::import_sheet {
 public:
  explicit CellCollector(const SharedStrings& strings) : strings_(strings) {}

  void set_auto(spreadsheet::row_t row, spreadsheet::col_t column, std::string_view text) override { put(row, column, std::string(text)); }
  void set_string(spreadsheet::row_t row, spreadsheet::col_t column, spreadsheet::string_id_t index) override {
    // Shared strings may be read after the sheets: the number is kept until the end.
    check(row, column);
    shared_[{row, column}] = index;
  }
  void set_value(spreadsheet::row_t row, spreadsheet::col_t column, double value) override {
    put(row, column, Leaf<double>::to_json_text(value));
    cells_[{row, column}].number = value;
  }
  void set_bool(spreadsheet::row_t row, spreadsheet::col_t column, bool value) override { put(row, column, value ? "true" : "false"); }
  void set_date_time(spreadsheet::row_t row, spreadsheet::col_t column, int year, int month, int day, int, int, double) override {
    const Result<Date> date = Date::from_calendar(year, month, day);
    put(row, column, date ? date->text() : "");
  }
  void set_format(spreadsheet::row_t, spreadsheet::col_t, size_t) override {}
  void set_format(spreadsheet::row_t, spreadsheet::col_t, spreadsheet::row_t, spreadsheet::col_t, size_t) override {}
  void fill_down_cells(spreadsheet::row_t, spreadsheet::col_t, spreadsheet::row_t) override {}
  spreadsheet::range_size_t get_sheet_size() const override { return {k_sheet_rows_max + 1, k_sheet_columns_max}; }

  Sheet sheet() {
    for (const auto& [place, index] : shared_)
      if (index < strings_.texts.size()) put(place.first, place.second, strings_.texts[index]);
    Sheet out;
    SheetRow row;
    int current = -1;
    for (auto& [place, cell] : cells_) {
      if (place.first != current) finish_row(out, row, current);
      current = place.first;
      while (static_cast<int>(row.size()) < place.second) row.push_back({{}, current + 1, static_cast<int>(row.size()) + 1, std::nullopt});
      row.push_back(std::move(cell));
    }
    finish_row(out, row, current);
    return out;
  }

 private:
  static void finish_row(Sheet& out, SheetRow& row, int current) {
    const bool blank = std::all_of(row.begin(), row.end(), [](const SheetCell& cell) { return cell.text.empty(); });
    if (current >= 0 && !blank) {
      if (out.header.empty())
        out.header = std::move(row);
      else
        out.rows.push_back(std::move(row));
    }
    row.clear();
  }
  static void check(int row, int column) {
    if (row > k_sheet_rows_max || column >= k_sheet_columns_max) throw TooLarge{};
  }
  void put(int row, int column, std::string text) {
    check(row, column);
    cells_[{row, column}] = {std::move(text), row + 1, column + 1, std::nullopt};
  }

  const SharedStrings& strings_;
  std::map<std::pair<int, int>, SheetCell> cells_;
  std::map<std::pair<int, int>, std::size_t> shared_;
};

class WorkbookReader final : public spreadsheet::iface::import_factory {
 public:
  spreadsheet::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
  spreadsheet::iface::import_sheet* append_sheet(spreadsheet::sheet_t, std::string_view) override {
    sheets_.push_back(std::make_unique<CellCollector>(strings_));
    return sheets_.back().get();
  }
  spreadsheet::iface::import_sheet* get_sheet(std::string_view) override { return nullptr; }
  spreadsheet::iface::import_sheet* get_sheet(spreadsheet::sheet_t index) override {
    return static_cast<std::size_t>(index) < sheets_.size() ? sheets_[static_cast<std::size_t>(index)].get() : nullptr;
  }
  void finalize() override {}

  Sheet first_sheet() { return sheets_.empty() ? Sheet{} : sheets_.front()->sheet(); }

 private:
  SharedStrings strings_;
  std::vector<std::unique_ptr<CellCollector>> sheets_;
};

}  // namespace

Result<Sheet> read_xlsx_sheet(std::string_view bytes) {
  const Refusal too_large = refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)});
  if (!bytes.starts_with("PK")) return refuse("sheet.unreadable", {".xlsx"});
  if (unpacked_bytes(bytes) > k_unpacked_bytes_max) return too_large;
  WorkbookReader reader;
  try {
    orcus::orcus_xlsx filter(&reader);
    filter.read_stream(bytes);
  } catch (const TooLarge&) {
    return too_large;
  } catch (const std::exception& broken) {
    return refuse("sheet.unreadable", {broken.what()});
  }
  return reader.first_sheet();
}

}  // namespace laoyou::record
