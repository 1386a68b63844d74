// A ledger in a store of its own, on either database.
#pragma once

#include "ledger/balances.h"
#include "ledger/ledger.h"
#include "ledger/room.h"
#include "ledger/verify.h"
#include "store/testing/store_fixture.h"

namespace laoyou::ledger {

class OnBothLedgers : public store::OnBothDatabases {
 protected:
  std::unique_ptr<store::Store> open_ledger(int node = 0) {
    clock.advance_milliseconds(1000);
    options.node = node;
    return store::Store::open(options, clock, random, ledger::tables());
  }

  static LedgerAccount wanted(const std::string& code, Limit limit = Limit::none, Unit unit = Unit::fen) {
    LedgerAccount account;
    account.region = region("650200000000");
    account.code = code;
    account.unit = unit;
    account.limit = limit;
    return account;
  }
  static Id<LedgerAccount> opened(store::Store& store, Ledger& ledger, const LedgerAccount& account) {
    Id<LedgerAccount> id;
    const auto open = [&](store::Writing& writing) -> Result<void> {
      const Result<LedgerAccount> found = ledger.open(writing, account);
      if (!found) return found.error();
      id = found->id;
      return {};
    };
    EXPECT_TRUE(store.write(actor(), open).done());
    return id;
  }
  /// Posts in one command; what was done, or the refusal.
  static Result<std::vector<Posted>> post(store::Store& store, Ledger& ledger, const std::vector<NewTransfer>& transfers) {
    Result<std::vector<Posted>> posted = std::vector<Posted>();
    const auto command = [&](store::Writing& writing) -> Result<void> {
      posted = ledger.post(writing, transfers);
      if (!posted) return posted.error();
      return {};
    };
    const store::WriteOutcome outcome = store.write(actor(), command);
    EXPECT_FALSE(outcome.failure);
    return posted;
  }
  static std::string refused(store::Store& store, Ledger& ledger, const std::vector<NewTransfer>& transfers) {
    const Result<std::vector<Posted>> posted = post(store, ledger, transfers);
    return posted ? "done" : posted.error().code;
  }
  static Standing standing_of(store::Store& store, Id<LedgerAccount> account, std::optional<std::int64_t> at_sequence = {}) {
    return store.read([&](store::Snapshot& snapshot) { return standing(snapshot, account, at_sequence); });
  }
};

}  // namespace laoyou::ledger
