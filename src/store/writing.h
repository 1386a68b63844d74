// Changing records. Every change carries its journal entry in the same transaction; there is no other way to change a row.
#pragma once

#include <functional>

#include "base/clock.h"
#include "base/id.h"
#include "store/snapshot.h"

namespace laoyou::store {

/// What one command may do: read (its own changes included), insert, update, remove. Lives as long as the command.
class Writing : public Snapshot {
 public:
  /// Journal entries are appended to `entries`, numbered later.
  Writing(Connection& connection, const StoreContents& contents, IdSource& ids, const Actor& actor, Instant now, std::vector<JournalEntry>& entries)
      : Snapshot(connection, contents), ids_(ids), actor_(actor), now_(now), entries_(entries) {}

  const Actor& actor() const { return actor_; }
  /// When the command began.
  Instant now() const { return now_; }
  /// An id no record anywhere has.
  template <record::Described T>
  Id<T> new_id() {
    return {ids_.next()};
  }

  /// Adds a record whose id is new. A unique index that refuses becomes the command's refusal "store.duplicate".
  template <record::Described T>
  void insert(const T& record) {
    insert_row(table<T>(), cells(record));
  }
  /// Puts the record in the place of the one with its id, which must be there; one that changes nothing leaves no journal entry.
  template <record::Described T>
  void update(const T& record) {
    update_row(table<T>(), cells(record));
  }
  /// Removes the record of that id, which must be there. The journal keeps what it was.
  template <record::Described T>
  void remove(Id<T> id) {
    remove_row(table<T>(), id.number);
  }

 private:
  template <record::Described T>
  static std::vector<Cell> cells(const T& record) {
    std::vector<Cell> plain;
    record::to_cells(record, plain);
    return plain;
  }
  void insert_row(const Table& table, const std::vector<Cell>& plain);
  void update_row(const Table& table, const std::vector<Cell>& plain);
  void remove_row(const Table& table, std::int64_t id);
  std::vector<Cell> row_as_it_stands(const Table& table, std::int64_t id) const;
  void run(const Table& table, const std::string& sql, Row parameters);
  void note(Action action, const Table& table, Row before, Row after);

  IdSource& ids_;
  const Actor& actor_;
  Instant now_;
  std::vector<JournalEntry>& entries_;
};

}  // namespace laoyou::store
