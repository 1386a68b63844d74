// The room of benefits (政策找人): which policies, subsidies and reliefs hold for whom, for everyone who asks and for those in the registers; and who is entitled to one
// and has not asked for it. Its public face.
#pragma once

#include <functional>
#include <set>

#include "facts/facts_keeper.h"
#include "http/route.h"
#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::benefits {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  plan::RunningPlans& plans;
  const facts::FactsKeeper& facts;
  /// The subjects (ids of `record` as text) for whom a case of this procedure runs or ended well, within a place.
  std::function<std::set<std::string>(store::Snapshot&, const std::string& procedure, const std::string& record, RegionCode within)> asked_for;
};

/// /api/public/plans/{plan}/benefits, /api/plans/{plan}/benefits…
http::RouteTable routes(Services services);

}  // namespace laoyou::benefits
