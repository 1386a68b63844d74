// Records out of CSV files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/linkage/records.h"

namespace laoyou::linkage {

/// Where the truth of a file stands, for measuring.
struct Truth {
  std::string column;           ///< equal cells are one person
  bool in_febrl_id = false;     ///< or the number in FEBRL's record ids: rec-12-org and rec-12-dup-0, or 120 and 121
  Values people{FieldKind::code};
  std::vector<std::uint32_t> of_row;  ///< by row; 0 where the cell is empty
};

/// Adds the rows of a CSV file, as base's CSV rules read it. Columns that the map does not name are passed over. Refused as those rules or as
/// table.column_missing {column}, table.row_short {column}, linkage.id_repeated {id}, with "line:column" as place.
std::optional<Refusal> read_records(std::string_view csv, bool is_right, Records& records, Truth* truth);

}  // namespace laoyou::linkage
