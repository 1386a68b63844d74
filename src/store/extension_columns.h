// Columns that plans gave to registers, found in the database itself: whoever opens it, with the plans at hand or without, keeps them.
#pragma once

#include <vector>

#include "store/connection.h"
#include "store/table_definition.h"

namespace laoyou::store {

/// Adds to the tables what the database holds of fields that no plan names any more: kept, and shown to nobody. Throws StoreFailure
/// "store.field_of_another_kind" when a plan's field is kept there as another kind of value, or is sealed here and was not there.
void keep_extension_columns(Connection& connection, std::vector<TableDefinition>& tables);

}  // namespace laoyou::store
