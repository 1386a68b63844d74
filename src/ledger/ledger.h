// The double-entry ledger (总账). Money and hours move by it alone.
//
//   Result<LedgerAccount> line = ledger.open(writing, {.region = region, .code = "budget/2025/high-age/available", .limit = Limit::debits_within_credits});
//   auto posted = ledger.post(writing, {{direct("run/2025-06/person/17", line->id, paid->id, 8'000, "payment/17"), …}});
//   if (!posted) return posted.error();       // refuses the whole command, and nothing of it is stored
#pragma once

#include <mutex>
#include <span>
#include <vector>

#include "ledger/book.h"
#include "ledger/transfer.h"
#include "store/writing.h"

namespace laoyou::ledger {

/// One for a program. It is called within commands of the store; what it remembers between them holds only as long as the database's last hash is the
/// one it knows, so that an undone command or another server's transfers are noticed.
class Ledger {
 public:
  /// The account of that code; opened when there is none. Refused as "ledger.account_differs" when the one that is there says anything else of itself.
  Result<LedgerAccount> open(store::Writing& writing, LedgerAccount wanted);

  /// All of these, in this order, or none: the first refusal, with its place ("/3"), is the answer, and the command is to be refused with it.
  ///   ledger.account_not_found    debit or credit is no account
  ///   ledger.same_account         both are the same
  ///   ledger.units_differ         one counts fen, the other minutes
  ///   ledger.amount               not 1 … k_amount_limit
  ///   ledger.over_limit           the debited or the credited account would break its limit; words: its code, what it has, what was asked
  ///   ledger.balance              an account would go beyond k_balance_limit
  ///   ledger.client_id            empty or longer than k_text_limit; ledger.about: longer
  ///   ledger.client_id_reused     the client id stands for another transfer
  ///   ledger.pending_not_found    no pending transfer of that client id
  ///   ledger.pending_rest         it holds less than is to be posted or voided; words: its client id, what it holds, what was asked
  ///   scope.outside               one of the accounts lies outside the scope of the command
  Result<std::vector<Posted>> post(store::Writing& writing, std::span<const NewTransfer> transfers);

  /// Each by itself, those linked together or not at all: where one of a chain is refused, the others of it are "ledger.linked_refused".
  std::vector<Result<Posted>> post_each(store::Writing& writing, std::span<const NewTransfer> transfers);

 private:
  class Call;
  std::mutex mutex_;
  Book book_;
};

}  // namespace laoyou::ledger
