// What the database must have by its own account: the steps it lists as done, and the records its journal speaks of.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "store/shape.h"
#include "store/table.h"
#include "store/verify_rows.h"

namespace laoyou::store {

/// A part of the database that is not as it must be, by name: "reading", "reading.value", "trigger reading_changed".
struct ShapeFault {
  RowFault fault = RowFault::none;  ///< table_missing, column_missing or object_foreign
  std::string object;
};

/// The first fault; `catalog` may be null, then foreign columns are not looked for.
std::optional<ShapeFault> find_shape_fault(Connection& connection, const Catalog* catalog);

/// For the start: throws StoreDamaged "store.table_missing" or "store.column_missing" when something was there once and is gone. Made anew it
/// would be empty, and nobody would notice.
void refuse_lost_parts(Connection& connection, const Catalog& catalog);

/// The store's own tables.
const std::set<std::string>& store_tables();

}  // namespace laoyou::store
