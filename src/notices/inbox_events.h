// Tells open screens that an inbox has changed: one more notice, one settled, one put away on another screen.
#pragma once

#include <optional>
#include <set>

#include "http/event_hub.h"
#include "notices/records.h"
#include "store/follower.h"

namespace laoyou::notices {

/// Subscribes to the follower; told once a look for each reader or place. Outlives the follower's thread.
class InboxEvents {
 public:
  InboxEvents(store::Follower& follower, http::EventHub& hub);

 private:
  void publish();

  http::EventHub& hub_;
  std::set<std::int64_t> accounts_;  ///< whose own notices changed
  std::set<RegionCode> regions_;     ///< where notices to units and offices changed
};

}  // namespace laoyou::notices
