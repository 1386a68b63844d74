#include <sqlite3.h>

#include <unordered_map>

#include "base/check.h"
#include "store/connection.h"
#include "store/durable_file.h"
#include "store/failure.h"
#include "store/open_failure.h"
#include "store/sqlite_failure.h"

namespace laoyou::store {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Returns a kept statement to its start whatever happens, so that it holds no lock and no parameter.
class RunningStatement {
 public:
  explicit RunningStatement(sqlite3_stmt* statement) : statement_(statement) { CHECK(!sqlite3_stmt_busy(statement)); }
  ~RunningStatement() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  RunningStatement(const RunningStatement&) = delete;
  RunningStatement& operator=(const RunningStatement&) = delete;

 private:
  sqlite3_stmt* statement_;
};

int bind(sqlite3_stmt* statement, int position, const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return sqlite3_bind_int64(statement, position, *integer);
  if (const auto* real = std::get_if<double>(&cell)) return sqlite3_bind_double(statement, position, *real);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    CHECK(text->find('\0') == std::string::npos);
    return sqlite3_bind_text64(statement, position, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  return sqlite3_bind_null(statement, position);
}

void read_cell(sqlite3_stmt* statement, int position, Cell& cell) {
  switch (sqlite3_column_type(statement, position)) {
    case SQLITE_INTEGER:
      cell = static_cast<std::int64_t>(sqlite3_column_int64(statement, position));
      break;
    case SQLITE_FLOAT:
      cell = sqlite3_column_double(statement, position);
      break;
    case SQLITE_NULL:
      cell = std::monostate{};
      break;
    default: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, position));
      cell.emplace<std::string>(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, position)));
    }
  }
}

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const DatabaseAddress& address, ConnectionUse use);
  DatabaseKind kind() const override { return DatabaseKind::sqlite; }
  void execute(const std::string& statements) override;
  std::int64_t run(const std::string& sql, Row parameters) override;
  void query(const std::string& sql, Row parameters, const RowVisitor& visit) override;
  void commit() override;
  void rollback() noexcept override;
  void check_present() override;
  bool transaction_sound() const override { return usable_ && sqlite3_get_autocommit(database_.get()) == 0; }
  bool usable() const override { return usable_; }

 private:
  sqlite3_stmt* prepared(const std::string& sql);
  void step_all(const std::string& sql, Row parameters, const RowVisitor* visit);
  void check(int code, std::string_view doing);

  Database database_;
  std::unordered_map<std::string, Statement> statements_;
  std::string location_;                         // empty: not a file of the system's
  bool writing_;
  std::optional<FileIdentity> file_, log_file_;  // the database and its write-ahead log
  bool usable_ = true;
};

SqliteConnection::SqliteConnection(const DatabaseAddress& address, ConnectionUse use)
    : location_(address.vfs.empty() ? address.location : ""), writing_(use == ConnectionUse::writing), file_(address.file) {
  check_present();
  // SQLite's count of its memory is one for all connections, behind a lock that each allocation takes. Nobody reads it.
  static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(uncounted);  // refused where SQLite is in use already; it then counts
  sqlite3* opened = nullptr;
  const bool may_make = use == ConnectionUse::writing && !address.file;
  if (may_make && address.vfs.empty()) make_private_file(address.location);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= use == ConnectionUse::inspecting ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (may_make) flags |= SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(address.location.c_str(), &opened, flags, address.vfs.empty() ? nullptr : address.vfs.c_str());
  database_.reset(opened);
  // Rows of the journal are longer than the pieces of memory that SQLite keeps at hand by itself (1,200 bytes).
  constexpr int k_piece_bytes = 2'400, k_pieces = 100;
  if (writing_ && opened != nullptr) sqlite3_db_config(opened, SQLITE_DBCONFIG_LOOKASIDE, nullptr, k_piece_bytes, k_pieces);
  if (code != SQLITE_OK && !address.file && !location_.empty()) throw StoreUnavailable(open_refusal_of(location_, sqlite3_system_errno(opened)), "open " + location_);
  check_sqlite(opened, code, "open " + address.location);
  if (!location_.empty()) {
    if (!file_) file_ = FileIdentity::of(location_);
    check_present();
    // SQLite opens a file that it may not write for reading only, without a word.
    if (writing_ && sqlite3_db_readonly(opened, "main") == 1) throw StoreUnavailable(open_refusal_of(location_, EROFS), "open " + location_);
  }
  // Another program (the sqlite3 shell, a backup tool) may hold the file for a moment.
  constexpr int k_busy_timeout_ms = 10'000;
  sqlite3_busy_timeout(opened, k_busy_timeout_ms);
  if (use == ConnectionUse::inspecting) return;
  // WAL with synchronous=FULL: a commit has returned only when its pages are on the disk (sqlite.org/pragma.html#pragma_synchronous).
  // EXTRA while a new database changes to WAL: its rollback journal must not come back after a power cut and undo what followed.
  // Freed pages are overwritten with zeros: what was erased stays erased.
  execute("pragma synchronous=extra; pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma trusted_schema=off; "
          "pragma journal_size_limit=67108864; "
          "pragma temp_store=memory; pragma cache_size=-16000; pragma wal_autocheckpoint=" +
          std::to_string(address.checkpoint_pages));
  if (use == ConnectionUse::reading) execute("pragma query_only=on");
}

