// What the room of budgets is given: names, and what the running plans want of the shares of money.
#pragma once

#include "accounts/room.h"
#include "budgets/room.h"
#include "plan/answers/room.h"
#include "prices/room.h"

namespace laoyou::app {

/// Everything given outlives the services.
budgets::Services budget_services(store::Store& store, ledger::Ledger& ledger, accounts::Accounts& accounts, plan::RunningPlans& plans);

/// Likewise for prices: the ceiling is the standard "inclusive_price_ceiling" of the nearest plan that has one.
prices::Services price_services(store::Store& store, plan::RunningPlans& plans);

/// For each plan of the place (the nearest first) whose indicators are shares of fund use: its own rule over these uses, as if each were one record of the
/// register, for what is budgeted and for what is spent.
std::vector<budgets::ShareTest> share_tests(const plan::Library& library, RegionCode place, std::int32_t year, const std::vector<budgets::BudgetUse>& uses);

}  // namespace laoyou::app
