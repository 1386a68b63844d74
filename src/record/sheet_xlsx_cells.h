// The two parts of a workbook that hold cells (ECMA-376 part 1): the table of shared texts (18.4) and a worksheet (18.3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/sheet.h"

namespace laoyou::record::xlsx {

/// Thrown when a worksheet has more rows, columns or cells than a sheet may have.
struct TooLarge {};

constexpr std::size_t k_cells_max = 8'000'000;  // 200,000 rows of 40 columns, about half a GiB while reading

/// The shared texts in the order of their numbers. Throws xml::Malformed.
std::vector<std::string> read_shared_texts(std::string_view part);

/// The cells of a worksheet as a table: the first row with text is the header, rows without text are left out. Of a formula its result is
/// taken. day_shift is added to every number, so that it counts days as the 1900 system does. Throws xml::Malformed or TooLarge.
Sheet read_worksheet(std::string_view part, const std::vector<std::string>& shared_texts, double day_shift);

}  // namespace laoyou::record::xlsx
