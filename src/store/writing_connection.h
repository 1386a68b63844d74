// The writer's connection: it remembers, for as long as a transaction is open, the rows that were read or changed by their id, and the answers to questions
// about tables that have not been changed since. Nobody else changes rows meanwhile: SQLite has one writer, and on PostgreSQL all wait for the journal's
// head. So a row is asked for once, and a question put once, however many commands and checks need it.
#pragma once

#include <map>
#include <memory>
#include <unordered_map>

#include "store/insert_rows.h"
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
/// The rows of an answer, in its order.
using KnownRows = std::vector<KnownRowPtr>;
using KnownRowsPtr = std::shared_ptr<const KnownRows>;

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

  /// What a question about this table was answered since it was last changed; null when it is not known.
  KnownRowsPtr answer(const Table& table, const std::string& question) const;
  /// `changes_before`: changes() when the question was put; an answer that was overtaken meanwhile is not remembered.
  void remember_answer(const Table& table, std::string question, KnownRows rows, std::uint64_t changes_before);
  /// How many changes there were so far, undone ones among them.
  std::uint64_t changes() const { return changes_; }

  /// Changes exactly so many rows of the table, now or together with the next question; null: a table that no command asks.
  void change(const Table* table, const std::string& sql, Row parameters, std::size_t rows, const Posting::OnDuplicate& on_duplicate);
  /// The statements that add rows to the table, made once.
  const RowInserter& inserter(const Table& table);
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
  void forget();

  std::unique_ptr<Connection> inner_;
  Posting* posting_;  ///< of inner_, where it can
  std::unordered_map<Key, KnownRowPtr, KeyHash> rows_;
  std::map<const Table*, std::unordered_map<std::string, KnownRowsPtr>> answers_;
  std::size_t answers_kept_ = 0;
  std::uint64_t changes_ = 0;
  std::map<const Table*, RowInserter> inserters_;
  std::map<const Table*, std::vector<DatedBy>> dated_;
  std::map<const Table*, std::vector<Referrer>> referrers_;
};

/// The connection that a command changes rows by: nobody but the writer does.
WritingConnection& writers(Connection& connection);
/// The id that a filter asks for and nothing else; nothing when it asks for more.
std::optional<std::int64_t> only_id(const Filter& filter);

}  // namespace laoyou::store
