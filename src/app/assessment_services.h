// What the room of assessments is given: the scales of the running plans and the names of places and people.
#pragma once

#include "accounts/room.h"
#include "assessments/room.h"
#include "plan/answers/room.h"

namespace laoyou::app {

/// Everything given outlives the services.
assessments::Services assessment_services(store::Store& store, accounts::Accounts& accounts, plan::RunningPlans& plans);

}  // namespace laoyou::app
