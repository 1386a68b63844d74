// The room of exchange (数据交换): indicators' values out to and in from statistical systems. Its public face.
#pragma once

#include <functional>

#include "facts/facts_keeper.h"
#include "http/route.h"
#include "plan/answers/requests.h"
#include "plan/stack/running_plans.h"
#include "store/acting.h"
#include "store/store.h"

namespace laoyou::exchange {

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  plan::RunningPlans& plans;
  const facts::FactsKeeper& facts;
  /// Takes a sheet of reported values, which is the body of the context, as reporters send it.
  std::function<CheckedResult<plan::ImportSummary>(const store::Acting&, const plan::ImportReadingsRequest&, std::string_view sheet)> import;
};

/// GET and POST /api/plans/{plan}/data-values
http::RouteTable routes(Services services);

}  // namespace laoyou::exchange
