// Texts of a workbook: a character that XML cannot hold stands as _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
#pragma once

#include <string>
#include <string_view>

namespace laoyou::record::xlsx {

/// The text with an underscore before what only looks like such a character written out, so that a spreadsheet shows it as it is.
/// (Control characters themselves are written out by libxlsxwriter.)
std::string escaped(std::string_view text);

/// The text with written-out characters made characters again; halves of surrogate pairs stay as they are.
std::string unescaped(std::string_view text);

}  // namespace laoyou::record::xlsx
