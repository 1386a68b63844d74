// Brings a database to the shape this program needs: numbered steps, forward only, each recorded in laoyou_schema in its own transaction.
#pragma once

#include <functional>

#include "base/clock.h"
#include "store/progress.h"
#include "store/schema.h"

namespace laoyou::store {

/// Applies what is missing; two servers starting at once on one PostgreSQL database wait for each other. Throws StoreDamaged: "store.foreign"
/// when the database holds something else, "store.newer" when a newer program shaped it, "store.table_missing" or "store.column_missing" when
/// something that was there is gone.
void migrate(Connection& connection, const Catalog& catalog, const Clock& clock, const Progress& progress = {});

/// Work on the rows themselves that a database needs once: done in one transaction with the note of it, by one server at a time.
void apply_once(Connection& connection, const std::string& step, const Clock& clock, const std::function<void()>& work);

/// The number of the last step applied; 0 for an empty database.
std::int64_t schema_number(Connection& connection);

/// True when the database holds no table at all.
bool database_empty(Connection& connection);

}  // namespace laoyou::store
