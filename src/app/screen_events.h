// Tells open screens what has changed, whoever changed it: this server, another one, a command.
#pragma once

#include <set>
#include <string>

#include "http/event_hub.h"
#include "store/follower.h"

namespace laoyou::app {

/// Subscribes to the follower; told once a look for each plan and place, so that an import of many values is no storm. Outlives the follower's thread.
class ScreenEvents {
 public:
  ScreenEvents(store::Follower& follower, http::EventHub& hub);

 private:
  void publish();

  http::EventHub& hub_;
  std::set<std::pair<std::string, RegionCode>> values_;  ///< plan and place of reported values that changed, not told yet
};

}  // namespace laoyou::app
