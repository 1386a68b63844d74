// One change of one record as a program reads it: the record before and after, sealed fields opened.
#pragma once

#include <optional>

#include "store/snapshot.h"

namespace laoyou::store {

template <record::Described T>
struct Change {
  const JournalEntry& entry;
  std::optional<T> before;  ///< nothing for an insert
  std::optional<T> after;   ///< nothing for a removal
};

/// Own cells of the record that a journal entry's before or after holds. Throws record::DamagedCell.
inline std::vector<Cell> opened_cells(const StoreContents& contents, const Table& table, std::string_view row_json) {
  return contents.codec.plain(table, RowCodec::from_json(table, row_json));
}

/// The change that an entry about a record T tells of. Throws record::DamagedCell.
template <record::Described T>
Change<T> opened_change(const StoreContents& contents, const JournalEntry& entry) {
  const Table& table = contents.catalog.table(record::record_name<T>());
  Change<T> change{entry, std::nullopt, std::nullopt};
  if (entry.before) change.before = record::from_cells<T>(opened_cells(contents, table, *entry.before));
  if (entry.after) change.after = record::from_cells<T>(opened_cells(contents, table, *entry.after));
  return change;
}

}  // namespace laoyou::store
