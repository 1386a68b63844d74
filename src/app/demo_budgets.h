// Made-up budget lines for demonstration, so that the page of budgets has something to show. Every line is marked synthetic.
#pragma once

#include "ledger/ledger.h"
#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::app {

/// Opens lines of this year for the plan's place, some of them reserved, committed and spent, unless it has made-up lines already; how many. A plan of the
/// whole country has none.
Result<int> fill_budgets(store::Store& store, ledger::Ledger& ledger, const store::Actor& actor, const plan::Plan& plan);

}  // namespace laoyou::app
