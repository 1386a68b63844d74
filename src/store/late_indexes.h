// Indexes that are made when the rows are in: each row of a large fill would otherwise go to a place of its own in every index, and each of these pages to the
// disk with every commit. What is indexed at the end is sorted once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/store.h"

namespace laoyou::store {

/// From its making until make() those of the named records' tables that were empty have no indexes, but for those by which dated values are found while rows are written. Only on
/// SQLite, where nobody else has the database; on PostgreSQL nothing is done. Whoever fills tables so sees to it that unique values are unique: make() is the
/// first to find out. Nothing is lost when the program ends before: the next Store::open() makes the indexes that are missing.
class LateIndexes {
 public:
  /// Nothing may be queued in the store. Throws StoreUnavailable.
  LateIndexes(Store& store, const std::vector<std::string>& records);
  /// Makes the indexes; what was written is to have landed. Throws StoreUnavailable, DuplicateKey.
  void make();

 private:
  void take_away(const Table& table);

  std::unique_ptr<Connection> connection_;
  std::vector<const Table*> tables_;  ///< that want their indexes
};

}  // namespace laoyou::store
