#include "ledger/load.h"

#include <algorithm>

#include "ledger/balances.h"

namespace laoyou::ledger {
namespace {

using store::Filter;
using store::Scope;

/// Calls f with at most 512 values at a time. Each length is a statement of its own that the database keeps prepared, so there are three lengths; what is
/// missing to one is filled up with the last value.
template <class T, class F>
void in_parts(const std::vector<T>& values, F&& f) {
  for (std::size_t start = 0; start < values.size();) {
    const std::size_t left = values.size() - start;
    const std::size_t length = left > 16 ? 512 : left > 1 ? 16 : 1;
    std::vector<T> part(values.begin() + static_cast<std::ptrdiff_t>(start), values.begin() + static_cast<std::ptrdiff_t>(start + std::min(left, length)));
    start += part.size();
    part.resize(length, T(part.back()));
    f(part);
  }
}

}  // namespace

TransfersByClient known_transfers(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted) {
  std::vector<std::string> clients;
  for (const NewTransfer& each : wanted) {
    clients.push_back(each.client_id);
    if (!each.pending.empty()) clients.push_back(each.pending);
  }
  // Neighbours in the index are looked up together.
  std::sort(clients.begin(), clients.end());
  clients.erase(std::unique(clients.begin(), clients.end()), clients.end());
  TransfersByClient known;
  in_parts(clients, [&](const std::vector<std::string>& part) {
    snapshot.each<LedgerTransfer>(Scope::country(), Filter().one_of("client_id", part), [&](LedgerTransfer each) {
      std::string client = each.client_id;
      known.emplace(std::move(client), std::move(each));
    });
  });
  return known;
}

void load_pendings(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted, const TransfersByClient& known, Book& book) {
  std::vector<std::string> named;
  for (const NewTransfer& each : wanted) {
    const auto found = each.pending.empty() ? known.end() : known.find(each.pending);
    if (found == known.end() || found->second.kind != TransferKind::pending) continue;
    book.hold(each.pending, HeldPending{found->second.debit, found->second.credit, found->second.amount});
    named.push_back(each.pending);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  std::unordered_map<std::string, const LedgerTransfer*> last;
  std::vector<LedgerTransfer> releases;
  in_parts(named, [&](const std::vector<std::string>& part) {
    snapshot.each<LedgerTransfer>(Scope::country(), Filter().one_of("pending", part), [&](LedgerTransfer each) { releases.push_back(std::move(each)); });
  });
  for (const LedgerTransfer& each : releases) {
    const LedgerTransfer*& latest = last[*each.pending];
    if (latest == nullptr || latest->sequence < each.sequence) latest = &each;
  }
  for (const auto& [client, latest] : last) book.hold(client, HeldPending{latest->debit, latest->credit, latest->rest});
}

std::vector<std::int64_t> load_accounts(const store::Snapshot& snapshot, std::span<const NewTransfer> wanted, const TransfersByClient& known, Book& book) {
  std::vector<std::int64_t> missing;
  const auto need = [&](std::int64_t id) {
    if (id != 0 && !book.holds(id)) missing.push_back(id);
  };
  for (const NewTransfer& each : wanted) {
    need(each.debit.number);
    need(each.credit.number);
    if (const auto found = known.find(each.pending); found != known.end()) need(found->second.debit), need(found->second.credit);
  }
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  std::vector<LedgerAccount> found;
  in_parts(missing, [&](const std::vector<std::int64_t>& part) {
    snapshot.each<LedgerAccount>(Scope::country(), Filter().one_of("id", part), [&](LedgerAccount each) { found.push_back(std::move(each)); });
  });
  for (LedgerAccount& each : found) {
    const Standing now = standing(snapshot, each.id);
    book.hold(HeldAccount{std::move(each), now});
  }
  return missing;
}

}  // namespace laoyou::ledger
