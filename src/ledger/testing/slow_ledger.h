// The ledger's rules in the most obvious way: a list of entries that is gone through from the beginning for each question.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/transfer.h"

namespace laoyou::ledger {

class SlowLedger {
 public:
  void open(const LedgerAccount& account) { accounts_[account.id.number] = account; }

  Standing standing(std::int64_t account) const {
    Standing sum;
    for (const Entry& each : entries_) {
      const std::int64_t sign = each.debit == account ? -1 : each.credit == account ? 1 : 0;
      if (each.kind == TransferKind::direct || each.kind == TransferKind::posting) sum.balance += sign * each.amount;
      if (each.kind == TransferKind::direct || sign == 0) continue;
      (sign < 0 ? sum.debits_pending : sum.credits_pending) += each.kind == TransferKind::pending ? each.amount : -each.amount;
    }
    return sum;
  }

  /// "done", "repeated", or the code of the refusal, for each.
  std::vector<std::string> post_each(const std::vector<NewTransfer>& list) {
    std::vector<std::string> answers;
    for (std::size_t first = 0; first < list.size();) {
      std::size_t end = first + 1;
      while (end < list.size() && list[end - 1].linked) ++end;
      const std::vector<Entry> before = entries_;
      std::vector<std::string> chain;
      bool refused = false;
      for (std::size_t i = first; i < end; ++i) {
        chain.push_back(refused ? "ledger.linked_refused" : post(list[i]));
        if (!refused && chain.back() != "done" && chain.back() != "repeated") {
          refused = true;
          for (std::size_t earlier = 0; earlier + 1 < chain.size(); ++earlier) chain[earlier] = "ledger.linked_refused";
        }
      }
      if (refused) entries_ = before;
      answers.insert(answers.end(), chain.begin(), chain.end());
      first = end;
    }
    return answers;
  }

 private:
  struct Entry {
    std::string client;
    TransferKind kind;
    std::int64_t debit, credit, amount;
    std::string pending, about;
  };

  const Entry* find(const std::string& client) const {
    for (const Entry& each : entries_)
      if (each.client == client) return &each;
    return nullptr;
  }
  std::int64_t rest(const Entry& pending) const {
    std::int64_t rest = pending.amount;
    for (const Entry& each : entries_)
      if (each.pending == pending.client) rest -= each.amount;
    return rest;
  }

  std::string post(const NewTransfer& wanted) {
    const bool release = wanted.kind == TransferKind::posting || wanted.kind == TransferKind::voiding;
    if (const Entry* there = find(wanted.client_id)) {
      const bool same = there->kind == wanted.kind && there->about == wanted.about &&
                        (release ? there->pending == wanted.pending && (!wanted.amount || wanted.amount == there->amount)
                                 : there->debit == wanted.debit.number && there->credit == wanted.credit.number && there->amount == wanted.amount);
      return same ? "repeated" : "ledger.client_id_reused";
    }
    Entry made{wanted.client_id, wanted.kind, wanted.debit.number, wanted.credit.number, wanted.amount.value_or(0), wanted.pending, wanted.about};
    if (release) {
      const Entry* of = find(wanted.pending);
      if (of == nullptr || of->kind != TransferKind::pending) return "ledger.pending_not_found";
      if (wanted.amount && *wanted.amount < 1) return "ledger.amount";
      made.debit = of->debit;
      made.credit = of->credit;
      made.amount = wanted.amount.value_or(rest(*of));
      if (made.amount < 1 || made.amount > rest(*of)) return "ledger.pending_rest";
    } else if (made.amount < 1) {
      return "ledger.amount";
    }
    if (made.debit == made.credit) return "ledger.same_account";
    if (accounts_[made.debit].unit != accounts_[made.credit].unit) return "ledger.units_differ";
    entries_.push_back(made);
    for (const std::int64_t account : {made.debit, made.credit}) {
      const Standing now = standing(account);
      const Limit limit = accounts_[account].limit;
      if ((limit == Limit::debits_within_credits && now.balance < now.debits_pending) || (limit == Limit::credits_within_debits && -now.balance < now.credits_pending)) {
        entries_.pop_back();
        return "ledger.over_limit";
      }
    }
    return "done";
  }

  std::map<std::int64_t, LedgerAccount> accounts_;
  std::vector<Entry> entries_;
};

}  // namespace laoyou::ledger
