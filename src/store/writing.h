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
  Writing(Connection& connection, const StoreContents& contents, IdSource& ids, const Actor& actor, const Scope& scope, Instant now, std::vector<JournalEntry>& entries)
      : Snapshot(connection, contents), ids_(ids), actor_(actor), scope_(scope), now_(now), entries_(entries) {}

  const Actor& actor() const { return actor_; }
  /// Where, and whose, the records must be that this command changes.
  const Scope& scope() const { return scope_; }
  /// When the command began.
  Instant now() const { return now_; }
  /// An id no record anywhere has.
  template <record::Described T>
  Id<T> new_id() {
    return {ids_.next()};
  }

  // What the store does not take ends the command with a refusal: "store.duplicate" (a unique index), "scope.outside", "record.changed" (the record
  // has another version than the one given), "reference.not_found" (an id it did not hold before and that is not there within the scope; 0 names nobody),
  // "reference.in_use" (others name the record to be removed), "records.dated_value" (a field that follows other records, given another value than
  // theirs), "records.day_ahead" (a dated value from a day to come).

  /// Adds a record whose id is new. Its version, where it has one, is 1.
  template <record::Described T>
  void insert(const T& record) {
    insert_row(table<T>(), cells(record));
  }
  /// Adds many at once, in this order, in few statements; none may name another of them.
  template <record::Described T>
  void insert_all(const std::vector<T>& records) {
    std::vector<std::vector<Cell>> rows;
    rows.reserve(records.size());
    for (const T& record : records) rows.push_back(cells(record));
    insert_rows(table<T>(), std::move(rows));
  }
  /// Puts the record in the place of the one with its id, which must be there; one that changes nothing leaves no journal entry. The version of a
  /// changed record is counted up.
  template <record::Described T>
  void update(const T& record) {
    update_row(table<T>(), cells(record));
  }
  /// Removes the record of that id, which must be there. The journal keeps what it was.
  template <record::Described T>
  void remove(Id<T> id) {
    remove_row(table<T>(), id.number);
  }

  // The same for a record known by its table alone; the cells are its own, in the order of its columns. Where those of the fields that plans add are
  // not given, a new record has none and a changed one keeps them.
  void insert_row(const Table& table, std::vector<Cell> plain);
  void insert_rows(const Table& table, std::vector<std::vector<Cell>> plain);
  void update_row(const Table& table, std::vector<Cell> plain);
  void remove_row(const Table& table, std::int64_t id);
  std::int64_t new_id_number() { return ids_.next(); }

  /// The same command without the bounds of its caller: for what the program itself writes beside the caller's change, such as a notice to somebody else.
  Writing beyond_scope() {
    static const Scope everywhere = Scope::country();
    return {connection_, contents_, ids_, actor_, everywhere, now_, entries_};
  }

 private:
  template <record::Described T>
  static std::vector<Cell> cells(const T& record) {
    std::vector<Cell> plain;
    record::to_cells(record, plain);
    return plain;
  }
  std::vector<Cell> checked_new_row(const Table& table, std::vector<Cell>& plain) const;
  void check_scope(const Table& table, const std::vector<Cell>& plain) const;
  void check_references(const Table& table, const std::vector<Cell>& plain, const std::vector<Cell>& before) const;
  void check_not_in_use(const Table& table, std::int64_t id) const;
  std::vector<Cell> row_as_it_stands(const Table& table, std::int64_t id) const;
  void run(const Table& table, const std::string& sql, Row parameters);
  void note(Action action, const Table& table, Row before, Row after);
  // dated_writing.cpp
  void settle_dated(const Table& table, const std::vector<Cell>& before, const std::vector<Cell>& after);
  void settle(const Table& table, const DatedValue& dated, std::int64_t id, const Cell* made);
  void check_dated(const Table& table, const std::vector<Cell>& before, const std::vector<Cell>& after) const;
  void replace_row(const Table& table, std::vector<Cell> before, std::vector<Cell> plain);

  IdSource& ids_;
  const Actor& actor_;
  const Scope& scope_;
  Instant now_;
  std::vector<JournalEntry>& entries_;
};

}  // namespace laoyou::store
