#include "ledger/ledger.h"

#include <algorithm>

#include "base/check.h"
#include "ledger/balances.h"
#include "ledger/load.h"

namespace laoyou::ledger {
namespace {

/// Accounts that are remembered from one command to the next; beyond that all are read again.
constexpr std::size_t k_accounts_remembered = 200'000;

/// Whether what is in the ledger under this client id is what is asked for now.
bool same(const LedgerTransfer& there, const NewTransfer& wanted) {
  const bool release = wanted.kind == TransferKind::posting || wanted.kind == TransferKind::voiding;
  if (there.kind != wanted.kind || there.about != wanted.about) return false;
  if (release) return there.pending == wanted.pending && (!wanted.amount || *wanted.amount == there.amount);
  return there.debit == wanted.debit.number && there.credit == wanted.credit.number && there.amount == wanted.amount;
}

bool same_account(const LedgerAccount& there, const LedgerAccount& wanted) {
  return there.region == wanted.region && there.unit == wanted.unit && there.limit == wanted.limit && there.fund == wanted.fund && there.purpose == wanted.purpose &&
         there.year == wanted.year && there.part == wanted.part;
}

}  // namespace

/// One call: what is known of what it names, and what it has added so far.
class Ledger::Call {
 public:
  Call(store::Writing& writing, Book& book, std::span<const NewTransfer> wanted) : writing_(writing), book_(book) {
    try {
      load(wanted);
    } catch (...) {
      book_.restart(first_head());
      throw;
    }
  }
  /// Accounts read by a command that adds nothing may be its own and be undone with it, which the ledger's hash would not show.
  ~Call() {
    book_.forget_pendings();
    book_.settle();
    if (!stored_)
      for (const std::int64_t id : loaded_) book_.forget_account(id);
  }
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  Result<Posted> post(const NewTransfer& wanted) {
    if (const auto found = known_.find(wanted.client_id); found != known_.end()) return repeated(found->second, wanted);
    if (const auto found = added_by_client_.find(wanted.client_id); found != added_by_client_.end()) return repeated(added_[found->second], wanted);
    Result<LedgerTransfer> made = book_.apply(wanted, writing_.now());
    if (!made) return made.error();
    for (const std::int64_t account : {made->debit, made->credit}) {
      const RegionCode region = book_.account(account)->account.region;
      if (!writing_.scope().contains(region)) return refuse("scope.outside", {region.text()});
    }
    made->id = writing_.new_id<LedgerTransfer>();
    added_by_client_.emplace(made->client_id, added_.size());
    added_.push_back(*made);
    return Posted{std::move(*made), false};
  }

  /// Where the call stands, to come back to it when a chain is refused.
  std::pair<std::size_t, std::size_t> mark() const { return {book_.mark(), added_.size()}; }
  void undo_to(std::pair<std::size_t, std::size_t> mark) {
    book_.undo_to(mark.first);
    while (added_.size() > mark.second) {
      added_by_client_.erase(added_.back().client_id);
      added_.pop_back();
    }
  }
  void store() {
    if (added_.size() == 1) writing_.insert(added_.front());
    if (added_.size() > 1) store_many();
    stored_ = !added_.empty();
  }

 private:
  /// In parts: the cells of a hundred thousand transfers need not be there at once.
  void store_many() {
    constexpr std::size_t k_at_once = 1'000;
    for (auto from = added_.begin(); from != added_.end();) {
      const auto end = from + std::min<std::ptrdiff_t>(k_at_once, added_.end() - from);
      writing_.insert_all(std::vector<LedgerTransfer>(std::make_move_iterator(from), std::make_move_iterator(end)));
      from = end;
    }
  }
  void load(std::span<const NewTransfer> wanted) {
    const auto last = last_transfer(writing_);
    const Head head = last ? head_after(*last) : first_head();
    if (head != book_.head() || book_.account_count() > k_accounts_remembered) book_.restart(head);
    known_ = known_transfers(writing_, wanted);
    load_pendings(writing_, wanted, known_, book_);
    loaded_ = load_accounts(writing_, wanted, known_, book_);
  }
  static Result<Posted> repeated(const LedgerTransfer& there, const NewTransfer& wanted) {
    if (!same(there, wanted)) return at("/client_id", refuse("ledger.client_id_reused", {wanted.client_id}));
    return Posted{there, true};
  }

  store::Writing& writing_;
  Book& book_;
  TransfersByClient known_;
  std::vector<std::int64_t> loaded_;
  std::vector<LedgerTransfer> added_;
  std::unordered_map<std::string, std::size_t> added_by_client_;
  bool stored_ = false;
};

Result<LedgerAccount> Ledger::open(store::Writing& writing, LedgerAccount wanted) {
  CHECK(!wanted.code.empty() && wanted.code.size() <= k_text_limit);
  if (const auto there = find_account(writing, store::Scope::country(), wanted.code)) {
    if (!same_account(*there, wanted)) return at("/code", refuse("ledger.account_differs", {wanted.code}));
    return *there;
  }
  wanted.id = writing.new_id<LedgerAccount>();
  writing.insert(wanted);
  return wanted;
}

Result<std::vector<Posted>> Ledger::post(store::Writing& writing, std::span<const NewTransfer> transfers) {
  const std::scoped_lock lock(mutex_);
  Call call(writing, book_, transfers);
  const auto begin = call.mark();
  std::vector<Posted> posted;
  posted.reserve(transfers.size());
  for (std::size_t i = 0; i < transfers.size(); ++i) {
    Result<Posted> each = call.post(transfers[i]);
    if (!each) {
      call.undo_to(begin);
      return at("/" + std::to_string(i), each.error());
    }
    posted.push_back(std::move(*each));
  }
  call.store();
  return posted;
}

std::vector<Result<Posted>> Ledger::post_each(store::Writing& writing, std::span<const NewTransfer> transfers) {
  const std::scoped_lock lock(mutex_);
  Call call(writing, book_, transfers);
  std::vector<Result<Posted>> answers;
  answers.reserve(transfers.size());
  for (std::size_t first = 0; first < transfers.size();) {
    std::size_t last = first;
    while (last + 1 < transfers.size() && transfers[last].linked) ++last;
    const auto begin = call.mark();
    std::optional<std::size_t> refused;
    for (std::size_t i = first; i <= last && !refused; ++i) {
      answers.push_back(call.post(transfers[i]));
      if (!answers.back()) refused = i;
    }
    if (refused) {
      call.undo_to(begin);
      for (std::size_t i = first; i <= last; ++i) {
        if (i >= answers.size()) answers.push_back(refuse("ledger.linked_refused"));
        if (i != *refused) answers[i] = refuse("ledger.linked_refused");
      }
    }
    first = last + 1;
  }
  call.store();
  return answers;
}

}  // namespace laoyou::ledger
