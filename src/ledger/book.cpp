#include "ledger/book.h"

#include "base/check.h"
#include "ledger/movement.h"

namespace laoyou::ledger {
namespace {

std::string text(std::int64_t number) { return std::to_string(number); }

bool bounded(const Standing& standing) {
  return standing.debits_pending <= k_balance_limit && standing.credits_pending <= k_balance_limit && standing.balance <= k_balance_limit &&
         standing.balance >= -k_balance_limit;
}

bool releases(TransferKind kind) { return kind == TransferKind::posting || kind == TransferKind::voiding; }

/// What the limit leaves to this side; for the words of a refusal.
std::int64_t room(Limit limit, const Standing& standing) {
  return limit == Limit::debits_within_credits ? standing.balance - standing.debits_pending : -standing.balance - standing.credits_pending;
}

}  // namespace

void Book::restart(Head head) {
  accounts_.clear();
  pendings_.clear();
  steps_.clear();
  head_ = std::move(head);
}

void Book::hold(HeldAccount account) {
  const std::int64_t id = account.account.id.number;
  accounts_.insert_or_assign(id, std::move(account));
}

const HeldAccount* Book::account(std::int64_t id) const {
  const auto found = accounts_.find(id);
  return found == accounts_.end() ? nullptr : &found->second;
}

Result<void> Book::check_texts(const NewTransfer& wanted) const {
  if (wanted.client_id.empty() || wanted.client_id.size() > k_text_limit) return at("/client_id", refuse("ledger.client_id", {text(k_text_limit)}));
  if (wanted.about.size() > k_text_limit) return at("/about", refuse("ledger.about", {text(k_text_limit)}));
  return {};
}

Result<LedgerTransfer> Book::resolved(const NewTransfer& wanted) const {
  if (releases(wanted.kind)) return resolved_release(wanted);
  LedgerTransfer made;
  made.debit = wanted.debit.number;
  made.credit = wanted.credit.number;
  made.amount = wanted.amount.value_or(0);
  if (made.amount < 1 || made.amount > k_amount_limit) return at("/amount", refuse("ledger.amount", {text(k_amount_limit)}));
  made.rest = wanted.kind == TransferKind::pending ? made.amount : 0;
  return made;
}

Result<LedgerTransfer> Book::resolved_release(const NewTransfer& wanted) const {
  const auto found = pendings_.find(wanted.pending);
  if (found == pendings_.end()) return at("/pending", refuse("ledger.pending_not_found", {wanted.pending}));
  const HeldPending& pending = found->second;
  const std::int64_t amount = wanted.amount.value_or(pending.rest);
  if (wanted.amount && *wanted.amount < 1) return at("/amount", refuse("ledger.amount", {text(k_amount_limit)}));
  if (amount < 1 || amount > pending.rest) return at("/amount", refuse("ledger.pending_rest", {wanted.pending, text(pending.rest), text(amount)}));
  LedgerTransfer made;
  made.debit = pending.debit;
  made.credit = pending.credit;
  made.amount = amount;
  made.pending = wanted.pending;
  made.rest = pending.rest - amount;
  return made;
}

Result<void> Book::check_accounts(const LedgerTransfer& transfer) const {
  const HeldAccount *debit = account(transfer.debit), *credit = account(transfer.credit);
  if (debit == nullptr) return at("/debit", refuse("ledger.account_not_found", {text(transfer.debit)}));
  if (credit == nullptr) return at("/credit", refuse("ledger.account_not_found", {text(transfer.credit)}));
  if (debit == credit) return at("/credit", refuse("ledger.same_account", {debit->account.code}));
  if (debit->account.unit != credit->account.unit) return at("/credit", refuse("ledger.units_differ", {debit->account.code, credit->account.code}));
  Standing debit_after = debit->standing, credit_after = credit->standing;
  move(transfer.kind, transfer.amount, debit_after, credit_after);
  for (const auto& [held, after] : {std::pair{debit, debit_after}, std::pair{credit, credit_after}}) {
    if (!bounded(after)) return refuse("ledger.balance", {held->account.code});
    if (!within(held->account.limit, after))
      return refuse("ledger.over_limit", {held->account.code, text(room(held->account.limit, held->standing)), text(transfer.amount)});
  }
  return {};
}

Result<LedgerTransfer> Book::apply(const NewTransfer& wanted, Instant now) {
  if (const Result<void> fine = check_texts(wanted); !fine) return fine.error();
  Result<LedgerTransfer> made = resolved(wanted);
  if (!made) return made;
  made->kind = wanted.kind;
  if (const Result<void> fine = check_accounts(*made); !fine) return fine.error();
  HeldAccount &debit = accounts_.at(made->debit), &credit = accounts_.at(made->credit);
  made->client_id = wanted.client_id;
  made->about = wanted.about;
  made->region = debit.account.region;
  made->sequence = head_.sequence + 1;
  // A clock that was set back does not bring the moments out of order.
  made->at = std::max(now, head_.at);
  note_step(*made);
  move(made->kind, made->amount, debit.standing, credit.standing);
  made->debit_after = debit.standing;
  made->credit_after = credit.standing;
  follow_pending(*made);
  made->hash = chain_hash(digest_, head_.hash, *made, debit.account.code, credit.account.code);
  head_ = head_after(*made);
  return made;
}

void Book::note_step(const LedgerTransfer& transfer) {
  Step step{transfer.debit, transfer.credit, accounts_.at(transfer.debit).standing, accounts_.at(transfer.credit).standing, {}, {}, head_};
  if (transfer.kind == TransferKind::pending) step.pending = transfer.client_id;
  if (transfer.pending) {
    step.pending = *transfer.pending;
    step.rest_before = pendings_.at(*transfer.pending).rest;
  }
  steps_.push_back(std::move(step));
}

void Book::follow_pending(const LedgerTransfer& transfer) {
  if (transfer.kind == TransferKind::pending) pendings_.insert_or_assign(transfer.client_id, HeldPending{transfer.debit, transfer.credit, transfer.amount});
  if (transfer.pending) pendings_.at(*transfer.pending).rest = transfer.rest;
}

void Book::undo_to(std::size_t mark) {
  CHECK(mark <= steps_.size());
  while (steps_.size() > mark) {
    Step& step = steps_.back();
    accounts_.at(step.debit).standing = step.debit_before;
    accounts_.at(step.credit).standing = step.credit_before;
    if (step.rest_before)
      pendings_.at(step.pending).rest = *step.rest_before;
    else if (!step.pending.empty())
      pendings_.erase(step.pending);
    head_ = std::move(step.head_before);
    steps_.pop_back();
  }
}

}  // namespace laoyou::ledger
