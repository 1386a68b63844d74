// An address that is typed in, changed or read from a sheet is placed at once, without waiting for the night; so is one that a clerk gives back to the program.
#pragma once

#include "base/clock.h"
#include "standard_addresses/kept_placers.h"
#include "standard_addresses/subjects.h"
#include "store/change_queue.h"
#include "store/follower.h"

namespace laoyou::standard_addresses {

/// Places by the same rules as match_addresses(), one record at a time: a clerk's choice stays while the address is the same, what has ended is placed no more, and
/// where a county has no standard addresses nothing is. What comes while 20,000 wait is placed at night.
class NewAddresses {
 public:
  /// A record whose address is to be placed. Where it is placed already it stays, unless it is to be placed anew; a clerk's choice stays either way.
  struct Changed {
    AddressOwner owner = AddressOwner::household;
    std::int64_t record = 0;
    bool anew = false;
  };
  using Regions = std::function<std::shared_ptr<const regions::RegionTree>()>;
  /// All outlive it; made before the follower is started.
  NewAddresses(store::Store& store, const Clock& clock, KeptPlacers& placers, Regions regions, store::Follower& follower, std::function<void(const std::string& what)> trouble);

  /// Places these now, some hundreds in a command. Throws StoreUnavailable.
  void place(const std::vector<Changed>& changed);
  /// Waits until none waits; for tests.
  void wait() { queue_.wait(); }

 private:
  using Queue = store::ChangeQueue<Changed>;
  using Placers = std::map<RegionCode, std::shared_ptr<const Placer>>;  ///< by city
  template <class T>
  void follow(store::Follower& follower, AddressOwner owner);
  bool place_by_one_base(const std::vector<Changed>& changed);
  static void renew(store::Writing& writing, const Placers& placers, const Changed& changed, Date day);

  store::Store& store_;
  const Clock& clock_;
  KeptPlacers& placers_;
  Regions regions_;
  Queue queue_;
};

}  // namespace laoyou::standard_addresses
