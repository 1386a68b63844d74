#include "ledger/verify.h"

#include <unordered_map>

#include "ledger/movement.h"
#include "ledger/transfer.h"
#include "record/cells.h"

namespace laoyou::ledger {
namespace {

using store::Connection;

constexpr std::size_t k_faults_named = 100;
constexpr std::int64_t k_rows_at_once = 10'000;

std::string text(std::int64_t number) { return std::to_string(number); }

/// The walk: what must hold so far, and what did not.
class Walk {
 public:
  Walk(std::int64_t whole, const LedgerAnchor& anchor, const store::Progress& progress) : whole_(whole), anchor_(anchor), progress_(progress) {}

  void take(LedgerAccount account) {
    const std::int64_t id = account.id.number;
    found_.sum[account.unit];
    accounts_.emplace(id, Held{std::move(account), {}});
    ++found_.accounts;
  }
  void take(const LedgerTransfer& transfer);
  void unreadable(std::int64_t sequence) { fault(sequence, "ledger.fault_row", {}); }
  LedgerCheck ended();

 private:
  struct Held {
    LedgerAccount account;
    Standing standing;
  };
  struct Pending {
    std::int64_t debit, credit, rest;
    Unit unit;
  };
  void fault(std::int64_t sequence, std::string_view code, std::vector<std::string> words) {
    if (found_.faults.size() < k_faults_named) found_.faults.push_back({sequence, refuse(code, std::move(words))});
    ++found_.fault_count;
  }
  void follow_chain(const LedgerTransfer& transfer, std::string_view debit_code, std::string_view credit_code);
  void follow_pending(const LedgerTransfer& transfer, Unit unit);
  void follow_accounts(const LedgerTransfer& transfer, Held& debit, Held& credit);

