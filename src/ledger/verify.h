// Goes through the whole ledger and holds everything in it against everything else (核验总账).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/chain.h"
#include "store/store.h"

namespace laoyou::ledger {

/// Something that is not as it must be.
struct LedgerFault {
  std::int64_t sequence = 0;  ///< of the transfer; 0: of the ledger as a whole
  Refusal cause;              ///< codes "ledger.fault_…"
};

struct LedgerCheck {
  std::int64_t accounts = 0, transfers = 0;
  std::int64_t pending_transfers = 0;           ///< those that still hold something
  std::map<Unit, std::int64_t> pending_amount;  ///< what they hold
  std::map<Unit, std::int64_t> turnover;        ///< all that was posted
  std::map<Unit, std::int64_t> sum;             ///< of all balances: must be 0
  Head head;                                    ///< the last transfer, as stored
  std::vector<LedgerFault> faults;              ///< the first hundred
  std::int64_t fault_count = 0;

  bool sound() const { return fault_count == 0; }
};

/// A transfer known from an earlier verification; that it is still there shows that nothing before it was taken out. 0: none.
struct LedgerAnchor {
  std::int64_t sequence = 0;
  std::string hash;
};

/// On one snapshot of a store opened in either way. Faults:
///   ledger.fault_gap           a sequence is missing
///   ledger.fault_hash          the transfer, or one before it, is not what was posted
///   ledger.fault_moment        it is earlier than the one before
///   ledger.fault_account       it names an account that is not there, one account twice, or accounts of two units
///   ledger.fault_amount        no amount that could have been posted
///   ledger.fault_standing      an account's standing is not the sum of its transfers
///   ledger.fault_limit         an account broke its limit
///   ledger.fault_pending       it releases what no pending transfer holds, or says another rest
///   ledger.fault_sum           the balances of a unit do not add up to zero
///   ledger.fault_row           a row cannot be read
///   ledger.fault_anchor        the anchor's transfer is not there, or has another hash
LedgerCheck verify(store::Store& store, const LedgerAnchor& anchor = {}, const store::Progress& progress = {});

}  // namespace laoyou::ledger
