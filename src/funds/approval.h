// A run that is approved as a case (审批办件): where a plan has a procedure that decides about runs, county, city and finance agree there and nowhere else.
#pragma once

#include "funds/run_acts.h"
#include "plan/stack/running_plans.h"

namespace laoyou::funds {

/// The procedure that decides about such a run, in force on the day it was made; null: the plan has none, and the run's own page does.
std::shared_ptr<const procedures::Procedure> approval_procedure(const plan::RunningPlans& plans, const SubsidyRun& run);
/// Whether the act is the case's alone where there is such a procedure: agreements and the return; the withdrawal only once a case has taken the run up.
bool belongs_to_case(const SubsidyRun& run, RunAct act);

/// The case takes up a draft that no other case has. Refused as "funds.run.not_found", "funds.act_not_open" and "funds.other_case".
Result<void> take_up_run(store::Writing& writing, Id<SubsidyRun> run, std::int64_t case_id, const http::Caller& caller);
/// What its decision carries out, by the rules of act_on_run() and within the caller's scope. Refused as "funds.other_case" besides.
Result<void> decide_about_run(store::Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> run, std::int64_t case_id, RunAct act, const Acting& acting);
/// The case has ended: a run that it did not decide about is a draft again, for another case.
Result<void> let_run_go(store::Writing& writing, Id<SubsidyRun> run, std::int64_t case_id);

}  // namespace laoyou::funds
