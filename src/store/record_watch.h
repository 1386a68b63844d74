// Knowing whether records have changed without reading them: for whoever keeps something that was made from them.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "store/snapshot.h"

namespace laoyou::store {

/// Follows the journal for some kinds of records; what another server on the same database has written counts as well. Safe across threads.
class RecordWatch {
 public:
  /// `records` by their names in the journal.
  explicit RecordWatch(std::vector<std::string> records) : records_(std::move(records)) {}

  /// A number n, so that this reading sees the records as the journal's entry n left them: two readings with the same number see the same.
  /// The reverse need not hold. Costs one row of the database, and the entries since the last call when there are any.
  std::int64_t as_of(const Snapshot& snapshot);

 private:
  /// For a reading that ends at `head`, which is no later than what has been followed.
  std::int64_t followed(std::int64_t head) const { return head < last_change_ ? head : last_change_; }

  const std::vector<std::string> records_;
  std::mutex mutex_;
  std::int64_t seen_ = -1;         ///< the journal is followed up to this entry; before the first call it is not
  std::int64_t last_change_ = -1;  ///< nothing of the records changed after this entry, up to seen_
};

}  // namespace laoyou::store
