// Records with acts of their own that the decisions of a procedure may carry out.
#pragma once

#include "procedures/check_procedure.h"

namespace laoyou::plan {

/// Subsidy runs (funds::SubsidyRun): those of their acts (funds::RunAct) that a decision may carry out, and what lets an account do them, in a case or without one:
/// funds::open_acts() asks here.
const procedures::ActedRecord& subsidy_runs();

}  // namespace laoyou::plan
