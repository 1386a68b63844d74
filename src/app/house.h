// All rooms, wired together: what a running server is made of. The only place where the rooms meet.
#pragma once

#include <memory>

#include "accounts/room.h"
#include "app/screen_events.h"
#include "audit/room.h"
#include "collection/room.h"
#include "facts/facts_keeper.h"
#include "notices/inbox_events.h"
#include "plan/room.h"

namespace laoyou::app {

class House {
 public:
  /// The plans are loaded already; everything outlives the house.
  House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random,
        accounts::PasswordCost password_cost = accounts::PasswordCost::interactive);

  ~House() { follower_.stop(); }
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  accounts::Accounts& accounts() { return accounts_; }
  http::EventHub& events() { return events_; }
  /// The routes of all rooms.
  http::RouteTable routes();
  /// From now on screens hear of changes and computed values follow the registers. `trouble` is told what hinders it, on a thread of its own.
  void follow(store::Follower::Trouble trouble = {}) { follower_.start(std::move(trouble)); }
  store::Follower& follower() { return follower_; }

 private:
  store::Store& store_;
  plan::RunningPlans& plans_;
  http::EventHub events_;
  store::Follower follower_;  ///< ended first in ~House, whatever its subscribers are made of
  facts::FactsKeeper facts_;
  ScreenEvents screen_events_;
  notices::InboxEvents inbox_events_;
  accounts::Accounts accounts_;
  collection::Registers registers_;
  collection::Services register_services_;
};

}  // namespace laoyou::app
