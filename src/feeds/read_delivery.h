// A list as it came, read by its feed's mapping: one row for each person, in the register's own cells.
#pragma once

#include <optional>

#include "collection/desk.h"
#include "feeds/feed.h"
#include "feeds/kept_cells.h"
#include "record/sheet.h"

namespace laoyou::feeds {

struct DeliveredRow {
  int line = 0;
  std::string place;   ///< of the row
  std::string key;     ///< as they write it, without blanks; where they write none, what the row says of the person (kept_cells.h, given_text)
  bool keyless = false;  ///< they write none: the person is sought by the rest
  /// An identity number as they write it that is none, and why: the person is sought by the rest, and nobody is added.
  std::optional<std::pair<std::string, Refusal>> wrong_number;
  Given given;
  std::int32_t missing = 0;  ///< fields of the feed that the row leaves empty
  Refusals refusals;   ///< each with the cell as its place
};

/// Rows that say nothing are left out. Refused as a whole where it is no sheet of this feed: its headers are named.
CheckedResult<std::vector<DeliveredRow>> read_delivery(const collection::Desk& desk, const Feed& feed, record::Sheet& sheet);

}  // namespace laoyou::feeds
