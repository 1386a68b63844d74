// Tasks and milestones of the running plans whose day comes near, told to those who report on them.
#pragma once

#include <vector>

#include "notices/tell.h"
#include "plan/stack/library.h"

namespace laoyou::plan {

/// What is told on that day: each task and milestone due within the next 30 days, to whoever reports values in the plan's region. Telling it again
/// another day tells nothing twice.
std::vector<notices::Told> due_notices(const Library& library, Date today);

/// Within one command: tells these, and settles those whose day is more than 30 days past, since a plan does not say whether its tasks are done.
void tell_due(store::Writing& writing, const Library& library, Date today);

}  // namespace laoyou::plan
