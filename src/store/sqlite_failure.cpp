#include "store/sqlite_failure.h"

#include <cerrno>
#include <new>
#include <string>

#include "base/check.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

bool disk_is_full(sqlite3* database, int code) {
  if ((code & 0xff) == SQLITE_FULL) return true;
  if ((code & 0xff) != SQLITE_IOERR || database == nullptr) return false;
  const int cause = sqlite3_system_errno(database);
  return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

/// "UNIQUE constraint failed: account.region, account.name" names the columns after the colon.
std::string key_of(const std::string& message) {
  const std::size_t colon = message.find(": ");
  return colon == std::string::npos ? message : message.substr(colon + 2);
}

}  // namespace

void throw_sqlite_failure(sqlite3* database, int code, std::string_view doing) {
  const std::string message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const std::string detail = std::string(doing) + ": " + message + " (SQLite " + std::to_string(code) + ")";
  if (disk_is_full(database, code)) throw StoreUnavailable(refuse("store.full"), detail);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      throw StoreUnavailable(refuse("store.busy"), detail);
    case SQLITE_IOERR:
    case SQLITE_INTERRUPT:
      throw StoreUnavailable(refuse("store.disk"), detail);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw StoreUnavailable(refuse("store.gone"), detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      throw StoreDamaged(refuse("store.damaged", {message}), detail);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
        throw DuplicateKey(key_of(message));
      break;
    default:
      break;
  }
  throw BrokenInvariant(detail);
}

}  // namespace laoyou::store
