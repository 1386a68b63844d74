// A finished year of each yearly evaluation, for the demonstration.
#pragma once

#include "plan/stack/running_plans.h"
#include "store/store.h"

namespace laoyou::app {

/// Plays the year before last of every evaluation of the plan through the steps that people take, with made-up own points; nothing where it was
/// played already. How many years were played; refused as those steps are.
Result<int> fill_evaluations(store::Store& store, plan::RunningPlans& plans, const plan::Plan& plan, const Clock& clock);

}  // namespace laoyou::app
