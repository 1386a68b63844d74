// What a change of the base of standard addresses concerns is placed anew soon after it, without waiting for the night.
#pragma once

#include <set>

#include "standard_addresses/new_addresses.h"

namespace laoyou::standard_addresses {

/// Placed anew: what lies by a row that changed; within its city whatever waits for a clerk or lies only at its road. Of a county in which nothing lies yet, or of whose base
/// more than 2,000 rows change together, every address. An address that lies by another row, without doubt, is left to the night: a row beside it may make it doubtful.
class BaseChanges {
 public:
  /// All outlive it; made before the follower is started.
  BaseChanges(store::Store& store, const Clock& clock, NewAddresses& addresses, NewAddresses::Regions regions, store::Follower& follower, std::function<void(const std::string& what)> trouble);

  /// Waits until none waits; for tests.
  void wait() { queue_.wait(); }

 private:
  struct Rows {
    std::set<std::int64_t> ids;
    bool whole = false;
  };
  void take(RegionCode county, std::int64_t row);
  void work(RegionCode county);
  void place_whole(RegionCode county);
  std::vector<NewAddresses::Changed> concerned(RegionCode county, const Rows& rows) const;

  store::Store& store_;
  const Clock& clock_;
  NewAddresses& addresses_;
  NewAddresses::Regions regions_;
  std::mutex mutex_;
  std::map<RegionCode, Rows> waiting_;  ///< by county
  store::ChangeQueue<RegionCode> queue_;
};

}  // namespace laoyou::standard_addresses
