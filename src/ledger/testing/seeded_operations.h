// Operations made from a seed: the same ones for every database.
#pragma once

#include <random>

#include "base/check.h"
#include "ledger/ledger.h"
#include "store/store.h"

namespace laoyou::ledger {

class SeededOperations {
 public:
  /// Opens `accounts` accounts, every second of them with a limit, and one without any that money comes from. `prefix` keeps their names apart
  /// from others'.
  SeededOperations(store::Store& store, Ledger& ledger, std::uint64_t seed, std::size_t accounts, std::string prefix = "seeded")
      : store_(store), ledger_(ledger), random_(seed), prefix_(std::move(prefix)) {
    const auto open = [&](store::Writing& writing) -> Result<void> {
      for (std::size_t i = 0; i <= accounts; ++i) {
        LedgerAccount account;
        account.region = *RegionCode::parse("650200000000");
        account.code = prefix_ + "/account/" + std::to_string(i);
        account.limit = i > 0 && i % 2 == 0 ? Limit::debits_within_credits : Limit::none;
        const Result<LedgerAccount> opened = ledger_.open(writing, account);
        if (!opened) return opened.error();
        accounts_.push_back(opened->id);
      }
      return {};
    };
    CHECK(store_.write({}, open).done());
  }

  /// One command with so many operations: some are refused by a limit, some are repeated, some hold, post and void. How many were done.
  std::size_t post_batch(std::size_t count) {
    std::vector<NewTransfer> list;
    for (std::size_t i = 0; i < count; ++i) list.push_back(next());
    std::size_t done = 0;
    const auto post = [&](store::Writing& writing) -> Result<void> {
      for (const Result<Posted>& each : ledger_.post_each(writing, list)) done += each && !each->repeated;
      return {};
    };
    CHECK(store_.write({}, post).done());
    return done;
  }

 private:
  // The standard leaves open how its distributions draw, not what its engines give.
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  std::string client(std::uint64_t number) const { return prefix_ + "/" + std::to_string(number); }

  NewTransfer next() {
    const std::uint64_t draw = below(100);
    const Id<LedgerAccount> debit = accounts_[below(accounts_.size())], credit = accounts_[below(accounts_.size())];
    const auto amount = static_cast<std::int64_t>(1 + below(100'000));
    if (draw < 2 && made_ > 0) return direct(client(below(made_)), debit, credit, amount);  // a client id that is taken
    std::string own = client(made_++);
    if (draw < 10) {
      pendings_.push_back(own);
      return pending(own, debit, credit, amount);
    }
    if (draw < 20 && !pendings_.empty()) {
      const std::string& of = pendings_[below(pendings_.size())];
      return draw < 16 ? posting(own, of, 1 + amount / 2) : voiding(own, of);
    }
    return direct(own, debit, credit, amount, "seeded");
  }

  store::Store& store_;
  Ledger& ledger_;
  std::mt19937_64 random_;
  std::string prefix_;
  std::vector<Id<LedgerAccount>> accounts_;
  std::vector<std::string> pendings_;
  std::uint64_t made_ = 0;
};

}  // namespace laoyou::ledger
