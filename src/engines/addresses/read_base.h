// The standard addresses of a CSV table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/addresses/address_base.h"

namespace laoyou::addresses {

struct BaseTable {
  std::vector<KnownAddress> rows;
  std::vector<std::string> ids;  ///< of the rows; their numbers where the table has none
};

/// Columns: region (12 digits), longitude, latitude, and at least one of road with number and estate; if wanted id, building. WGS84 degrees. Everything
/// that is wrong is told at once, at most k_refusals_most, as tables::ColumnTable refuses, as "region.malformed", "point.out_of_range", or
///   addresses.row_empty   {}: neither road nor estate
///   addresses.table_empty {}
CheckedResult<BaseTable> read_base(std::string_view csv);

}  // namespace laoyou::addresses
