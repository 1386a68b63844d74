// What liborcus reads from one sheet of a workbook, collected by row and column. Used by sheet_xlsx_read.cpp alone.
#pragma once

#include <map>
#include <orcus/spreadsheet/import_interface.hpp>

#include "record/sheet.h"

namespace laoyou::record::xlsx {

namespace spreadsheet = orcus::spreadsheet;

/// Thrown through liborcus when a workbook has more rows, columns or cells than a sheet may have.
struct TooLarge {};

constexpr std::size_t k_cells_max = 8'000'000;  // 200,000 rows of 40 columns, about 1 GiB while reading

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

class CellCollector;

/// Takes of a formula cell the result that the spreadsheet program left in it.
class FormulaResult final : public spreadsheet::iface::import_formula {
 public:
  explicit FormulaResult(CellCollector& cells) : cells_(cells) {}
  void set_position(spreadsheet::row_t row, spreadsheet::col_t column) override {
    row_ = row;
    column_ = column;
  }
  void set_formula(spreadsheet::formula_grammar_t, std::string_view) override {}
  void set_shared_formula_index(size_t) override {}
  void set_result_string(std::string_view text) override;
  void set_result_value(double value) override;
  void set_result_bool(bool value) override;
  void set_result_empty() override {}
  void commit() override {}

 private:
  CellCollector& cells_;
  spreadsheet::row_t row_ = 0;
  spreadsheet::col_t column_ = 0;
};

/// The same for a formula over a range.
class ArrayFormulaResult final : public spreadsheet::iface::import_array_formula {
 public:
  explicit ArrayFormulaResult(CellCollector& cells) : cells_(cells) {}
  void set_range(const spreadsheet::range_t& range) override { first_ = range.first; }
  void set_formula(spreadsheet::formula_grammar_t, std::string_view) override {}
  // Rows and columns of a result count from the first cell of the range.
  void set_result_string(spreadsheet::row_t row, spreadsheet::col_t column, std::string_view text) override;
  void set_result_value(spreadsheet::row_t row, spreadsheet::col_t column, double value) override;
  void set_result_bool(spreadsheet::row_t row, spreadsheet::col_t column, bool value) override;
  void set_result_empty(spreadsheet::row_t, spreadsheet::col_t) override {}
  void commit() override {}

 private:
  CellCollector& cells_;
  spreadsheet::address_t first_{};
};

/// Collects the cells of one sheet by row and column.
class CellCollector final : public spreadsheet::iface::import_sheet {
 public:
  /// day_shift: added to every number, so that it counts days as the 1900 system does.
  CellCollector(const SharedStrings& strings, const double& day_shift) : strings_(strings), day_shift_(day_shift) {}

  void set_auto(spreadsheet::row_t row, spreadsheet::col_t column, std::string_view text) override { put(row, column, std::string(text)); }
  void set_string(spreadsheet::row_t row, spreadsheet::col_t column, spreadsheet::string_id_t index) override;
  void set_value(spreadsheet::row_t row, spreadsheet::col_t column, double value) override;
  void set_bool(spreadsheet::row_t row, spreadsheet::col_t column, bool value) override { put(row, column, value ? "true" : "false"); }
  void set_result(spreadsheet::row_t row, spreadsheet::col_t column, std::string_view text) { put(row, column, std::string(text)); }
  void set_date_time(spreadsheet::row_t row, spreadsheet::col_t column, int year, int month, int day, int, int, double) override;
  void set_format(spreadsheet::row_t, spreadsheet::col_t, size_t) override {}
  void set_format(spreadsheet::row_t, spreadsheet::col_t, spreadsheet::row_t, spreadsheet::col_t, size_t) override {}
  void fill_down_cells(spreadsheet::row_t, spreadsheet::col_t, spreadsheet::row_t) override {}
  spreadsheet::range_size_t get_sheet_size() const override { return {k_sheet_rows_max + 1, k_sheet_columns_max}; }
  spreadsheet::iface::import_formula* get_formula() override { return &formula_; }
  spreadsheet::iface::import_array_formula* get_array_formula() override { return &array_formula_; }

  /// The cells as a table: the first row with text is the header, rows without text are left out.
  Sheet sheet();

 private:
  void check(int row, int column) const;
  void put(int row, int column, std::string text);

  const SharedStrings& strings_;
  const double& day_shift_;
  std::map<std::pair<int, int>, SheetCell> cells_;
  std::map<std::pair<int, int>, std::size_t> shared_;
  FormulaResult formula_{*this};
  ArrayFormulaResult array_formula_{*this};
};

}  // namespace laoyou::record::xlsx
