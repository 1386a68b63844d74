// What procedures know of subsidy runs, held against what a run is and who may do what with it.
#include <gmock/gmock.h>

#include "funds/run_acts.h"
#include "plan/stack/acted_records.h"

namespace laoyou::funds {
namespace {

RunAct named(const std::string& act) { return record::Leaf<RunAct>::from_json_text(act).value(); }

/// Before which state of a run each act is done.
RunState before(RunAct act) {
  switch (act) {
    case RunAct::county_agrees:
    case RunAct::withdrawn: return RunState::draft;
    case RunAct::city_agrees:
    case RunAct::returned: return RunState::county;
    case RunAct::finance_agrees: return RunState::city;
    case RunAct::sent_to_bank: return RunState::approved;
    case RunAct::answer_read: return RunState::sent;
  }
  return RunState::draft;
}

std::vector<RunAct> open_with(RunAct act, powers::Powers powers) {
  SubsidyRun run;
  run.made_by = 1;
  run.state = before(act);
  http::Caller caller;
  caller.account = 2;
  caller.powers = powers;
  return open_acts(run, {}, caller);
}

}  // namespace

TEST(ActedRuns, WhatDecisionsCarryOutAreActsOfARunAndWhatFormsTakeOverAreItsFields) {
  const procedures::ActedRecord& runs = plan::subsidy_runs();
  EXPECT_EQ(runs.record, record::record_name<SubsidyRun>());
  for (const procedures::ActedRecord::Act& each : runs.acts) EXPECT_TRUE(record::Leaf<RunAct>::from_json_text(each.name)) << each.name;
  std::vector<std::string> fields;
  record::for_each_member<SubsidyRun>([&](std::size_t, std::string_view name, auto) { fields.emplace_back(name); });
  for (const std::string& field : runs.fields) EXPECT_THAT(fields, ::testing::Contains(field));
}

TEST(ActedRuns, AnyOfThePowersThatProceduresKnowIsEnoughForTheActAndNoOtherIs) {
  for (const procedures::ActedRecord::Act& each : plan::subsidy_runs().acts) {
    powers::Powers others;
    for (const powers::Power power : powers::Powers::all().list())
      if (std::find(each.powers.begin(), each.powers.end(), power) == each.powers.end())
        others.add(power);
      else
        EXPECT_THAT(open_with(named(each.name), {power}), ::testing::Contains(named(each.name))) << each.name;
    EXPECT_THAT(open_with(named(each.name), others), ::testing::Not(::testing::Contains(named(each.name)))) << each.name;
  }
}

TEST(ActedRuns, TheBankIsOnlySpokenToByWhoMayApprove) {
  for (const RunAct act : {RunAct::sent_to_bank, RunAct::answer_read}) {
    EXPECT_THAT(open_with(act, {powers::Power::funds_write}), ::testing::IsEmpty());
    EXPECT_THAT(open_with(act, {powers::Power::funds_approve}), ::testing::ElementsAre(act));
  }
}

}  // namespace laoyou::funds
