// What an SQLite result code means to the store.
#pragma once

#include <sqlite3.h>

#include <string_view>

namespace laoyou::store {

/// Throws the failure that an (extended) SQLite result code stands for. `doing` says what was attempted and ends up in the log.
[[noreturn]] void throw_sqlite_failure(sqlite3* database, int code, std::string_view doing);

/// Throws unless the code is SQLITE_OK.
inline void check_sqlite(sqlite3* database, int code, std::string_view doing) {
  if (code != SQLITE_OK) throw_sqlite_failure(database, code, doing);
}

}  // namespace laoyou::store
