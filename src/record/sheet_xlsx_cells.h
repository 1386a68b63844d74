// The two parts of a workbook that hold cells (ECMA-376 part 1): the table of shared texts (18.4) and a worksheet (18.3).
#pragma once

#include <string>
#include <vector>

#include "record/sheet.h"
#include "record/sheet_xlsx_styles.h"
#include "record/xml_reader.h"

namespace laoyou::record::xlsx {

/// Thrown when a workbook has more rows, columns, cells or text than a sheet may have.
struct TooLarge {};

/// What the cells of all worksheets of a workbook refer to.
struct Book {
  std::vector<std::string> shared_texts;
  std::vector<ShownAs> styles = {};
  double day_shift = 0;  ///< added to every day, so that it counts as the 1900 system does
};

/// What the worksheets of a workbook may hold together.
struct Budget {
  std::size_t cells = k_sheet_cells_max;
  std::size_t bytes = k_sheet_bytes_max;
};

/// The shared texts in the order of their numbers. Throws xml::Malformed or TooLarge.
std::vector<std::string> read_shared_texts(xml::Reader reader);

/// The cells of a worksheet as a table: the first row that shows something is the header, rows that show nothing are left out. Of a formula its
/// result is taken. Throws xml::Malformed or TooLarge.
Sheet read_worksheet(xml::Reader reader, const Book& book, Budget& budget);

}  // namespace laoyou::record::xlsx
