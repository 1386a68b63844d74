// The database's own shape as statements: the store's tables, and the tables, columns and indexes that the records' descriptions ask for.
#pragma once

#include <string>
#include <vector>

#include "store/connection.h"
#include "store/table.h"

namespace laoyou::store {

/// One numbered step from an older shape to a newer one.
struct Migration {
  std::string name;        ///< "store: journal", "table account", "column account.phone", "index account_by_region"
  std::string statements;  ///< run in one transaction
};

/// The steps that make the store's own tables; only ever appended to.
std::vector<Migration> store_migrations(DatabaseKind kind);

/// The steps this database still needs for a record's table. Throws StoreDamaged "store.newer" when the table has columns that this program
/// neither knows nor has retired: a newer program wrote it, or a member was removed without saying so.
std::vector<Migration> table_migrations(Connection& connection, const Table& table);

}  // namespace laoyou::store
