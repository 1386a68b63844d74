// Compares every record with the journal's last word on it: a row changed, added or removed behind the store's back shows.
#pragma once

#include <cstdint>
#include <string>

#include "store/connection.h"
#include "store/progress.h"
#include "store/table.h"

namespace laoyou::store {

enum class RowFault {
  none,
  row_altered,  ///< the row is not what the journal's last entry about it left
  row_missing,  ///< the journal says the record is there, and it is not
  row_foreign,  ///< the row is there, and the journal does not say so
  table_missing,   ///< a record's table is gone, or something else has its name
  column_missing,  ///< a column that the journal or the database's own list of steps knows is gone
  object_foreign   ///< a table, column, view or trigger that this program did not make
};

/// What the comparison found first.
struct RowCheck {
  RowFault fault = RowFault::none;
  std::string record;  ///< or the object that is missing or foreign: "reading", "reading.value", "trigger reading_changed"
  std::int64_t record_id = 0;
  std::int64_t rows = 0;  ///< compared

  bool intact() const { return fault == RowFault::none; }
  /// The fault as its row in messages.csv words it.
  Refusal refusal() const;
};

/// The fault's row in messages.csv: "journal.row_altered" and so on.
std::string fault_code(RowFault fault);

/// Trusts the journal, which verify_journal() walks. Holds the database's shape against the records named in the journal and, unless it is null,
/// against the program's own tables; then walks every record's table. Reads in bounded memory; give it a connection whose
/// transaction is one snapshot. Progress in tables. Throws StoreUnavailable, Cancelled.
RowCheck verify_rows(Connection& connection, const Catalog* catalog, const Progress& progress = {});

}  // namespace laoyou::store
