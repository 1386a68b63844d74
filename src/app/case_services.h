// What the room of cases is given: the running plans' procedures, the registers, and a way to tell people.
#pragma once

#include "accounts/room.h"
#include "cases/room.h"
#include "ledger/ledger.h"
#include "plan/answers/room.h"

namespace laoyou::app {

/// Everything given outlives the services.
cases::Services case_services(store::Store& store, Random& random, accounts::Accounts& accounts, plan::RunningPlans& plans, ledger::Ledger& ledger, const Clock& clock,
                              const std::vector<collection::Collection>& registers, const files::Services& files, std::function<std::string()> address_of_pages);

}  // namespace laoyou::app
