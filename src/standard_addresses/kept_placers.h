// What places addresses, kept for the pages of the worklist and for what changes: a city's standard addresses are read and indexed once, not for each question.
#pragma once

#include <list>
#include <mutex>

#include "standard_addresses/match_addresses.h"
#include "store/record_watch.h"

namespace laoyou::standard_addresses {

/// The cities asked last; of a million standard addresses one takes about 250 MB. Safe across threads.
class KeptPlacers {
 public:
  /// Of a city's standard addresses as the snapshot has them on that day. Throws StoreUnavailable.
  std::shared_ptr<const Placer> at(const store::Snapshot& snapshot, const std::shared_ptr<const regions::RegionTree>& tree, RegionCode city, Date day);
  /// A number for the state of all standard addresses, see RecordWatch; costs one row.
  std::int64_t state_of_base(const store::Snapshot& snapshot) { return watch_.as_of(snapshot); }

 private:
  struct Key {
    std::shared_ptr<const regions::RegionTree> tree;
    RegionCode city;
    Date day;
    std::int64_t change = 0;  ///< see RecordWatch
    bool operator==(const Key&) const = default;
  };

  std::mutex mutex_;  // held while one is made: whoever asks meanwhile waits for the same
  store::RecordWatch watch_{{"standard_address"}};
  std::list<std::pair<Key, std::shared_ptr<const Placer>>> kept_;  ///< the one asked last first
};

}  // namespace laoyou::standard_addresses
