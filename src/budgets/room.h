// The room of budgets (预算): lines of a year, what was reserved, committed and spent of each, and what plans want of it. Its public face; what other rooms
// do with a line is in lines.h.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "budgets/requests.h"
#include "http/route.h"
#include "ledger/ledger.h"
#include "store/store.h"

namespace laoyou::budgets {

std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  ledger::Ledger& ledger;
  std::function<std::string(RegionCode)> region_name;
  std::function<std::string(std::int64_t account)> account_name;
  /// What the plans of a place want of the shares of money in a year, held against these uses.
  std::function<std::vector<ShareTest>(RegionCode, std::int32_t year, const std::vector<BudgetUse>&)> share_tests;
};

/// /api/budgets…
http::RouteTable routes(const Services& services);

}  // namespace laoyou::budgets
