// What the routes of subsidy runs are asked and what they answer.
#pragma once

#include "funds/differences.h"
#include "funds/records.h"

namespace laoyou::funds {

struct StartRunRequest {
  std::string plan, subsidy;
  Period period;
  std::optional<RegionCode> region;  ///< nothing: the plan's own
};
LAOYOU_RECORD(StartRunRequest, "start_run_request", plan, subsidy, period, region)

/// The run, whoever made it.
struct StartedRun {
  Id<SubsidyRun> run;
  bool made = false;  ///< false: it was there already
};
LAOYOU_RECORD(StartedRun, "started_run", run, made)

struct RunRequest {
  Id<SubsidyRun> id;
};
LAOYOU_RECORD(RunRequest, "run_request", id)

struct ActOnRunRequest {
  Id<SubsidyRun> id;
  RunAct act = RunAct::county_agrees;
  std::optional<std::string> note, exceed_reason;
};
LAOYOU_RECORD(ActOnRunRequest, "act_on_run_request", id, act, note, exceed_reason)

struct DecideHoldRequest {
  Id<PaymentHold> id;
  bool release = false;
  std::string note;
};
LAOYOU_RECORD(DecideHoldRequest, "decide_hold_request", id, release, note)

/// A subsidy that a plan says how to pay.
struct PayableSubsidy {
  std::string plan, subsidy, name;
  std::optional<std::string> every;
  RegionCode region;
  std::string region_name;
};
LAOYOU_RECORD(PayableSubsidy, "payable_subsidy", plan, subsidy, name, every, region, region_name)

struct PayableSubsidies {
  std::vector<PayableSubsidy> rows;
};
LAOYOU_RECORD(PayableSubsidies, "payable_subsidies", rows)

struct RunListLine {
  Id<SubsidyRun> id;
  std::string name, plan;
  Period period;
  RegionCode region;
  std::string region_name;
  RunState state = RunState::computing;
  std::int64_t paid = 0, held = 0, undecided = 0;
  Fen total;
  std::optional<std::string> trouble;
};
LAOYOU_RECORD(RunListLine, "run_list_line", id, name, plan, period, region, region_name, state, paid, held, undecided, total, trouble)

struct RunList {
  std::vector<RunListLine> rows;
};
LAOYOU_RECORD(RunList, "run_list", rows)

struct RunRegion {
  RegionCode region;
  std::string region_name;
  std::int64_t paid = 0, held = 0, undecided = 0;
  Fen total;
};
LAOYOU_RECORD(RunRegion, "run_region", region, region_name, paid, held, undecided, total)

struct RunStepLine {
  RunAct act = RunAct::county_agrees;
  std::string account_name;
  Instant at;
  std::optional<std::string> note;
};
LAOYOU_RECORD(RunStepLine, "run_step_line", act, account_name, at, note)

/// A payment that is held back, with what was found.
struct HeldLine {
  Id<PaymentHold> id;
  std::optional<Id<registry::Resident>> resident;
  std::string who;  ///< masked
  std::string region_name;
  plan::PaymentCheck check = plan::PaymentCheck::deceased;
  std::string evidence;
  Fen amount;
  HoldState state = HoldState::open;
  std::optional<std::string> note;
};
LAOYOU_RECORD(HeldLine, "held_line", id, resident, who, region_name, check, evidence, amount, state, note)

struct UndecidedLine {
  std::optional<Id<registry::Resident>> resident;
  std::string who, region_name, missing;
};
LAOYOU_RECORD(UndecidedLine, "undecided_line", resident, who, region_name, missing)

struct RunPage {
  SubsidyRun run;
  std::string region_name, made_by_name;
  std::vector<RunRegion> regions;
  std::vector<RunStepLine> steps;
  std::vector<HeldLine> holds;            ///< the first few hundred, open ones first
  std::vector<UndecidedLine> undecided_people;  ///< likewise
  std::vector<RunAct> acts;               ///< what the caller may do now
  bool may_decide = false;                ///< about holds
  std::optional<Id<SubsidyRun>> before;   ///< the run of the period before
  std::string approval_procedure;         ///< by which a case decides about the run; empty: this page does
  std::string approval_field;             ///< of its form: names the run
  std::string approval_case;              ///< the case that decides about it, or has; empty: none yet
};
LAOYOU_RECORD(RunPage, "run_page", run, region_name, made_by_name, regions, steps, holds, undecided_people, acts, may_decide, before, approval_procedure, approval_field, approval_case)

struct ReasonLine {
  Reason reason = Reason::fact;
  std::int64_t people = 0;
  Fen change;
};
LAOYOU_RECORD(ReasonLine, "reason_line", reason, people, change)

struct DifferenceLine {
  std::int64_t subject = 0;
  std::string who;
  Fen before, after;
  std::vector<ReasonLine> steps;
  std::string facts;  ///< in words
};
LAOYOU_RECORD(DifferenceLine, "difference_line", subject, who, before, after, steps, facts)

struct RunDifferences {
  Period before_period;
  Fen before, after;
  std::vector<ReasonLine> reasons;
  std::vector<DifferenceLine> people;  ///< the first few hundred
  std::int64_t people_in_all = 0;
};
LAOYOU_RECORD(RunDifferences, "run_differences", before_period, before, after, reasons, people, people_in_all)

struct BenefitsRequest {
  Id<registry::Resident> resident;
};
LAOYOU_RECORD(BenefitsRequest, "benefits_request", resident)

/// One payment as its person reads it.
struct OwnPayment {
  std::string name;
  Period period;
  Fen entitled, correction, recovered, amount;
  PaymentState state = PaymentState::due;
  RunState run_state = RunState::draft;
  std::vector<plan::PaymentCheck> checks;  ///< what holds it back
  std::optional<std::string> bank_reason;
};
LAOYOU_RECORD(OwnPayment, "own_payment", name, period, entitled, correction, recovered, amount, state, run_state, checks, bank_reason)

/// A subsidy of the person: what it is now, why, and what came of it.
struct OwnSubsidy {
  std::string subsidy, name, source;
  Period period;     ///< of the last run
  Fen amount;        ///< entitled in it; nothing: it has ended, or never was
  bool ended = false;  ///< there was money before and there is none now
  std::optional<Period> last_paid;
  std::string why;   ///< the rule's explanation, in the language of the request
  std::string missing;  ///< facts without which nothing can be decided
  Fen owed;          ///< still to be recovered
};
LAOYOU_RECORD(OwnSubsidy, "own_subsidy", subsidy, name, source, period, amount, ended, last_paid, why, missing, owed)

struct OwnBenefits {
  std::string name;
  std::vector<OwnSubsidy> subsidies;
  std::vector<OwnPayment> payments;  ///< the latest first
  std::string ask;  ///< the office to ask
};
LAOYOU_RECORD(OwnBenefits, "own_benefits", name, subsidies, payments, ask)

/// What a run's job is told.
struct RunJob {
  Id<SubsidyRun> run;
};
LAOYOU_RECORD(RunJob, "run_job", run)

}  // namespace laoyou::funds