  std::int64_t whole_;
  LedgerAnchor anchor_;
  const store::Progress& progress_;
  LedgerCheck found_;
  Head head_ = first_head();
  bool anchor_seen_ = false;
  store::Digest digest_{store::DigestAlgorithm::sha256};
  std::unordered_map<std::int64_t, Held> accounts_;
  std::unordered_map<std::string, Pending> pendings_;  ///< those that still hold something
};

void Walk::take(const LedgerTransfer& transfer) {
  if (++found_.transfers % k_rows_at_once == 0) store::report(progress_, found_.transfers, whole_);
  const auto debit = accounts_.find(transfer.debit), credit = accounts_.find(transfer.credit);
  const bool both = debit != accounts_.end() && credit != accounts_.end();
  follow_chain(transfer, debit != accounts_.end() ? debit->second.account.code : "", credit != accounts_.end() ? credit->second.account.code : "");
  if (transfer.amount < 1 || transfer.amount > k_amount_limit) fault(transfer.sequence, "ledger.fault_amount", {text(transfer.amount)});
  if (!both || debit == credit || debit->second.account.unit != credit->second.account.unit)
    return fault(transfer.sequence, "ledger.fault_account", {text(transfer.debit), text(transfer.credit)});
  follow_pending(transfer, debit->second.account.unit);
  follow_accounts(transfer, debit->second, credit->second);
}

void Walk::follow_chain(const LedgerTransfer& transfer, std::string_view debit_code, std::string_view credit_code) {
  if (transfer.sequence != head_.sequence + 1) fault(transfer.sequence, "ledger.fault_gap", {text(head_.sequence + 1)});
  if (transfer.at < head_.at) fault(transfer.sequence, "ledger.fault_moment", {transfer.at.text(), head_.at.text()});
  if (chain_hash(digest_, head_.hash, transfer, debit_code, credit_code) != transfer.hash) fault(transfer.sequence, "ledger.fault_hash", {transfer.client_id});
  if (transfer.sequence == anchor_.sequence) {
    anchor_seen_ = true;
    if (transfer.hash != anchor_.hash) fault(transfer.sequence, "ledger.fault_anchor", {text(anchor_.sequence)});
  }
  head_ = head_after(transfer);
}

void Walk::follow_pending(const LedgerTransfer& transfer, Unit unit) {
  if (transfer.kind == TransferKind::direct) {
    if (transfer.rest != 0 || transfer.pending) fault(transfer.sequence, "ledger.fault_pending", {transfer.client_id});
    return;
  }
  if (transfer.kind == TransferKind::pending) {
    if (transfer.rest != transfer.amount || transfer.pending) fault(transfer.sequence, "ledger.fault_pending", {transfer.client_id});
    pendings_.insert_or_assign(transfer.client_id, Pending{transfer.debit, transfer.credit, transfer.amount, unit});
    return;
  }
  const auto found = pendings_.find(transfer.pending.value_or(std::string()));
  if (found == pendings_.end() || found->second.debit != transfer.debit || found->second.credit != transfer.credit ||
      found->second.rest - transfer.amount != transfer.rest || transfer.rest < 0)
    return fault(transfer.sequence, "ledger.fault_pending", {transfer.pending.value_or(std::string())});
  found->second.rest = transfer.rest;
  if (transfer.rest == 0) pendings_.erase(found);
}

void Walk::follow_accounts(const LedgerTransfer& transfer, Held& debit, Held& credit) {
  move(transfer.kind, transfer.amount, debit.standing, credit.standing);
  if (transfer.kind == TransferKind::direct || transfer.kind == TransferKind::posting) found_.turnover[debit.account.unit] += transfer.amount;
  for (const auto& [held, stored] : {std::pair{&debit, &transfer.debit_after}, std::pair{&credit, &transfer.credit_after}}) {
    if (held->standing != *stored) fault(transfer.sequence, "ledger.fault_standing", {held->account.code, text(held->standing.balance), text(stored->balance)});
    if (!within(held->account.limit, held->standing)) fault(transfer.sequence, "ledger.fault_limit", {held->account.code, text(held->standing.balance)});
  }
}

LedgerCheck Walk::ended() {
  for (const auto& [id, held] : accounts_) found_.sum[held.account.unit] += held.standing.balance;
  for (const auto& [unit, sum] : found_.sum)
    if (sum != 0) fault(0, "ledger.fault_sum", {record::Leaf<Unit>::to_json_text(unit), text(sum)});
  for (const auto& [client, pending] : pendings_) found_.pending_amount[pending.unit] += pending.rest;
  found_.pending_transfers = static_cast<std::int64_t>(pendings_.size());
  if (anchor_.sequence != 0 && !anchor_seen_) fault(0, "ledger.fault_anchor", {text(anchor_.sequence)});
  found_.head = head_;
  return std::move(found_);
}

/// Hands over the rows of a table whose column `by` rises, page by page; answers how many there were.
template <class F>
void each_row(Connection& connection, const store::Table& table, std::string_view by, F&& visit) {
  const std::string sql = table.select_sql() + " where " + store::identifier(by) + " > $1 order by " + store::identifier(by) + " limit " + text(k_rows_at_once);
  std::size_t position = 0;
  while (table.columns()[position].name != by) ++position;
  for (std::int64_t last = std::numeric_limits<std::int64_t>::min(), rows = k_rows_at_once; rows == k_rows_at_once;) {
    rows = 0;
    const std::vector<record::Cell> parameters{last};
    connection.query(sql, parameters, [&](store::Row row) {
      ++rows;
      last = std::get<std::int64_t>(row[position]);
      visit(row, last);
    });
  }
}

}  // namespace

LedgerCheck verify(store::Store& store, const LedgerAnchor& anchor, const store::Progress& progress) {
  CHECK(store.catalog() != nullptr);
  const store::Table &accounts = store.catalog()->table(record::record_name<LedgerAccount>()), &transfers = store.catalog()->table(record::record_name<LedgerTransfer>());
  store::ReaderPool::Lease lease = store.lease_connection();
  Connection& connection = lease.connection();
  Walk walk(store::query_integer(connection, "select count(*) from " + store::identifier(transfers.name())), anchor, progress);
  const auto guarded = [&](std::int64_t sequence, auto&& read) {
    try {
      read();
    } catch (const record::DamagedCell&) {
      walk.unreadable(sequence);
    }
  };
  each_row(connection, accounts, "id", [&](store::Row row, std::int64_t) { guarded(0, [&] { walk.take(record::from_cells<LedgerAccount>(row)); }); });
  each_row(connection, transfers, "sequence", [&](store::Row row, std::int64_t sequence) { guarded(sequence, [&] { walk.take(record::from_cells<LedgerTransfer>(row)); }); });
  return walk.ended();
}

}  // namespace laoyou::ledger
