// Brings a database to the shape this program needs: numbered steps, forward only, each recorded in laoyou_schema in its own transaction.
#pragma once

#include "base/clock.h"
#include "store/progress.h"
#include "store/schema.h"

namespace laoyou::store {

/// Applies what is missing; two servers starting at once on one PostgreSQL database wait for each other. Throws StoreDamaged: "store.foreign"
/// when the database holds something else, "store.newer" when a newer program shaped it, "store.table_missing" or "store.column_missing" when
/// something that was there is gone.
void migrate(Connection& connection, const Catalog& catalog, const Clock& clock, const Progress& progress = {});

/// The number of the last step applied; 0 for an empty database.
std::int64_t schema_number(Connection& connection);

/// True when the database holds no table at all.
bool database_empty(Connection& connection);

}  // namespace laoyou::store
