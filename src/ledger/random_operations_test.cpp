// Random operations against a model that keeps every entry and adds them all up anew for each question.
#include <rapidcheck.h>

#include "ledger/testing/ledger_fixture.h"
#include "ledger/testing/slow_ledger.h"

namespace laoyou::ledger {
namespace {

using store::DatabaseKind;
using store::database_name;
using store::Writing;

constexpr int k_accounts = 5;

/// Names are the case's own, so that one database serves all cases.
std::string named(int serial, const std::string& name) { return std::to_string(serial) + "/" + name; }

class RandomOperations : public OnBothLedgers {};
RUN_ON_BOTH_DATABASES(RandomOperations);

NewTransfer random_transfer(int serial, const std::vector<Id<LedgerAccount>>& accounts) {
  const auto client = [&](int upto) { return named(serial, std::to_string(*rc::gen::inRange(0, upto))); };
  const auto account = [&] { return accounts[static_cast<std::size_t>(*rc::gen::inRange(0, k_accounts))]; };
  const auto amount = [] { return *rc::gen::inRange<std::int64_t>(-1, 12); };
  NewTransfer made;
  switch (*rc::gen::inRange(0, 5)) {
    case 0: case 1: made = direct(client(60), account(), account(), amount()); break;
    case 2: made = pending(client(60), account(), account(), amount()); break;
    case 3: made = posting(client(60), client(60), amount()); break;
    default: made = voiding(client(60), client(60)); break;
  }
  made.linked = *rc::gen::inRange(0, 4) == 0;
  if (*rc::gen::inRange(0, 3) == 0) made.about = "a reason";
  return made;
}

TEST_P(RandomOperations, answer_and_stand_as_in_a_model_that_adds_up_every_entry) {
  const auto store = open_ledger();
  Ledger ledger;
  int serial = 0;
  EXPECT_TRUE(rc::check([&] {
    ++serial;
    SlowLedger model;
    std::vector<Id<LedgerAccount>> accounts;
    for (int i = 0; i < k_accounts; ++i) {
      LedgerAccount account = wanted(named(serial, "account" + std::to_string(i)), static_cast<Limit>(i % 3), i == 4 ? Unit::minutes : Unit::fen);
      accounts.push_back(opened(*store, ledger, account));
      account.id = accounts.back();
      model.open(account);
    }
    const int commands = *rc::gen::inRange(1, 12);
    for (int i = 0; i < commands; ++i) {
      std::vector<NewTransfer> list;
      for (int each = *rc::gen::inRange(1, 8); each > 0; --each) list.push_back(random_transfer(serial, accounts));
      const bool undone = *rc::gen::inRange(0, 5) == 0;
      std::vector<std::string> answers;
      const auto command = [&](Writing& writing) -> Result<void> {
        for (const Result<Posted>& each : ledger.post_each(writing, list)) answers.push_back(each ? each->repeated ? "repeated" : "done" : each.error().code);
        if (undone) return refuse("scope.outside");
        return {};
      };
      static_cast<void>(store->write(actor(), command));
      SlowLedger tried = model;
      RC_ASSERT(answers == tried.post_each(list));
      if (!undone) model = std::move(tried);
      for (const Id<LedgerAccount>& account : accounts) RC_ASSERT(standing_of(*store, account) == model.standing(account.number));
    }
  }));
  EXPECT_TRUE(verify(*store).sound());
  EXPECT_TRUE(store->verify().intact());
}

}  // namespace
}  // namespace laoyou::ledger
