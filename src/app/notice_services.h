// What the room of notices asks of accounts and regions.
#pragma once

#include "accounts/room.h"
#include "notices/room.h"
#include "plan/stack/running_plans.h"

namespace laoyou::app {

/// Everything outlives the answer.
notices::Services notice_services(store::Store& store, const accounts::Accounts& accounts, const plan::RunningPlans& plans);

}  // namespace laoyou::app
