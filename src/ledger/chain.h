// What ties each transfer to all before it. Only what was asked for goes in, by the names its askers gave: the same operations give the same hash on
// every database, whatever ids it dealt out.
#pragma once

#include "ledger/records.h"
#include "store/digest.h"

namespace laoyou::ledger {

/// Where the chain stands.
struct Head {
  std::int64_t sequence = 0;  ///< 0: before the first transfer
  std::string hash;
  Instant at;

  bool operator==(const Head&) const = default;
};

/// What stands before the first transfer.
Head first_head();
Head head_after(const LedgerTransfer& transfer);

/// The hash of a transfer that follows `previous`; SHA-256, 64 hexadecimal digits.
std::string chain_hash(store::Digest& digest, std::string_view previous, const LedgerTransfer& transfer, std::string_view debit_code, std::string_view credit_code);

}  // namespace laoyou::ledger
