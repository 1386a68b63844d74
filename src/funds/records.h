// What the room of subsidy runs keeps (补贴发放).
#pragma once

#include <optional>
#include <string>

#include "plan/folder/payment_records.h"
#include "record/leaf.h"
#include "registry/institution.h"
#include "registry/resident.h"
#include "store/content.h"

namespace laoyou::funds {

/// How far a run has come.
enum class RunState {
  computing,  ///< a job is at it
  draft,      ///< computed; may still be withdrawn
  county,     ///< the county has agreed
  city,       ///< the city has agreed
  approved,   ///< finance has agreed: the money is committed
  sent,       ///< the payment file went to the bank
  settled,    ///< the bank's answer is read
  withdrawn   ///< given up before it was approved; the period may be run again
};
LAOYOU_ENUM(RunState, "run_state", computing, draft, county, city, approved, sent, settled, withdrawn)

/// One subsidy for one period and place (发放批次). What it was computed from is kept with it, so that it can be computed again for ever.
struct SubsidyRun {
  Id<SubsidyRun> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string plan, subsidy, name;
  Period period;
  std::int32_t attempt = 0;         ///< 0 while it counts; a withdrawn one has a number of its own
  RunState state = RunState::computing;
  std::int64_t journal_sequence = 0;  ///< the facts are those after this entry
  std::int64_t looked_at = 0, entitled = 0, paid = 0, undecided = 0, held = 0;
  Fen total;                        ///< of what is paid
  std::string inputs_digest;        ///< SHA-256 of the frozen inputs
  std::string file_digest;          ///< SHA-256 of the payment file
  std::optional<std::int64_t> frozen;  ///< number of the content that holds the inputs
  std::int64_t made_by = 0;         ///< account
  Instant made_at;
  std::int64_t job = 0;
  std::optional<std::string> trouble;  ///< why it could not be computed
  std::optional<std::int64_t> approval_case;  ///< the case that decides about it, or has
};
LAOYOU_RECORD(SubsidyRun, "subsidy_run", id, version, region, plan, subsidy, name, period, attempt, state, journal_sequence, looked_at, entitled, paid, undecided, held, total, inputs_digest,
              file_digest, frozen, made_by, made_at, job, trouble, approval_case)

/// Who agreed, or sent it back, and what was said (审批记录).
enum class RunAct { county_agrees, city_agrees, finance_agrees, returned, sent_to_bank, answer_read, withdrawn };
LAOYOU_ENUM(RunAct, "run_act", county_agrees, city_agrees, finance_agrees, returned, sent_to_bank, answer_read, withdrawn)

struct RunStep {
  Id<RunStep> id;
  RegionCode region;
  Id<SubsidyRun> run;
  RunAct act = RunAct::county_agrees;
  std::int64_t account = 0;
  Instant at;
  std::optional<std::string> note;
};
LAOYOU_RECORD(RunStep, "run_step", id, region, run, act, account, at, note)

enum class PaymentState {
  due,      ///< goes into the payment file
  held,     ///< a check holds it back
  dropped,  ///< not paid after all
  paid,     ///< the bank has paid it
  refused   ///< the bank has not
};
LAOYOU_ENUM(PaymentState, "payment_state", due, held, dropped, paid, refused)

/// What one payee gets in one run (发放明细).
struct SubsidyPayment {
  Id<SubsidyPayment> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<SubsidyRun> run;
  std::string subsidy;
  Period period;
  std::int64_t subject = 0;  ///< the record that the rule speaks of: a person, a bed, a slot
  std::optional<Id<registry::Resident>> resident;
  std::optional<Id<registry::Institution>> institution;  ///< the payee, where a place is paid
  Fen entitled;
  Fen correction;            ///< of earlier months; may be below zero
  Fen recovered;             ///< kept back for an earlier overpayment
  Fen amount;                ///< what is paid
  PaymentState state = PaymentState::due;
  std::optional<std::string> account_name, account_number, bank_name;
  std::optional<std::string> bank_reason;  ///< why the bank refused
};
LAOYOU_RECORD(SubsidyPayment, "subsidy_payment", id, version, region, run, subsidy, period, subject, resident, institution, entitled, correction, recovered, amount, state, account_name,
              account_number, bank_name, bank_reason)

enum class HoldState { open, released, dropped };
LAOYOU_ENUM(HoldState, "hold_state", open, released, dropped)

/// A check that holds one payment back until somebody has looked (待核实).
struct PaymentHold {
  Id<PaymentHold> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<SubsidyRun> run;
  Id<SubsidyPayment> payment;
  std::optional<Id<registry::Resident>> resident;
  plan::PaymentCheck check = plan::PaymentCheck::deceased;
  std::string evidence;  ///< what was found: days, ids, numbers; no names
  HoldState state = HoldState::open;
  std::int64_t decided_by = 0;
  std::optional<std::string> note;
};
LAOYOU_RECORD(PaymentHold, "payment_hold", id, version, region, run, payment, resident, check, evidence, state, decided_by, note)

/// Somebody whom the rule cannot decide for lack of facts: paid nothing, and a street finds out (待补信息).
struct UndecidedClaim {
  Id<UndecidedClaim> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<SubsidyRun> run;
  std::int64_t subject = 0;
  std::optional<Id<registry::Resident>> resident;
  std::string missing;  ///< fields, "resident.monthly_income;resident.care_grade"
};
LAOYOU_RECORD(UndecidedClaim, "undecided_claim", id, version, region, run, subject, resident, missing)

/// What a run pays or keeps back for an earlier one, by facts that came late (更正).
struct PaymentCorrection {
  Id<PaymentCorrection> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<SubsidyRun> run;      ///< in which it is paid
  Id<SubsidyRun> of_run;   ///< which it corrects
  Period of_period;
  std::int64_t subject = 0;
  Fen amount;              ///< below zero: too much was paid
  std::string facts;       ///< which facts came late
};
LAOYOU_RECORD(PaymentCorrection, "payment_correction", id, version, region, run, of_run, of_period, subject, amount, facts)

/// An overpayment that later payments give back in instalments (追回).
struct Recovery {
  Id<Recovery> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string subsidy;
  std::int64_t subject = 0;
  std::optional<Id<registry::Resident>> resident;
  Fen amount, left;
  std::string cause;
  std::optional<Id<SubsidyRun>> from_run;
  Date opened;
  std::optional<Date> closed;
};
LAOYOU_RECORD(Recovery, "recovery", id, version, region, subsidy, subject, resident, amount, left, cause, from_run, opened, closed)

/// Where a person's or a place's money goes (收款账户).
struct PayeeAccount {
  Id<PayeeAccount> id;
  std::int32_t version = 0;
  RegionCode region;
  std::optional<Id<registry::Resident>> resident;
  std::optional<Id<registry::Institution>> institution;
  std::string account_name;
  std::string account_number;
  std::string bank_name;
  Date from;
  std::optional<Date> until;  ///< the first day on which it no longer holds
  bool synthetic = false;
};
LAOYOU_RECORD(PayeeAccount, "payee_account", id, version, region, resident, institution, account_name, account_number, bank_name, from, until, synthetic)

}  // namespace laoyou::funds
