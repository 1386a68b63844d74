// The room of what-if (测算): a plan's figures and rules changed on trial, what that costs and whom it reaches, kept as proposals and carried into the
// plan by those who may. Its public face.
#pragma once

#include <functional>

#include "facts/facts_keeper.h"
#include "http/route.h"
#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::whatif {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  plan::RunningPlans& plans;
  const facts::FactsKeeper& facts;
  /// What people call an account; empty for an unknown one.
  std::function<std::string(std::int64_t account)> display_name;
};

/// /api/plans/{plan}/what-if…, /api/proposals…
http::RouteTable routes(Services services);

}  // namespace laoyou::whatif
