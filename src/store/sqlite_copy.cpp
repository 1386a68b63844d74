#include "store/sqlite_copy.h"

#include <sqlite3.h>

#include <memory>

#include "store/durable_file.h"
#include "store/failure.h"
#include "store/open_failure.h"
#include "store/sqlite_failure.h"

namespace laoyou::store {
namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Copy = std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)>;

Database open(const std::string& path, int flags, const std::string& vfs) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_EXRESCODE, vfs.empty() ? nullptr : vfs.c_str());
  Database database(opened, &sqlite3_close);
  if (code != SQLITE_OK && vfs.empty()) throw StoreUnavailable(open_refusal_of(path, sqlite3_system_errno(opened)), "open " + path);
  check_sqlite(opened, code, "open " + path);
  return database;
}

void execute(sqlite3* database, const char* sql) { check_sqlite(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr), sql); }

}  // namespace

void copy_sqlite(const DatabaseAddress& from, const std::filesystem::path& to, const Progress& progress) {
  constexpr int k_pages_at_once = 1'000;
  const Database source = open(from.location, SQLITE_OPEN_READWRITE, from.vfs);
  make_private_file(to);
  const Database target = open(to.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "");
  // A snapshot held over the whole copy: otherwise each commit meanwhile would start it over.
  execute(source.get(), "begin; select count(*) from sqlite_master");
  {
    const Copy copy(sqlite3_backup_init(target.get(), "main", source.get(), "main"), &sqlite3_backup_finish);
    if (!copy) throw_sqlite_failure(target.get(), sqlite3_errcode(target.get()), "begin copy");
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
      code = sqlite3_backup_step(copy.get(), k_pages_at_once);
      const int whole = sqlite3_backup_pagecount(copy.get());
      report(progress, whole - sqlite3_backup_remaining(copy.get()), whole);
    }
    if (code != SQLITE_DONE) throw_sqlite_failure(nullptr, code, "copy");
  }
  execute(target.get(), "pragma synchronous=full; pragma journal_mode=delete");
}

}  // namespace laoyou::store
