// Reading the ledger: how an account stands, or stood at any moment, and what moved it.
#pragma once

#include <optional>
#include <vector>

#include "ledger/records.h"
#include "store/snapshot.h"

namespace laoyou::ledger {

/// The account of that code within the scope.
std::optional<LedgerAccount> find_account(const store::Snapshot& snapshot, const store::Scope& scope, std::string_view code);

/// How the account stands now, or stood right after the transfer of that sequence; all zero before its first transfer.
Standing standing(const store::Snapshot& snapshot, Id<LedgerAccount> account, std::optional<std::int64_t> at_sequence = {});

/// The sequence of the last transfer made at this moment or earlier; 0: none. Twenty-odd look-ups however many transfers there are.
std::int64_t sequence_at(const store::Snapshot& snapshot, Instant moment);

/// The account's transfers, newest first, with sequences below `before` (0: from the end), at most `rows`. Throws store::StoreDamaged "ledger.damaged"
/// where how the account stands does not follow from the transfer before.
std::vector<LedgerTransfer> entries(const store::Snapshot& snapshot, Id<LedgerAccount> account, std::int64_t before, std::size_t rows);

/// What the pending transfer of that client id still holds; nothing when there is no such.
std::optional<std::int64_t> rest_of(const store::Snapshot& snapshot, std::string_view pending_client_id);

/// The last transfer; its hash stands for the whole ledger.
std::optional<LedgerTransfer> last_transfer(const store::Snapshot& snapshot);

}  // namespace laoyou::ledger
