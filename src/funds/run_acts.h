// What people do with a run after it is computed (审批、报送、回单): each act is one command.
#pragma once

#include "funds/payment_file.h"
#include "funds/records.h"
#include "http/caller.h"
#include "ledger/ledger.h"
#include "store/writing.h"

namespace laoyou::funds {

/// Who acts, and what is said.
struct Acting {
  const http::Caller& caller;
  std::string note;
  std::string exceed_reason;  ///< why beyond the budget line; needs Power::budget_exceed
};

/// The acts that this caller may do now: county, city and finance agree one after another, never whoever made the run, and finance never whoever agreed
/// for the city.
std::vector<RunAct> open_acts(const SubsidyRun& run, const std::vector<RunStep>& steps, const http::Caller& caller);

/// Agreements, return, withdrawal, sending. Refused as "funds.act_not_open", "funds.note_needed" (return, withdrawal), and for finance as
/// "funds.no_budget_line" (subsidy, year) and "budget.over_line", unless the caller may go beyond and says why.
Result<void> act_on_run(store::Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> run, RunAct act, const Acting& acting);

/// One held payment is paid after all, or is not; nothing else of the run changes. Refused as "funds.hold.not_found", "funds.hold_decided",
/// "funds.already_approved" and "funds.note_needed".
Result<void> decide_hold(store::Writing& writing, Id<PaymentHold> hold, bool release, const Acting& acting);

/// Paid and refused, each payment by its reference; what was recovered counts once it is paid. Payments that the bank is silent about stay due, and the run
/// stays sent. Refused as "funds.act_not_open", "funds.answer_unknown" (reference).
Result<void> take_bank_answer(store::Writing& writing, ledger::Ledger& ledger, Id<SubsidyRun> run, const std::vector<BankAnswer>& answers, const Acting& acting);

/// The lines of the payment file as the payments stand: all that are neither held nor dropped, in the order of the run's computation.
std::vector<PaymentLine> payment_lines(const store::Snapshot& snapshot, const SubsidyRun& run);

}  // namespace laoyou::funds
