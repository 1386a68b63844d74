#include "ledger/balances.h"

#include <algorithm>

#include "ledger/movement.h"
#include "store/failure.h"

namespace laoyou::ledger {
namespace {

using store::Filter;
using store::Order;
using store::Scope;

/// The account's last transfer on that side, up to a sequence.
std::optional<LedgerTransfer> last_of(const store::Snapshot& snapshot, std::string_view side, std::int64_t account, std::optional<std::int64_t> at_sequence) {
  Filter filter;
  filter.equals(std::string(side), account);
  if (at_sequence) filter.at_most("sequence", *at_sequence);
  return snapshot.first<LedgerTransfer>(Scope::country(), filter.order_by("sequence", Order::falling));
}

const Standing& side_of(const LedgerTransfer& transfer, std::int64_t account) { return transfer.debit == account ? transfer.debit_after : transfer.credit_after; }

/// How the account stood before the transfer.
Standing before(const LedgerTransfer& transfer, std::int64_t account) {
  Standing debit = transfer.debit_after, credit = transfer.credit_after;
  move(transfer.kind, -transfer.amount, debit, credit);
  return transfer.debit == account ? debit : credit;
}

}  // namespace

std::optional<LedgerAccount> find_account(const store::Snapshot& snapshot, const Scope& scope, std::string_view code) {
  return snapshot.first<LedgerAccount>(scope, Filter().equals("code", code));
}

Standing standing(const store::Snapshot& snapshot, Id<LedgerAccount> account, std::optional<std::int64_t> at_sequence) {
  const auto debit = last_of(snapshot, "debit", account.number, at_sequence), credit = last_of(snapshot, "credit", account.number, at_sequence);
  if (!debit && !credit) return {};
  if (!credit || (debit && debit->sequence > credit->sequence)) return debit->debit_after;
  return credit->credit_after;
}

std::int64_t sequence_at(const store::Snapshot& snapshot, Instant moment) {
  const std::optional<LedgerTransfer> last = last_transfer(snapshot);
  std::int64_t low = 0, high = last ? last->sequence : 0;  // the answer lies within both
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    const auto found = snapshot.first<LedgerTransfer>(Scope::country(), Filter().equals("sequence", middle));
    if (!found) throw store::StoreDamaged(refuse("ledger.damaged", {std::to_string(middle)}), "a transfer is missing");
    if (found->at <= moment)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

std::vector<LedgerTransfer> entries(const store::Snapshot& snapshot, Id<LedgerAccount> account, std::int64_t before_sequence, std::size_t rows) {
  std::vector<LedgerTransfer> found;
  for (const char* side : {"debit", "credit"}) {
    Filter filter;
    filter.equals(side, account.number);
    if (before_sequence > 0) filter.less("sequence", before_sequence);
    // One more than is shown, so that the last one shown is held against the one before it.
    filter.order_by("sequence", Order::falling).page(0, static_cast<std::int64_t>(rows) + 1);
    snapshot.each<LedgerTransfer>(Scope::country(), filter, [&](LedgerTransfer each) { found.push_back(std::move(each)); });
  }
  std::sort(found.begin(), found.end(), [](const LedgerTransfer& one, const LedgerTransfer& other) { return one.sequence > other.sequence; });
  if (found.size() > rows + 1) found.resize(rows + 1);
  for (std::size_t i = 0; i + 1 < found.size(); ++i)
    if (before(found[i], account.number) != side_of(found[i + 1], account.number))
      throw store::StoreDamaged(refuse("ledger.damaged", {std::to_string(found[i].sequence)}), "a standing does not follow from the one before");
  if (found.size() > rows) found.resize(rows);
  return found;
}

std::optional<std::int64_t> rest_of(const store::Snapshot& snapshot, std::string_view pending_client_id) {
  const auto made = snapshot.first<LedgerTransfer>(Scope::country(), Filter().equals("client_id", pending_client_id));
  if (!made || made->kind != TransferKind::pending) return std::nullopt;
  const auto last = snapshot.first<LedgerTransfer>(Scope::country(), Filter().equals("pending", pending_client_id).order_by("sequence", Order::falling));
  return last ? last->rest : made->rest;
}

std::optional<LedgerTransfer> last_transfer(const store::Snapshot& snapshot) {
  return snapshot.first<LedgerTransfer>(Scope::country(), Filter().order_by("sequence", Order::falling));
}

}  // namespace laoyou::ledger
