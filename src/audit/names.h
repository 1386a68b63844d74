// What stands behind the keys in journal entries, in words: the house fills it, since audit knows neither plans nor accounts.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/region_code.h"
#include "record/shown_cell.h"

namespace laoyou::audit {

/// A record's open columns as stored.
using StoredRow = std::map<std::string, std::string, std::less<>>;

struct AccountWords {
  std::string name, display_name;  ///< both empty for 0 and for one that is not there
};

/// Everything may answer nothing; then the key itself is shown.
struct Names {
  std::function<AccountWords(std::int64_t account)> account;
  /// The account that signs in by this name.
  std::function<std::optional<std::int64_t>(std::string_view name)> account_named;
  std::function<std::string(RegionCode region)> region;
  /// What the value `key` of that field is called, in the light of its row.
  std::function<std::optional<record::ShownText>(std::string_view record, std::string_view field, const std::string& key, const StoredRow& row)> value;
  /// The unit of a field where it depends on the row.
  std::function<std::optional<std::string>(std::string_view record, std::string_view field, const StoredRow& row)> unit;
  /// What the record is about.
  std::function<std::optional<record::ShownText>(std::string_view record, const StoredRow& row)> subject;
};

}  // namespace laoyou::audit
