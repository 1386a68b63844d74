// The plan room (方案): plans in force, their indicators with reported values, and the regions they speak of. Its public face.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "facts/facts_keeper.h"
#include "http/event_hub.h"
#include "http/route.h"
#include "papers/room.h"
#include "plan/answers/kept_answers.h"
#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::plan {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  RunningPlans& plans;
  http::EventHub& events;
  const laoyou::facts::FactsKeeper& facts;
  /// What people call an account; empty for an unknown one.
  std::function<std::string(std::int64_t account)> display_name;
  /// Prints a paper that anyone can verify (papers/room.h).
  std::function<papers::Issued(const print::Paper&)> print_with_code;
  std::shared_ptr<KeptAnswers> kept = std::make_shared<KeptAnswers>();
};

/// /api/plans…, /api/readings…, /api/regions…, /api/public/plans…, /api/events
http::RouteTable routes(Services services);

}  // namespace laoyou::plan
