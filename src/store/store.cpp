#include "store/store.h"

#include <boost/fiber/future.hpp>
#include <exception>
#include <optional>

#include "base/check.h"
#include "store/directory_lock.h"
#include "store/extension_columns.h"
#include "store/identity.h"
#include "store/migrate.h"
#include "store/sealed_tails.h"
#include "store/search_index.h"
#include "store/writing_connection.h"

namespace laoyou::store {

namespace {

/// When the journal's last entry was made; the beginning of time for an empty one.
Instant last_change(Connection& connection) {
  Instant last;
  JournalQuery query;
  query.newest_first = true;
  query.rows = 1;
  read_entries(connection, Scope::country(), query, [&](const JournalEntry& entry) { last = entry.at; }, [](std::int64_t) {});
  return last;
}

[[noreturn]] void throw_lost_database(const DatabaseAddress& address, const StoreOptions& options) {
  const std::string name = address.kind == DatabaseKind::sqlite ? address.location : "PostgreSQL";
  throw StoreDamaged(refuse("store.database_missing", {name, options.key_file.string()}), name + " is empty or not there, and its key is");
}

/// Before anything is made: after it the file would be there.
void refuse_lost_file(const DatabaseAddress& address, const StoreOptions& options) {
  if (address.kind == DatabaseKind::sqlite && address.vfs.empty() && !std::filesystem::exists(address.location)) throw_lost_database(address, options);
}

void check_pages(Connection& connection) {
  std::string answer;
  connection.query("pragma quick_check(1)", {}, [&](Row row) { answer = std::get<std::string>(row[0]); });
  if (answer != "ok") throw StoreDamaged(refuse("store.damaged", {answer}), answer);
}

}  // namespace

/// Made from top to bottom, taken down from bottom to top: the queue is written before anything it needs goes.
struct Store::Parts {
  DatabaseAddress address;
  std::optional<DirectoryLock> lock;
  std::unique_ptr<Cipher> cipher;
  std::optional<StoreContents> contents;
  std::optional<Catalog> beside;  ///< the program's tables, of a store without contents
  std::optional<IdSource> ids;
  std::optional<ReaderPool> readers;
  std::optional<GroupCommit> group;
};

std::unique_ptr<Store> Store::open(StoreOptions options, const Clock& clock, Random& random, std::vector<TableDefinition> tables,
                                   const Progress& progress) {
  Result<DatabaseAddress> address = DatabaseAddress::parse(options.database);
  if (!address) throw StoreFailure(address.error(), options.database);
  auto parts = std::make_unique<Parts>();
  parts->address = std::move(*address);
  if (parts->address.kind == DatabaseKind::sqlite) parts->lock.emplace(parts->address.directory(), clock.now());

  const bool key_there = !options.make_new && std::filesystem::exists(options.key_file);
  if (key_there) refuse_lost_file(parts->address, options);
  std::unique_ptr<Connection> connection = connect(parts->address, ConnectionUse::writing);
  if (key_there && database_empty(*connection)) throw_lost_database(parts->address, options);
  if (parts->address.kind == DatabaseKind::sqlite) {
    check_pages(*connection);
    if (parts->address.vfs.empty()) parts->address.file = FileIdentity::of(parts->address.location);
  }
  keep_extension_columns(*connection, tables);
  Catalog catalog(std::move(tables));
  migrate(*connection, catalog, clock, progress);
  parts->cipher = open_cipher(*connection, options.cipher, options.key_file, clock, random);
  parts->contents.emplace(std::move(catalog), RowCodec(*parts->cipher, random));
  for (const auto& [name, table] : parts->contents->catalog.tables()) {
    // Found once and for all: else each start would read every row to see that nothing is missing.
    const RowCodec& codec = parts->contents->codec;
    if (const std::string step = words_step(table); !step.empty()) apply_once(*connection, step, clock, [&, &of = table] { fill_search_words(*connection, of, codec); });
    for (const std::string& column : table.definition().tailed)
      apply_once(*connection, "tails of " + name + "." + column, clock, [&, &of = table] { fill_tails(*connection, of, codec, column); });
  }
  parts->ids.emplace(clock, options.node);
  parts->ids->raise_above(last_change(*connection));
  parts->readers.emplace(parts->address, options.readers);
  const BatchContext context{*parts->contents, *parts->ids, clock, options.seal};
  parts->group.emplace(std::make_unique<Writer>(parts->address, std::make_unique<WritingConnection>(std::move(connection)), context), options.group);
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

std::unique_ptr<Store> Store::open_beside(const std::string& database, std::vector<TableDefinition> tables, int readers) {
  Result<DatabaseAddress> address = DatabaseAddress::parse(database);
  if (!address) throw StoreFailure(address.error(), database);
  auto parts = std::make_unique<Parts>();
  parts->address = std::move(*address);
  if (!tables.empty()) parts->beside.emplace(std::move(tables));
  parts->readers.emplace(parts->address, readers);
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

void Store::write(Actor actor, Command command, Done done) {
  CHECK(parts_->group.has_value());
  parts_->group->submit({std::move(actor), std::move(command), std::move(done)});
}

WriteOutcome Store::write(Actor actor, Command command) { return write_and_wait({std::move(actor), std::move(command), {}}); }

void Store::write(const Acting& acting, Command command, Done done) {
  CHECK(parts_->group.has_value());
  parts_->group->submit({acting.actor, std::move(command), std::move(done), acting.scope});
}

WriteOutcome Store::write(const Acting& acting, Command command) { return write_and_wait({acting.actor, std::move(command), {}, acting.scope}); }

WriteOutcome Store::write_and_wait(PendingCommand pending) {
  CHECK(parts_->group.has_value() && !parts_->group->on_writer_thread());
  // The fiber waits and its thread goes on with others, whose exceptions must not mix with one that is being handled here.
  CHECK(std::current_exception() == nullptr && std::uncaught_exceptions() == 0);
  // Owned by the command as well: the writer may still be within set_value() when the one who waited has gone on.
  const auto answer = std::make_shared<boost::fibers::promise<WriteOutcome>>();
  boost::fibers::future<WriteOutcome> outcome = answer->get_future();
  pending.done = [answer](WriteOutcome known) { answer->set_value(std::move(known)); };
  parts_->group->submit(std::move(pending));
  return outcome.get();
}

CommitSignal& Store::commits() {
  CHECK(parts_->group.has_value());
  return parts_->group->commits();
}

std::int64_t Store::journal_head() {
  return read([](Snapshot& snapshot) { return snapshot.journal_head().sequence; });
}

JournalCheck Store::verify_journal(const JournalAnchor& anchor, const Progress& progress) {
  ReaderPool::Lease lease = lease_connection();
  return store::verify_journal(lease.connection(), anchor, progress);
}

RowCheck Store::verify_rows(const Progress& progress) {
  ReaderPool::Lease lease = lease_connection();
  return store::verify_rows(lease.connection(), catalog(), progress);
}

Verification Store::verify(const JournalAnchor& anchor, const Progress& progress) {
  ReaderPool::Lease lease = lease_connection();
  Verification found;
  found.journal = store::verify_journal(lease.connection(), anchor, progress);
  if (found.journal.intact()) found.rows = store::verify_rows(lease.connection(), catalog(), progress);
  return found;
}

const Catalog* Store::catalog() const {
  if (parts_->contents) return &parts_->contents->catalog;
  return parts_->beside ? &*parts_->beside : nullptr;
}

std::int64_t Store::schema_number() {
  ReaderPool::Lease lease = lease_connection();
  return store::schema_number(lease.connection());
}

std::int64_t Store::new_id() { return parts_->ids->next(); }

ReaderPool::Lease Store::lease_connection() { return parts_->readers->open(); }
const StoreContents& Store::contents() const {
  CHECK(parts_->contents.has_value());
  return *parts_->contents;
}
const DatabaseAddress& Store::address() const { return parts_->address; }

}  // namespace laoyou::store
