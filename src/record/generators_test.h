// Random values of the example records; to be called inside a RapidCheck property.
#pragma once

#include "record/examples_test.h"

namespace laoyou::record::example {

/// Text of Latin, Chinese and astral characters, quotes, markup, line ends and formulas.
std::string any_text();
/// The same as a person leaves it in a cell: no blanks at its ends, not empty, no semicolon (it separates the values of a list).
std::string any_cell_text();

Address any_address();
Institution any_institution();
SheetRecord any_sheet_record();

}  // namespace laoyou::record::example
