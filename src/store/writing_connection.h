// The writer's connection: it remembers, for as long as a transaction is open, the rows that were read or changed by their id. Nobody else changes rows
// meanwhile: SQLite has one writer, and on PostgreSQL all wait for the journal's head. So a row is asked for once, however many commands and checks
// need it.
#pragma once

#include <map>
#include <memory>
#include <unordered_map>

#include "store/posting.h"
#include "store/snapshot.h"

namespace laoyou::store {

/// A row as it stands in the open transaction.
class KnownRow {
 public:
  explicit KnownRow(std::vector<Cell> stored) : stored_(std::move(stored)) {}
  const std::vector<Cell>& stored() const { return stored_; }
  /// The record's own cells, opened when they are first asked for.
  const std::vector<Cell>& plain(const StoreContents& contents, const Table& table) const;

 private:
  std::vector<Cell> stored_;
  mutable std::vector<Cell> plain_;
};
using KnownRowPtr = std::shared_ptr<const KnownRow>;

class WritingConnection final : public Connection {
 public:
  explicit WritingConnection(std::unique_ptr<Connection> inner);
  /// The same connection where it is the writer's; null for readers'.
  static WritingConnection* of(Connection& connection) { return dynamic_cast<WritingConnection*>(&connection); }

  DatabaseKind kind() const override { return inner_->kind(); }
  void execute(const std::string& statements) override;
  std::int64_t run(const std::string& sql, Row parameters = {}) override { return inner_->run(sql, parameters); }
  void query(const std::string& sql, Row parameters, const RowVisitor& visit) override { inner_->query(sql, parameters, visit); }
  void commit() override;
  void rollback() noexcept override;
  bool transaction_sound() const override { return inner_->transaction_sound(); }
  void check_present() override { inner_->check_present(); }
  bool usable() const override { return inner_->usable(); }

  /// The row of that id; null when there is none.
  KnownRowPtr row(const Table& table, std::int64_t id);
  /// The same of one that a list has just found.
  KnownRowPtr keep(const Table& table, Row stored);
  /// What was read or made otherwise; `remember` an empty row to forget it.
  void remember(const Table& table, std::int64_t id, std::vector<Cell> stored);

  /// Changes exactly one row, now or together with the next question.
  void change(const std::string& sql, Row parameters, const Posting::OnDuplicate& on_duplicate);
  /// A command's savepoint: set, let go with all answers taken in, undone with all that is remembered.
  void begin_command();
  void keep_command();
  void undo_command();

  /// What the catalog says of a table, looked up once.
  const std::vector<DatedBy>& dated_of(const Catalog& catalog, const Table& table);
  const std::vector<Referrer>& referrers(const Catalog& catalog, const Table& table);

 private:
  using Key = std::pair<const Table*, std::int64_t>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return std::hash<const void*>()(key.first) ^ (std::hash<std::int64_t>()(key.second) * 31); }
  };

  void make_room();

  std::unique_ptr<Connection> inner_;
  Posting* posting_;  ///< of inner_, where it can
  std::unordered_map<Key, KnownRowPtr, KeyHash> rows_;
  std::map<const Table*, std::vector<DatedBy>> dated_;
  std::map<const Table*, std::vector<Referrer>> referrers_;
};

/// The connection that a command changes rows by: nobody but the writer does.
WritingConnection& writers(Connection& connection);
/// The id that a filter asks for and nothing else; nothing when it asks for more.
std::optional<std::int64_t> only_id(const Filter& filter);

}  // namespace laoyou::store
