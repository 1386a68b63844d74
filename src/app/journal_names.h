// The names behind the journal's keys: indicators and plans by what is in force, accounts by their record.
#pragma once

#include "accounts/room.h"
#include "audit/names.h"
#include "plan/answers/room.h"

namespace laoyou::app {

/// Everything outlives what is returned.
audit::Names journal_names(const accounts::Accounts& accounts, const plan::RunningPlans& plans);

}  // namespace laoyou::app
