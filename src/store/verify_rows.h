// Compares every record with the journal's last word on it: a row changed, added or removed behind the store's back shows.
#pragma once

#include <cstdint>
#include <string>

#include "store/connection.h"
#include "store/progress.h"

namespace laoyou::store {

enum class RowFault {
  none,
  row_altered,  ///< the row is not what the journal's last entry about it left
  row_missing,  ///< the journal says the record is there, and it is not
  row_foreign   ///< the row is there, and the journal does not say so
};

/// What the comparison found first.
struct RowCheck {
  RowFault fault = RowFault::none;
  std::string record;
  std::int64_t record_id = 0;
  std::int64_t rows = 0;  ///< compared

  bool intact() const { return fault == RowFault::none; }
};

/// The fault's row in messages.csv: "journal.row_altered" and so on; words: record, id.
std::string fault_code(RowFault fault);

/// Trusts the journal, which verify_journal() walks, and walks the records' tables. Reads in bounded memory; give it a connection whose
/// transaction is one snapshot. Progress in tables. Throws StoreUnavailable, Cancelled.
RowCheck verify_rows(Connection& connection, const Progress& progress = {});

}  // namespace laoyou::store
