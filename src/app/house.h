// All rooms, wired together: what a running server is made of. The only place where the rooms meet.
#pragma once

#include <memory>

#include "accounts/room.h"
#include "audit/room.h"
#include "plan/room.h"

namespace laoyou::app {

class House {
 public:
  /// The plans are loaded already; everything outlives the house.
  House(store::Store& store, plan::RunningPlans& plans, const Clock& clock, Random& random,
        accounts::PasswordCost password_cost = accounts::PasswordCost::interactive);

  accounts::Accounts& accounts() { return accounts_; }
  http::EventHub& events() { return events_; }
  /// The routes of all rooms.
  http::RouteTable routes();

 private:
  store::Store& store_;
  plan::RunningPlans& plans_;
  http::EventHub events_;
  accounts::Accounts accounts_;
};

}  // namespace laoyou::app