void SqliteConnection::check_present() {
  if (location_.empty()) return;
  const auto gone = [](const std::string& path) { throw StoreUnavailable(refuse("store.gone"), path + " is no longer the file that was opened"); };
  if (file_ && FileIdentity::of(location_) != file_) gone(location_);
  if (!writing_) return;
  const std::string log = location_ + "-wal";
  const std::optional<FileIdentity> found = FileIdentity::of(log);
  if (log_file_ && found != log_file_) gone(log);
  log_file_ = found;
}

void SqliteConnection::check(int code, std::string_view doing) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  // After a disk error the cache in memory may not match the file: only a new connection is to be trusted.
  const int kind = code & 0xff;
  if (kind == SQLITE_IOERR || kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_NOMEM) usable_ = false;
  throw_sqlite_failure(database_.get(), code, doing);
}

sqlite3_stmt* SqliteConnection::prepared(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second.get();
  // Queries with lists of varying length could fill the memory; dropping all now and then costs little.
  constexpr std::size_t k_statements_max = 1000;
  if (statements_.size() >= k_statements_max) std::erase_if(statements_, [](const auto& kept) { return !sqlite3_stmt_busy(kept.second.get()); });
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr), sql);
  statements_.emplace(sql, Statement(statement));
  return statement;
}

void SqliteConnection::execute(const std::string& statements) {
  check(sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr), statements);
}

void SqliteConnection::step_all(const std::string& sql, Row parameters, const RowVisitor* visit) {
  sqlite3_stmt* statement = prepared(sql);
  const RunningStatement running(statement);
  CHECK(sqlite3_bind_parameter_count(statement) == static_cast<int>(parameters.size()));
  for (std::size_t i = 0; i < parameters.size(); ++i) check(bind(statement, static_cast<int>(i) + 1, parameters[i]), sql);
  std::vector<Cell> cells(static_cast<std::size_t>(sqlite3_column_count(statement)));
  for (int code = sqlite3_step(statement); code != SQLITE_DONE; code = sqlite3_step(statement)) {
    check(code, sql);
    if (visit == nullptr) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) read_cell(statement, static_cast<int>(i), cells[i]);
    (*visit)(cells);
  }
}

std::int64_t SqliteConnection::run(const std::string& sql, Row parameters) {
  step_all(sql, parameters, nullptr);
  return sqlite3_changes64(database_.get());
}

void SqliteConnection::query(const std::string& sql, Row parameters, const RowVisitor& visit) { step_all(sql, parameters, &visit); }

void SqliteConnection::commit() {
  try {
    run("commit", {});
  } catch (const StoreUnavailable& failed) {
    // The pages of the commit, its end among them, may be in the file already: after a power cut they may be read as a whole transaction.
    // Only a write that failed has left them incomplete.
    const int code = sqlite3_extended_errcode(database_.get());
    if ((code & 0xff) != SQLITE_IOERR || code == SQLITE_IOERR_WRITE) throw;
    throw StoreUnavailable(refuse("store.outcome_unknown"), failed.what());
  }
}

void SqliteConnection::rollback() noexcept {
  // SQLite may have undone the transaction by itself (disk full); then there is nothing left to undo.
  if (sqlite3_get_autocommit(database_.get()) != 0) return;
  if (sqlite3_exec(database_.get(), "rollback", nullptr, nullptr, nullptr) != SQLITE_OK) usable_ = false;
}

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const DatabaseAddress& address, ConnectionUse use) {
  return std::make_unique<SqliteConnection>(address, use);
}

}  // namespace laoyou::store
