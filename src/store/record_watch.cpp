#include "store/record_watch.h"

#include <algorithm>

namespace laoyou::store {

std::int64_t RecordWatch::as_of(const Snapshot& snapshot) {
  // After a large import it is cheaper to take everything for changed than to look at each entry.
  constexpr std::int64_t k_entries_max = 1000;
  const std::int64_t head = snapshot.journal_head().sequence;
  std::int64_t from = 0;
  {
    const std::scoped_lock lock(mutex_);
    if (seen_ < 0) seen_ = last_change_ = head;
    if (head <= seen_) return followed(head);
    from = seen_;
  }
  const std::int64_t changed = head - from > k_entries_max ? head : snapshot.last_change(records_, from);
  const std::scoped_lock lock(mutex_);
  if (head > seen_) {
    last_change_ = std::max(last_change_, changed);
    seen_ = head;
  }
  return followed(head);
}

}  // namespace laoyou::store
