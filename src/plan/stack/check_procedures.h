// The procedures of a stacked plan, held against its roles and the registers.
#pragma once

#include "plan/stack/plan.h"

namespace laoyou::plan {

/// Checks every procedure of the plan and makes its form's rules ready. `schema`: what the plan's rules know. Refusals carry "path:line:column".
void check_procedures(Plan& plan, const rules::Schema& schema, Refusals& refusals);

}  // namespace laoyou::plan
