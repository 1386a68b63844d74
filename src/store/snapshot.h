// Reading records: one consistent snapshot, and a scope at every call.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/id.h"
#include "record/cells.h"
#include "store/filter.h"
#include "store/journal_rows.h"
#include "store/journal_shown.h"
#include "store/row_codec.h"
#include "store/scope.h"

namespace laoyou::store {

/// What all readings and writings of a store share; unchanging while it is open.
struct StoreContents {
  StoreContents(Catalog all_tables, RowCodec sealing) : catalog(std::move(all_tables)), codec(std::move(sealing)) {}
  Catalog catalog;
  RowCodec codec;
};

/// Lives as long as one call of Store::read or one command; not to be kept. Everything throws StoreUnavailable when the database fails and
/// record::DamagedCell when a row cannot be read back.
class Snapshot {
 public:
  Snapshot(Connection& connection, const StoreContents& contents) : connection_(connection), contents_(contents) {}
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  /// The record of that id, if it lies within the scope.
  template <record::Described T>
  std::optional<T> find(const Scope& scope, Id<T> id) const {
    return first<T>(scope, Filter().equals("id", id));
  }
  /// The records in the filter's order.
  template <record::Described T>
  std::vector<T> select(const Scope& scope, const Filter& filter = {}) const {
    std::vector<T> records;
    each<T>(scope, filter, [&](T record) { records.push_back(std::move(record)); });
    return records;
  }
  /// The first of them.
  template <record::Described T>
  std::optional<T> first(const Scope& scope, Filter filter) const {
    filter.page(filter.offset(), 1);
    std::optional<T> found;
    each<T>(scope, filter, [&](T record) { found = std::move(record); });
    return found;
  }
  /// Hands over each record in turn; `visit` must not read by the same filter meanwhile.
  template <record::Described T, class F>
  void each(const Scope& scope, const Filter& filter, F&& visit) const {
    each_row(table<T>(), scope, filter, [&](Row cells) { visit(record::from_cells<T>(cells)); });
  }
  /// How many there are, whatever the filter's page.
  template <record::Described T>
  std::int64_t count(const Scope& scope, const Filter& filter = {}) const {
    return count_rows(table<T>(), scope, filter);
  }
  /// How many there are for each value of an unsealed column, by rising value.
  template <record::Described T>
  std::vector<std::pair<Cell, std::int64_t>> count_by(const Scope& scope, const Filter& filter, std::string_view column) const {
    return count_groups(table<T>(), scope, filter, column);
  }

  /// Entries of the journal, oldest first unless asked otherwise. What this returns is a prefix of all that will ever be: no entry appears later among them.
  std::vector<JournalEntry> journal(const Scope& scope, const JournalQuery& query) const;
  /// How many entries there are, whatever the query's order, place and page.
  std::int64_t journal_count(const Scope& scope, const JournalQuery& query) const { return count_entries(connection_, scope, query); }
  /// What of an entry a person may be shown; see journal_shown.h.
  ShownEntry shown_entry(const JournalEntry& entry) const { return store::shown_entry(contents_.catalog, entry); }
  JournalHead journal_head() const { return read_head(connection_, HeadLock::none); }
  /// Sequence of the last entry after `after_sequence` that is about one of these records; 0 when there is none.
  std::int64_t last_change(const std::vector<std::string>& records, std::int64_t after_sequence) const {
    return store::last_change(connection_, records, after_sequence);
  }
  /// The record that a journal entry's before or after holds, sealed fields opened.
  template <record::Described T>
  T record_of(std::string_view row_json) const {
    return record::from_cells<T>(contents_.codec.plain(table<T>(), RowCodec::from_json(table<T>(), row_json)));
  }

  // The same for a record known by its table alone; its own cells, in the order of its columns.
  const Catalog& catalog() const { return contents_.catalog; }
  void each_row(const Table& table, const Scope& scope, const Filter& filter, const RowVisitor& visit_plain) const;
  std::int64_t count_rows(const Table& table, const Scope& scope, const Filter& filter) const;
  std::optional<std::vector<Cell>> find_row(const Table& table, const Scope& scope, std::int64_t id) const;
  /// The record's cells that a journal entry's before or after holds.
  std::vector<Cell> cells_of(const Table& table, std::string_view row_json) const { return contents_.codec.plain(table, RowCodec::from_json(table, row_json)); }

 protected:
  template <record::Described T>
  const Table& table() const {
    return contents_.catalog.table(record::record_name<T>());
  }
  std::vector<std::pair<Cell, std::int64_t>> count_groups(const Table& table, const Scope& scope, const Filter& filter,
                                                          std::string_view column) const;

  Connection& connection_;
  const StoreContents& contents_;
};

}  // namespace laoyou::store
