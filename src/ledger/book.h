// The rules of the ledger over accounts held in memory; it knows no database.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "ledger/chain.h"
#include "ledger/transfer.h"

namespace laoyou::ledger {

/// An account and how it stands.
struct HeldAccount {
  LedgerAccount account;
  Standing standing;
};

/// What is known of a pending transfer.
struct HeldPending {
  std::int64_t debit = 0, credit = 0;
  std::int64_t rest = 0;
};

/// Accounts and pending transfers are put in by whoever has read them; apply() makes transfers of them, one after another.
class Book {
 public:
  /// Forgets all accounts; from now on `head` is the last transfer.
  void restart(Head head);
  const Head& head() const { return head_; }

  bool holds(std::int64_t account) const { return accounts_.contains(account); }
  void hold(HeldAccount account);
  void forget_account(std::int64_t account) { accounts_.erase(account); }
  std::size_t account_count() const { return accounts_.size(); }
  const HeldAccount* account(std::int64_t id) const;

  void hold(std::string client_id, HeldPending pending) { pendings_.insert_or_assign(std::move(client_id), pending); }
  void forget_pendings() { pendings_.clear(); }

  /// The transfer with everything but its id, and the accounts changed by it; refused as Ledger::post says, and then nothing has changed.
  Result<LedgerTransfer> apply(const NewTransfer& wanted, Instant now);
  /// Where the book stands, for going back to it.
  std::size_t mark() const { return steps_.size(); }
  /// Undoes what apply() did since.
  void undo_to(std::size_t mark);
  /// What was done cannot be undone any more.
  void settle() { steps_.clear(); }

 private:
  struct Step {
    std::int64_t debit, credit;
    Standing debit_before, credit_before;
    std::string pending;                       ///< the pending transfer that changed; empty: none
    std::optional<std::int64_t> rest_before;   ///< nothing: it was not there
    Head head_before;
  };
  Result<void> check_texts(const NewTransfer& wanted) const;
  /// The accounts and the amount it will have.
  Result<LedgerTransfer> resolved(const NewTransfer& wanted) const;
  Result<LedgerTransfer> resolved_release(const NewTransfer& wanted) const;
  Result<void> check_accounts(const LedgerTransfer& transfer) const;
  void note_step(const LedgerTransfer& transfer);
  void follow_pending(const LedgerTransfer& transfer);

  std::unordered_map<std::int64_t, HeldAccount> accounts_;
  std::unordered_map<std::string, HeldPending> pendings_;
  std::vector<Step> steps_;
  Head head_ = first_head();
  store::Digest digest_{store::DigestAlgorithm::sha256};
};

}  // namespace laoyou::ledger
