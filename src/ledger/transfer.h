// A transfer as it is asked for, and what is answered.
#pragma once

#include <string>

#include "base/result.h"
#include "ledger/records.h"

namespace laoyou::ledger {

/// Above any budget of the field; the same as Fen's.
inline constexpr std::int64_t k_amount_limit = Fen::k_limit;
/// No account goes beyond it in either direction, so that no sum of ours overflows.
inline constexpr std::int64_t k_balance_limit = k_amount_limit * 1000;
/// Characters of a client id or of what a transfer is about, in bytes.
inline constexpr std::size_t k_text_limit = 200;

/// Made by the four functions below.
struct NewTransfer {
  std::string client_id;
  TransferKind kind = TransferKind::direct;
  Id<LedgerAccount> debit, credit;         ///< of a posting or voiding: those of its pending transfer
  std::optional<std::int64_t> amount;      ///< of a posting or voiding: nothing is all that is still held
  std::string pending;
  std::string about;
  bool linked = false;                     ///< together with the next one or not at all
};

/// Moves `amount` (1 to k_amount_limit, in the unit of both accounts) from `debit` to `credit`.
inline NewTransfer direct(std::string client_id, Id<LedgerAccount> debit, Id<LedgerAccount> credit, std::int64_t amount, std::string about = {}) {
  return {std::move(client_id), TransferKind::direct, debit, credit, amount, {}, std::move(about)};
}
/// Holds it instead.
inline NewTransfer pending(std::string client_id, Id<LedgerAccount> debit, Id<LedgerAccount> credit, std::int64_t amount, std::string about = {}) {
  return {std::move(client_id), TransferKind::pending, debit, credit, amount, {}, std::move(about)};
}
/// Posts what the pending transfer of that client id holds, or so much of it; the rest stays held.
inline NewTransfer posting(std::string client_id, std::string of, std::optional<std::int64_t> amount = {}, std::string about = {}) {
  return {std::move(client_id), TransferKind::posting, {}, {}, amount, std::move(of), std::move(about)};
}
/// Gives back what it holds, or so much of it.
inline NewTransfer voiding(std::string client_id, std::string of, std::optional<std::int64_t> amount = {}, std::string about = {}) {
  return {std::move(client_id), TransferKind::voiding, {}, {}, amount, std::move(of), std::move(about)};
}

/// What was done for a transfer.
struct Posted {
  LedgerTransfer transfer;
  bool repeated = false;  ///< it had been posted before under this client id; this is what was done then
};

}  // namespace laoyou::ledger
