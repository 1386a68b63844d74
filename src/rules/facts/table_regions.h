// Regions of a bare table that no list of places has: rows that every total counts and no place does.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "rules/facts/table_csv.h"

namespace laoyou::rules {

/// One "rules.region_unknown" a column of regions in which `is_known` (asked once for each different code of twelve digits) does not know
/// some: how many rows, and the first such cell with its place "file:line:column". `text` and `file` are those the table was read from.
Refusals unknown_regions(const ReadTable& table, std::string_view text, const std::string& file, const std::function<bool(std::int64_t)>& is_known);

}  // namespace laoyou::rules
