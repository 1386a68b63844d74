// Budget lines and what can be done with them, within any command of the store. Amounts are fen, 1 or more.
//
//   auto line = budgets::find_line(writing, scope, region, 2025, "high_age_allowance");
//   auto held = budgets::reserve(writing, ledger, *line, {"run/2025-06", amount, "run/2025-06"});
//   budgets::commit_reserved(writing, ledger, *line, {"run/2025-06/approved", amount, …}, "run/2025-06");
//   budgets::spend(writing, ledger, *line, {"run/2025-06/paid", amount, …}, transfers);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "budgets/records.h"
#include "ledger/ledger.h"

namespace laoyou::budgets {

/// What all lines of a list can add up to without an overflow, shared among a thousand of them.
inline constexpr std::int64_t k_line_limit = ledger::k_amount_limit / 1000;

/// What is to be done: a client id (the same one again does nothing more), how much, and why.
struct Movement {
  std::string client_id;
  std::int64_t amount = 0;
  std::string reason;
  std::optional<std::string> document = {};
};

/// Opens a line and its accounts; its id, version and accounts are made here. Refused as "store.duplicate" when the year has this key, "budget.amount"
/// for a planned amount below 0 or above k_line_limit.
Result<BudgetLine> open_line(store::Writing& writing, ledger::Ledger& ledger, BudgetLine line, std::int64_t planned, const std::string& reason);

/// The line of a place, year and key within the scope.
std::optional<BudgetLine> find_line(const store::Snapshot& snapshot, const store::Scope& scope, RegionCode region, std::int32_t year, std::string_view key);

LineStanding standing(const store::Snapshot& snapshot, const BudgetLine& line);
/// As it stood right after that transfer of the ledger.
LineStanding standing_at(const store::Snapshot& snapshot, const BudgetLine& line, std::int64_t sequence);

// What these refuse: "budget.over_line" with what is left and what was asked for, "budget.not_committed" (more is to be spent than was committed),
// "budget.not_spent" (more is to come back), "budget.reservation" (no such, or it holds less), "budget.amount" (below 1, or the line would
// hold more than k_line_limit), "budget.reason" (it is empty where one is
// due), and what Ledger::post refuses.

/// Plans more, or less where the amount is negative.
Result<void> adjust(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement);
/// Holds an amount for a commitment to come; its client id names the reservation.
Result<void> reserve(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement);
/// Gives back what a reservation still holds.
Result<void> release(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const std::string& reservation);
Result<void> commit(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement);
/// Commits what a reservation holds, or a part of it.
Result<void> commit_reserved(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, const std::string& reservation);
/// Makes room beyond the line: only for a person with Power::budget_exceed, which the caller has checked; a reason is due.
Result<void> exceed(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement);

/// A payment to somebody: what it is about ("payment/4711") and how much.
struct Payment {
  std::string about;
  std::int64_t amount = 0;
};
/// Spends what was committed: a transfer for each payment, which must add up to the movement's amount, all in one; without payments one transfer.
/// The register of the use of funds gets one row, so that indicators see it.
Result<void> spend(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, std::span<const Payment> payments = {});
/// The same way back, to what is committed: a bank refused them.
Result<void> give_back(store::Writing& writing, ledger::Ledger& ledger, const BudgetLine& line, const Movement& movement, std::span<const Payment> payments = {});

}  // namespace laoyou::budgets
