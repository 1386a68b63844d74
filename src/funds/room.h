// The room of subsidy runs (补贴发放): from a rule to a paid amount that anyone can check, and back. Its public face.
#pragma once

#include <functional>
#include <memory>

#include "collection/collection.h"
#include "facts/facts_keeper.h"
#include "funds/records.h"
#include "http/route.h"
#include "jobs/room.h"
#include "ledger/ledger.h"
#include "plan/stack/running_plans.h"
#include "store/table_definition.h"

namespace laoyou::funds {

/// The tables of this room, those of its registers included.
std::vector<store::TableDefinition> tables();

/// Runs, payments, holds, undecided claims, corrections, recoveries and payees' accounts as registers.
std::vector<collection::Collection> collections();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  plan::RunningPlans& plans;
  const facts::FactsKeeper& facts;
  ledger::Ledger& ledger;
  jobs::Jobs& jobs;
  std::function<std::string(std::int64_t account)> account_name;
};

/// The long work of a run.
jobs::JobKind run_kind(const Services& services);

/// /api/subsidies…
http::RouteTable routes(const Services& services);

}  // namespace laoyou::funds
