#include "ledger/testing/ledger_fixture.h"

namespace laoyou::ledger {
namespace {

using store::DatabaseKind;
using store::database_name;
using store::Writing;

class ALedger : public OnBothLedgers {
 protected:
  void SetUp() override {
    store = open_ledger();
    source = opened(*store, ledger, wanted("source"));
    line = opened(*store, ledger, wanted("line", Limit::debits_within_credits));
    paid = opened(*store, ledger, wanted("paid"));
  }
  std::unique_ptr<store::Store> store;
  Ledger ledger;
  Id<LedgerAccount> source, line, paid;
};
RUN_ON_BOTH_DATABASES(ALedger);

TEST_P(ALedger, moves_an_amount_and_says_how_both_accounts_stand) {
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000)}));
  const auto posted = post(*store, ledger, {direct("pay", line, paid, 300, "payment/1")});
  ASSERT_TRUE(posted);
  EXPECT_EQ((*posted)[0].transfer.debit_after, (Standing{700, 0, 0}));
  EXPECT_EQ((*posted)[0].transfer.credit_after, (Standing{300, 0, 0}));
  EXPECT_EQ(standing_of(*store, line), (Standing{700, 0, 0}));
  EXPECT_EQ(standing_of(*store, source), (Standing{-1000, 0, 0}));
}

TEST_P(ALedger, refuses_what_an_account_with_a_limit_does_not_have) {
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000)}));
  const auto posted = post(*store, ledger, {direct("pay", line, paid, 1001)});
  ASSERT_FALSE(posted);
  EXPECT_EQ(posted.error(), at("/0", refuse("ledger.over_limit", {"line", "1000", "1001"})));
  EXPECT_EQ(standing_of(*store, line), (Standing{1000, 0, 0}));
}

TEST_P(ALedger, holds_an_amount_until_it_is_posted_or_voided_in_parts) {
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000), pending("hold", line, paid, 600)}));
  EXPECT_EQ(standing_of(*store, line), (Standing{1000, 600, 0}));
  EXPECT_EQ(refused(*store, ledger, {direct("more", line, paid, 401)}), "ledger.over_limit");
  ASSERT_TRUE(post(*store, ledger, {posting("first", "hold", 250)}));
  EXPECT_EQ(standing_of(*store, line), (Standing{750, 350, 0}));
  EXPECT_EQ(standing_of(*store, paid), (Standing{250, 0, 350}));
  EXPECT_EQ(refused(*store, ledger, {posting("too-much", "hold", 351)}), "ledger.pending_rest");
  ASSERT_TRUE(post(*store, ledger, {voiding("rest", "hold")}));
  EXPECT_EQ(standing_of(*store, line), (Standing{750, 0, 0}));
  EXPECT_EQ(standing_of(*store, paid), (Standing{250, 0, 0}));
  EXPECT_EQ(refused(*store, ledger, {voiding("again", "hold")}), "ledger.pending_rest");
  EXPECT_EQ(store->read([](store::Snapshot& snapshot) { return rest_of(snapshot, "hold"); }), 0);
}

TEST_P(ALedger, answers_a_client_id_that_it_knows_with_what_was_done_then) {
  const std::vector<NewTransfer> plan{direct("plan", source, line, 1000)};
  const auto first = post(*store, ledger, plan), second = post(*store, ledger, plan);
  ASSERT_TRUE(first && second);
  EXPECT_TRUE((*second)[0].repeated);
  EXPECT_EQ((*second)[0].transfer.hash, (*first)[0].transfer.hash);
  EXPECT_EQ(standing_of(*store, line), (Standing{1000, 0, 0}));
  EXPECT_EQ(refused(*store, ledger, {direct("plan", source, line, 999)}), "ledger.client_id_reused");
  EXPECT_EQ(refused(*store, ledger, {direct("plan", source, paid, 1000)}), "ledger.client_id_reused");
  EXPECT_EQ(refused(*store, ledger, {direct("plan", source, line, 1000, "another reason")}), "ledger.client_id_reused");
}

