#include "ledger/testing/ledger_fixture.h"

namespace laoyou::ledger {
namespace {

using store::DatabaseKind;
using store::database_name;

class AVerification : public OnBothLedgers {
 protected:
  void SetUp() override {
    store = open_ledger();
    source = opened(*store, ledger, wanted("source"));
    line = opened(*store, ledger, wanted("line", Limit::debits_within_credits));
    paid = opened(*store, ledger, wanted("paid"));
    EXPECT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000), pending("hold", line, paid, 600), posting("part", "hold", 200), direct("pay", line, paid, 50)}));
  }
  /// The codes of all faults, once this was done to the database past the program.
  std::vector<std::string> after(const std::string& statement) {
    behind()->execute(statement);
    std::vector<std::string> codes;
    for (const LedgerFault& fault : verify(*store, anchor).faults) codes.push_back(std::to_string(fault.sequence) + " " + fault.cause.code.substr(13));
    return codes;
  }
  std::unique_ptr<store::Store> store;
  Ledger ledger;
  LedgerAnchor anchor;
  Id<LedgerAccount> source, line, paid;
};
RUN_ON_BOTH_DATABASES(AVerification);

TEST_P(AVerification, finds_nothing_in_a_sound_ledger_and_says_what_it_holds) {
  const LedgerCheck found = verify(*store);
  EXPECT_TRUE(found.sound());
  EXPECT_EQ(found.accounts, 3);
  EXPECT_EQ(found.transfers, 4);
  EXPECT_EQ(found.sum, (std::map<Unit, std::int64_t>{{Unit::fen, 0}}));
  EXPECT_EQ(found.turnover, (std::map<Unit, std::int64_t>{{Unit::fen, 1250}}));
  EXPECT_EQ(found.pending_transfers, 1);
  EXPECT_EQ(found.pending_amount, (std::map<Unit, std::int64_t>{{Unit::fen, 400}}));
  EXPECT_EQ(found.head.sequence, 4);
}

TEST_P(AVerification, finds_an_amount_that_was_altered_with_all_that_follows_from_it) {
  EXPECT_EQ(after("update ledger_transfer set amount = 60 where sequence = 4"), (std::vector<std::string>{"4 hash", "4 standing", "4 standing"}));
}

TEST_P(AVerification, finds_a_reason_that_was_altered) { EXPECT_EQ(after("update ledger_transfer set about = 'x' where sequence = 1"), std::vector<std::string>{"1 hash"}); }

TEST_P(AVerification, finds_a_standing_that_was_altered) {
  EXPECT_EQ(after("update ledger_transfer set credit_after_balance = 9999 where sequence = 1"), std::vector<std::string>{"1 standing"});
}

TEST_P(AVerification, finds_a_transfer_that_was_taken_out) {
  const std::vector<std::string> codes = after("delete from ledger_transfer where sequence = 3");
  EXPECT_EQ(codes.front(), "4 gap");
}

TEST_P(AVerification, finds_a_pending_transfer_that_holds_another_rest) {
  EXPECT_EQ(after("update ledger_transfer set rest = 300 where sequence = 3"), (std::vector<std::string>{"3 hash", "3 pending"}));
}

TEST_P(AVerification, finds_an_account_that_was_renamed) {
  const std::vector<std::string> codes = after("update ledger_account set code = 'other' where code = 'paid'");
  EXPECT_EQ(codes, (std::vector<std::string>{"2 hash", "3 hash", "4 hash"}));
}

TEST_P(AVerification, finds_that_the_end_was_cut_off_by_a_transfer_noted_earlier) {
  const Head head = verify(*store).head;
  anchor = {head.sequence, head.hash};
  EXPECT_EQ(after("delete from ledger_transfer where sequence = 4"), std::vector<std::string>{"0 anchor"});
}

TEST_P(AVerification, finds_a_row_that_cannot_be_read) {
  EXPECT_EQ(after("update ledger_transfer set kind = 'nonsense' where sequence = 4"), std::vector<std::string>{"4 row"});
}

}  // namespace
}  // namespace laoyou::ledger
