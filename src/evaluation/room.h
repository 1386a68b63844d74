// The room of yearly evaluations (年度评价): each place's own report, its points by the plan's criteria, the review, ranks, objections and what is
// published. Its public face.
#pragma once

#include <memory>
#include <vector>

#include "collection/collection.h"
#include "evaluation/requests.h"
#include "facts/facts_keeper.h"
#include "http/route.h"
#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::evaluation {

/// The registers of rounds, places and evidence.
std::vector<collection::Collection> collections();
/// The table beside them.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  plan::RunningPlans& plans;
  const facts::FactsKeeper& facts;
};

/// /api/plans/{plan}/evaluations…, /api/public/plans/{plan}/evaluations
http::RouteTable routes(const Services& services);

}  // namespace laoyou::evaluation
