// The finder of a running server: filled from the register when it is first asked, then kept by the journal.
#pragma once

#include <map>

#include "feeds/person_finder.h"
#include "registry/resident.h"
#include "store/follower.h"

namespace laoyou::feeds {

/// What is compared of a resident who lives at this address.
PersonText person_text(const registry::Resident& resident, const std::string& address);

/// Safe across threads.
class PeopleIndex {
 public:
  /// `store` outlives it; the follower is started later and ends before it.
  PeopleIndex(store::Store& store, store::Follower& follower);

  /// The finder with all residents of this moment; the first call reads them. Throws StoreUnavailable.
  PersonFinder& finder();

 private:
  void take(const store::JournalEntry& entry);
  void put(const registry::Resident& resident);

  store::Store& store_;
  std::mutex loading_;
  std::mutex mutex_;
  std::unique_ptr<PersonFinder> finder_;
  std::int64_t sequence_ = 0;  ///< the last journal entry taken in
  std::map<std::int64_t, std::string> addresses_;  ///< by household
};

}  // namespace laoyou::feeds
