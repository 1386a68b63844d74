// The store: described records in one of two databases, every change journalled, every answer durable.
//
//   auto store = Store::open({.database = "sqlite:/data/laoyou.db", .key_file = "/data/laoyou.key"}, clock, random, {table<Account>()});
//   WriteOutcome outcome = store->write(actor, [&](Writing& writing) -> Result<void> { writing.insert(account); return {}; });
//   auto account = store->read([&](Snapshot& snapshot) { return snapshot.find(scope, id); });
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/acting.h"
#include "store/command.h"
#include "store/group_commit.h"
#include "store/progress.h"
#include "store/reader_pool.h"
#include "store/table_definition.h"
#include "store/verify.h"

namespace laoyou::store {

struct StoreOptions {
  std::string database;                                ///< see DatabaseAddress::parse
  std::filesystem::path key_file;                      ///< outside the database's backups; made when a new database is
  int node = 0;                                        ///< 0..1023, different for each server whose records may ever meet
  DigestAlgorithm seal = DigestAlgorithm::sha256;      ///< of the journal; may be changed at any start
  CipherSuite cipher = CipherSuite::sodium;            ///< of sealed fields; fixed when the database is made
  bool make_new = false;                               ///< a new database although a key is there already
  int readers = 4;                                     ///< readings at the same time; more wait
  GroupLimits group = {};
};

/// Safe across threads. `clock` and `random` must outlive it.
class Store {
 public:
  /// Opens the database, brings it to the shape of these tables, makes it if there is none. Throws StoreLocked when another server has the
  /// SQLite data directory, StoreDamaged when database or key are not what this program can work with, StoreUnavailable. A key without its database
  /// is such a case, unless a new one is asked for: the database is lost or elsewhere, and people would find an empty one.
  static std::unique_ptr<Store> open(StoreOptions options, const Clock& clock, Random& random, std::vector<TableDefinition> tables,
                                     const Progress& progress = {});
  /// Opens a database for backup and verification alone, beside the server that works on it: no lock, no key, no writing. Records cannot be
  /// read through it. `tables` are what verify_rows() holds the database against. Throws StoreUnavailable at first use when there is no such database.
  static std::unique_ptr<Store> open_beside(const std::string& database, std::vector<TableDefinition> tables = {}, int readers = 1);
  /// Writes what is queued, then closes.
  ~Store();

  /// Calls f(Snapshot&) on one consistent snapshot and returns what f returns. Throws StoreUnavailable.
  template <class F>
  auto read(F&& f) {
    ReaderPool::Lease lease = lease_connection();
    Snapshot snapshot(lease.connection(), contents());
    return std::forward<F>(f)(snapshot);
  }

  /// Queues a command and returns; `done` is called on the writer thread once the command is durable, refused or lost.
  void write(Actor actor, Command command, Done done);
  /// Queues a command and waits for its outcome. Not from within a command, a `done`, a `catch` or a destructor: on a fiber only the fiber waits
  /// and its thread goes on with another, so that no lock may be held either.
  WriteOutcome write(Actor actor, Command command);
  /// The same for a caller, who changes nothing outside its scope: refused as "scope.outside".
  void write(const Acting& acting, Command command, Done done);
  WriteOutcome write(const Acting& acting, Command command);

  /// Rung after each commit of this program; what other servers commit does not ring.
  CommitSignal& commits();
  /// Sequence of the journal's last entry.
  std::int64_t journal_head();
  /// Walks the whole journal of this moment; see verify_journal.h.
  JournalCheck verify_journal(const JournalAnchor& anchor = {}, const Progress& progress = {});
  /// Compares every record of this moment with the journal; see verify_rows.h.
  RowCheck verify_rows(const Progress& progress = {});
  /// Both on one snapshot, the second only when the first found nothing: what "verify" means everywhere.
  Verification verify(const JournalAnchor& anchor = {}, const Progress& progress = {});
  /// Number of the last migration.
  std::int64_t schema_number();
  /// An id no record anywhere has.
  std::int64_t new_id();

  /// The program's tables, as the records describe them.
  const Catalog& tables() const { return contents().catalog; }

  /// For the store's own parts (backup).
  ReaderPool::Lease lease_connection();
  const StoreContents& contents() const;
  const DatabaseAddress& address() const;
  /// The program's tables; null when none were named.
  const Catalog* catalog() const;

 private:
  WriteOutcome write_and_wait(PendingCommand pending);
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace laoyou::store
