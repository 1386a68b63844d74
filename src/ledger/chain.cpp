#include "ledger/chain.h"

#include "store/journal_entry.h"

namespace laoyou::ledger {

Head first_head() { return {0, std::string(store::k_first_hash), Instant{0}}; }

Head head_after(const LedgerTransfer& transfer) { return {transfer.sequence, transfer.hash, transfer.at}; }

std::string chain_hash(store::Digest& digest, std::string_view previous, const LedgerTransfer& transfer, std::string_view debit_code, std::string_view credit_code) {
  digest.field(previous).field(transfer.sequence).field(transfer.client_id);
  digest.field(static_cast<std::int64_t>(transfer.kind)).field(debit_code).field(credit_code).field(transfer.amount);
  digest.field(transfer.pending.value_or(std::string())).field(transfer.rest).field(transfer.about).field(transfer.at.milliseconds);
  return digest.finish();
}

}  // namespace laoyou::ledger
