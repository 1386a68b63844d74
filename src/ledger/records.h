// What the ledger keeps (总账): accounts that never change, and transfers between them that never change either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/enum_leaf.h"
#include "record/leaf.h"

namespace laoyou::ledger {

/// What an account counts in: money in fen, or a time bank's hours in minutes.
enum class Unit { fen, minutes };
LAOYOU_ENUM(Unit, "ledger_unit", fen, minutes)

/// What an account may not do. Amounts that are pending count as if they were posted, on the side that is bounded.
enum class Limit {
  none,
  debits_within_credits,  ///< never more taken out than was put in
  credits_within_debits
};
LAOYOU_ENUM(Limit, "ledger_limit", none, debits_within_credits, credits_within_debits)

enum class TransferKind {
  direct,   ///< posted at once
  pending,  ///< holds an amount until it is posted or voided
  posting,  ///< posts what a pending transfer holds, or a part of it
  voiding   ///< gives back what a pending transfer holds, or a part of it
};
LAOYOU_ENUM(TransferKind, "ledger_transfer_kind", direct, pending, posting, voiding)

/// One account (科目): a unit, a bound, and what it is for.
struct LedgerAccount {
  Id<LedgerAccount> id;
  RegionCode region;
  std::string code;     ///< unique: what its owner calls it, "budget/2025/karamay-high-age/available"
  Unit unit = Unit::fen;
  Limit limit = Limit::none;
  std::string fund;     ///< where the money comes from; empty where it has no meaning
  std::string purpose;
  std::int32_t year = 0;  ///< 0: of no year
  std::string part;     ///< "available", "committed", "spent" …
};
LAOYOU_RECORD(LedgerAccount, "ledger_account", id, region, code, unit, limit, fund, purpose, year, part)

/// How an account stands after a transfer, in its unit.
struct Standing {
  std::int64_t balance = 0;          ///< posted credits less posted debits
  std::int64_t debits_pending = 0;   ///< held, to be taken out
  std::int64_t credits_pending = 0;  ///< held, to be put in

  bool operator==(const Standing&) const = default;
};
LAOYOU_RECORD(Standing, "ledger_standing", balance, debits_pending, credits_pending)

/// One transfer from the account it debits to the account it credits, with how both stand afterwards: what an account has now, or had at any
/// moment, is one row.
struct LedgerTransfer {
  Id<LedgerTransfer> id;
  RegionCode region;           ///< of the debited account
  std::int64_t sequence = 0;   ///< 1, 2, 3 … without gap
  std::string client_id;       ///< given by whoever asked; unique
  TransferKind kind = TransferKind::direct;
  std::int64_t debit = 0;      ///< account
  std::int64_t credit = 0;     ///< account
  std::int64_t amount = 0;     ///< > 0
  std::optional<std::string> pending;  ///< client id of the pending transfer that this one posts or voids
  std::int64_t rest = 0;       ///< what the pending transfer still holds after this one; 0 for a direct one
  std::string about;           ///< what it is for, in the words of whoever asked: "payment/4711"
  Instant at;                  ///< never before the transfer before
  Standing debit_after, credit_after;
  std::string hash;            ///< of this transfer and all before it
};
LAOYOU_RECORD(LedgerTransfer, "ledger_transfer", id, region, sequence, client_id, kind, debit, credit, amount, pending, rest, about, at, debit_after, credit_after, hash)

}  // namespace laoyou::ledger
