// Reads what a list of transfers speaks of, in few queries however long the list is.
#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>

#include "ledger/book.h"
#include "store/snapshot.h"

namespace laoyou::ledger {

using TransfersByClient = std::unordered_map<std::string, LedgerTransfer>;

/// Those of the transfers asked for, and of the pending ones they name, that are in the ledger.
TransfersByClient known_transfers(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted);

/// Puts in what postings and voidings release.
void load_pendings(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted, const TransfersByClient& known, Book& book);

/// Puts in the accounts that are not there yet; their ids are the answer.
std::vector<std::int64_t> load_accounts(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted, const TransfersByClient& known, Book& book);

}  // namespace laoyou::ledger