TEST_P(ALedger, posts_all_of_a_list_or_nothing_of_it) {
  EXPECT_EQ(refused(*store, ledger, {direct("plan", source, line, 100), direct("a", line, paid, 60), direct("b", line, paid, 60)}), "ledger.over_limit");
  EXPECT_EQ(standing_of(*store, source), Standing{});
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 100), direct("a", line, paid, 60), direct("b", line, paid, 40)}));
  EXPECT_EQ(standing_of(*store, line), Standing{});
}

TEST_P(ALedger, lets_the_chains_of_a_list_stand_each_by_itself) {
  std::vector<NewTransfer> list{direct("plan", source, line, 100), direct("a1", line, paid, 60), direct("a2", line, paid, 60), direct("b", line, paid, 70)};
  list[1].linked = true;
  std::vector<std::string> codes;
  const auto command = [&](Writing& writing) -> Result<void> {
    for (const Result<Posted>& each : ledger.post_each(writing, list)) codes.push_back(each ? "done" : each.error().code);
    return {};
  };
  ASSERT_TRUE(store->write(actor(), command).done());
  EXPECT_EQ(codes, (std::vector<std::string>{"done", "ledger.linked_refused", "ledger.over_limit", "done"}));
  EXPECT_EQ(standing_of(*store, line), (Standing{30, 0, 0}));
  EXPECT_TRUE(verify(*store).sound());
}

TEST_P(ALedger, refuses_what_makes_no_sense) {
  const Id<LedgerAccount> hours = opened(*store, ledger, wanted("hours", Limit::none, Unit::minutes));
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, source, 1)}), "ledger.same_account");
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, hours, 1)}), "ledger.units_differ");
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, {99}, 1)}), "ledger.account_not_found");
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, line, 0)}), "ledger.amount");
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, line, -5)}), "ledger.amount");
  EXPECT_EQ(refused(*store, ledger, {direct("x", source, line, k_amount_limit + 1)}), "ledger.amount");
  EXPECT_EQ(refused(*store, ledger, {direct("", source, line, 1)}), "ledger.client_id");
  EXPECT_EQ(refused(*store, ledger, {posting("x", "nothing")}), "ledger.pending_not_found");
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000)}));
  EXPECT_EQ(refused(*store, ledger, {posting("x", "plan")}), "ledger.pending_not_found");
}

TEST_P(ALedger, forgets_what_a_refused_command_posted) {
  ASSERT_TRUE(post(*store, ledger, {direct("plan", source, line, 1000)}));
  const auto refusing = [&](Writing& writing) -> Result<void> {
    EXPECT_TRUE(ledger.post(writing, std::vector<NewTransfer>{direct("pay", line, paid, 900)}));
    return refuse("scope.outside");
  };
  ASSERT_FALSE(store->write(actor(), refusing).done());
  ASSERT_TRUE(post(*store, ledger, {direct("pay", line, paid, 950)}));
  EXPECT_EQ(standing_of(*store, line), (Standing{50, 0, 0}));
  EXPECT_TRUE(verify(*store).sound());
}

TEST_P(ALedger, knows_no_account_that_was_opened_by_a_refused_command) {
  Id<LedgerAccount> phantom;
  const auto refusing = [&](Writing& writing) -> Result<void> {
    phantom = ledger.open(writing, wanted("phantom"))->id;
    EXPECT_FALSE(ledger.post(writing, std::vector<NewTransfer>{direct("pay", line, phantom, 900)}));
    return refuse("scope.outside");
  };
  ASSERT_FALSE(store->write(actor(), refusing).done());
  EXPECT_EQ(refused(*store, ledger, {direct("pay", source, phantom, 900)}), "ledger.account_not_found");
}

