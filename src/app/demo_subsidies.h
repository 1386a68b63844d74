// Made-up payments of a subsidy: accounts, a month that was paid out, and one that waits for approval with payments held back.
#pragma once

#include "funds/prepare_run.h"
#include "ledger/ledger.h"

namespace laoyou::app {

/// Pays the plan's allowance for great age for the last two whole months before `today`, unless the plan's place has runs already. How many runs were made.
Result<int> fill_subsidies(store::Store& store, ledger::Ledger& ledger, const std::shared_ptr<const plan::Plan>& plan, Date today);

}  // namespace laoyou::app
