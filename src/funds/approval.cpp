#include "funds/approval.h"

#include "notices/tell.h"
#include "plan/stack/running_procedures.h"

namespace laoyou::funds {
namespace {

using store::Scope;
using store::Writing;

/// The run of that id within the caller's scope, where this case decides about it.
Result<SubsidyRun> run_of_case(Writing& writing, Id<SubsidyRun> id, std::int64_t case_id, const http::Caller* caller) {
  auto run = writing.find(Scope::country(), id);
  if (!run || (caller != nullptr && !caller->scope.contains(run->region))) return refuse("funds.run.not_found", {std::to_string(id.number)});
  if (run->approval_case != case_id) return refuse("funds.other_case");
  return *run;
}

}  // namespace

std::shared_ptr<const procedures::Procedure> approval_procedure(const plan::RunningPlans& plans, const SubsidyRun& run) {
  for (const auto& procedure : plan::procedures_for(plans.current(), run.region, run.made_at.beijing_day()))
    if (procedure->decides_about && procedure->decides_about->record == record::record_name<SubsidyRun>()) return procedure;
  return nullptr;
}

bool belongs_to_case(const SubsidyRun& run, RunAct act) {
  if (act == RunAct::withdrawn) return run.approval_case.has_value();
  // What was on its way when the plan got its procedure goes on as it began.
  if (!run.approval_case && run.state != RunState::draft) return false;
  return act == RunAct::county_agrees || act == RunAct::city_agrees || act == RunAct::finance_agrees || act == RunAct::returned;
}

Result<void> take_up_run(Writing& writing, Id<SubsidyRun> id, std::int64_t case_id, const http::Caller& caller) {
  auto run = writing.find(Scope::country(), id);
  if (!run || !caller.scope.contains(run->region)) return refuse("funds.run.not_found", {std::to_string(id.number)});
  if (run->approval_case && *run->approval_case != case_id) return refuse("funds.other_case");
  if (run->state != RunState::draft) return refuse("funds.act_not_open");
  run->approval_case = case_id;
  Writing wide = writing.beyond_scope();
  wide.update(*run);
  return {};
}

Result<void> decide_about_run(Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> id, std::int64_t case_id, RunAct act, const Acting& acting) {
  const auto run = run_of_case(writing, id, case_id, &acting.caller);
  if (!run) return run.error();
  Writing wide = writing.beyond_scope();
  const Result<void> done = act_on_run(wide, ledger, id, act, acting);
  // Who has the case next finds it in the worklist: the run itself waits for nobody.
  if (done && act != RunAct::finance_agrees) notices::settle(wide, notices::cause(*run), {"notice.run_waits"});
  return done;
}

Result<void> let_run_go(Writing& writing, Id<SubsidyRun> id, std::int64_t case_id) {
  auto run = run_of_case(writing, id, case_id, nullptr);
  if (!run) return {};
  if (run->state != RunState::draft && run->state != RunState::county && run->state != RunState::city) return {};
  Writing wide = writing.beyond_scope();
  if (run->state != RunState::draft) wide.insert(RunStep{wide.new_id<RunStep>(), run->region, run->id, RunAct::returned, writing.actor().account, writing.now(), std::nullopt});
  run->state = RunState::draft;
  run->approval_case.reset();
  wide.update(*run);
  return {};
}

}  // namespace laoyou::funds