TEST_P(ALedger, keeps_to_the_scope_of_whoever_posts) {
  const auto posting_all = [&](Writing& writing) -> Result<void> {
    const auto posted = ledger.post(writing, std::vector<NewTransfer>{direct("plan", source, line, 1000)});
    if (!posted) return posted.error();
    return {};
  };
  const store::WriteOutcome outside = store->write(store::Acting{actor(), store::Scope::of_account(region("650203000000")), {}}, posting_all);
  ASSERT_TRUE(outside.refusal);
  EXPECT_EQ(outside.refusal->code, "scope.outside");
  EXPECT_EQ(standing_of(*store, line), Standing{});
  EXPECT_TRUE(store->write(store::Acting{actor(), store::Scope::of_account(region("650200000000")), {}}, posting_all).done());
}

TEST_P(ALedger, gives_the_account_of_a_code_and_refuses_another_of_the_same) {
  EXPECT_EQ(opened(*store, ledger, wanted("line", Limit::debits_within_credits)), line);
  const auto opening = [&](Writing& writing) -> Result<void> {
    const auto account = ledger.open(writing, wanted("line"));
    if (!account) return account.error();
    return {};
  };
  const store::WriteOutcome outcome = store->write(actor(), opening);
  ASSERT_TRUE(outcome.refusal);
  EXPECT_EQ(outcome.refusal->code, "ledger.account_differs");
}

TEST_P(ALedger, knows_the_balance_of_every_past_moment) {
  std::vector<std::pair<Instant, std::int64_t>> moments;
  std::int64_t balance = 0;
  for (int i = 1; i <= 40; ++i) {
    clock.advance_milliseconds(i % 3 * 1000);
    ASSERT_TRUE(post(*store, ledger, {direct("t" + std::to_string(i), source, line, i)}));
    balance += i;
    if (!moments.empty() && moments.back().first == clock.now()) moments.pop_back();
    moments.emplace_back(clock.now(), balance);
  }
  store->read([&](store::Snapshot& snapshot) {
    EXPECT_EQ(sequence_at(snapshot, Instant{0}), 0);
    EXPECT_EQ(standing(snapshot, line, 0), Standing{});
    for (const auto& [moment, expected] : moments) {
      EXPECT_EQ(standing(snapshot, line, sequence_at(snapshot, moment)).balance, expected);
      EXPECT_EQ(standing(snapshot, line, sequence_at(snapshot, moment.plus_milliseconds(999))).balance, expected);
    }
  });
}

TEST_P(ALedger, lists_the_entries_of_an_account_page_by_page) {
  for (int i = 1; i <= 9; ++i) ASSERT_TRUE(post(*store, ledger, {direct("in" + std::to_string(i), source, line, 10), direct("out" + std::to_string(i), line, paid, 3)}));
  std::vector<std::int64_t> sequences;
  store->read([&](store::Snapshot& snapshot) {
    for (std::int64_t before = 0;;) {
      const std::vector<LedgerTransfer> page = entries(snapshot, line, before, 4);
      if (page.empty()) break;
      for (const LedgerTransfer& each : page) sequences.push_back(each.sequence);
      before = page.back().sequence;
    }
  });
  ASSERT_EQ(sequences.size(), 18u);
  EXPECT_TRUE(std::is_sorted(sequences.rbegin(), sequences.rend()));
}

TEST_P(ALedger, takes_a_hundred_thousand_transfers_in_one_command) {
  std::vector<NewTransfer> payments{direct("plan", source, line, 100'000 * 80)};
  for (int i = 0; i < 100'000; ++i) payments.push_back(direct("pay/" + std::to_string(i), line, paid, 80, "payment/" + std::to_string(i)));
  ASSERT_TRUE(post(*store, ledger, payments));
  EXPECT_EQ(standing_of(*store, line), Standing{});
  EXPECT_EQ(standing_of(*store, paid).balance, 8'000'000);
}

}  // namespace
}  // namespace laoyou::ledger
