// The procedures of a stacked plan, held against its roles and the registers.
#pragma once

#include "plan/stack/plan.h"

namespace laoyou::plan {

/// Checks every procedure of the plan and makes its form's rules ready. Refusals carry "path:line:column".
void check_procedures(Plan& plan, Refusals& refusals);

}  // namespace laoyou::plan
