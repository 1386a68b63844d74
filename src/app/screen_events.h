// Tells open screens what has changed, whoever changed it: this server, another one, a command.
#pragma once

#include <set>
#include <string>

#include "http/event_hub.h"
#include "store/follower.h"

namespace laoyou::app {

/// Subscribes to the follower; told once a look for each plan and place, and for each register and place, so that an import of many rows is no storm.
/// Outlives the follower's thread.
class ScreenEvents {
 public:
  /// `registers` are the records whose lists may be open.
  ScreenEvents(store::Follower& follower, http::EventHub& hub, std::set<std::string, std::less<>> registers);

 private:
  void publish();

  http::EventHub& hub_;
  const std::set<std::string, std::less<>> registers_;
  // Not told yet: plan and place of reported values that changed, record and place of rows of registers.
  std::set<std::pair<std::string, RegionCode>> values_, rows_;
};

}  // namespace laoyou::app
