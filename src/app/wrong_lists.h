// Lists with planted mistakes over a synthetic city, as files: what imports and deliveries are held against.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/decimal.h"
#include "base/result.h"
#include "synth/city.h"

namespace laoyou::app {

/// Rows of each list, and of the wrong ones of residents.csv.
struct WrittenLists {
  std::map<std::string, std::int64_t, std::less<>> rows;
  std::int64_t wrong_rows = 0;
};

/// Writes into a folder, made where it is missing: residents.csv with residents.truth.csv (synth/wrong_residents.h), and police.csv, health.csv, disability.csv
/// with feeds.truth.csv (synth/wrong_feeds.h). The lists have the people of the city, and of another one a twentieth as large, whom its register does not know.
/// Nothing is stored. Refused as "file.unwritable" with the path as place.
Result<WrittenLists> write_wrong_lists(const synth::City& city, const std::filesystem::path& folder, Decimal wrong_percent);

}  // namespace laoyou::app
