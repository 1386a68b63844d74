// What one transfer does to the two accounts it touches: the arithmetic of the ledger, shared by writing and verifying.
#pragma once

#include "ledger/records.h"

namespace laoyou::ledger {

/// Changes the standing of the debited and of the credited account by a transfer of this kind.
constexpr void move(TransferKind kind, std::int64_t amount, Standing& debit, Standing& credit) {
  const bool holds = kind == TransferKind::pending, releases = kind == TransferKind::posting || kind == TransferKind::voiding;
  if (holds) debit.debits_pending += amount, credit.credits_pending += amount;
  if (releases) debit.debits_pending -= amount, credit.credits_pending -= amount;
  if (kind == TransferKind::direct || kind == TransferKind::posting) debit.balance -= amount, credit.balance += amount;
}

/// Whether an account with this limit may stand so.
constexpr bool within(Limit limit, const Standing& standing) {
  switch (limit) {
    case Limit::none: return true;
    case Limit::debits_within_credits: return standing.balance >= standing.debits_pending;
    case Limit::credits_within_debits: return -standing.balance >= standing.credits_pending;
  }
  return false;
}

}  // namespace laoyou::ledger
