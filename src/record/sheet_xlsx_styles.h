// How the cells of a workbook show their numbers (ECMA-376 part 1, 18.8): whether a number is a share, a day or a month stands in its format alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/xml_reader.h"

namespace laoyou::record::xlsx {

enum class ShownAs { number, percent, day, month, year, time };

/// What a number format makes of a number; of its sections the first counts.
ShownAs shown_as(std::string_view format_code);

/// For each cell format of the part xl/styles.xml, in the order in which cells name them. Throws xml::Malformed.
std::vector<ShownAs> read_styles(xml::Reader reader);

/// The text of a number in a date format, "2026-05-15", "2026-05", "2026" or "08:30:00"; empty where it is no day.
std::string shown_date(double number, ShownAs as);

}  // namespace laoyou::record::xlsx
