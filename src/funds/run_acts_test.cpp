#include "funds/run_acts.h"

#include <gmock/gmock.h>

#include "budgets/lines.h"
#include "funds/testing/small_city.h"
#include "ledger/balances.h"
#include "notices/records.h"
#include "registry/contact.h"

namespace laoyou::funds {
namespace {

using testing::ACity;
using testing::yuan;

class RunActs : public ACity {
 protected:
  static http::Caller caller(std::int64_t account, powers::Powers powers = powers::Powers::all()) {
    http::Caller caller;
    caller.account = account;
    caller.powers = powers;
    return caller;
  }
  Result<void> act(Id<SubsidyRun> run, RunAct which, const http::Caller& caller, std::string note = "", std::string exceed = "") {
    return city.store().write(store::Actor{caller.account, "test", ""}, [&](store::Writing& writing) { return act_on_run(writing, ledger, run, which, {caller, note, exceed}); }).result();
  }
  Result<void> decide(Id<PaymentHold> hold, bool release) {
    const http::Caller by = caller(9);
    return city.store().write(store::Actor{9, "test", ""}, [&](store::Writing& writing) { return decide_hold(writing, hold, release, {by, "查过", ""}); }).result();
  }
  Result<void> answer(Id<SubsidyRun> run, const std::vector<BankAnswer>& answers) {
    const http::Caller by = caller(4);
    return city.store().write(store::Actor{4, "test", ""}, [&](store::Writing& writing) { return take_bank_answer(writing, ledger, run, answers, {by, "", ""}); }).result();
  }
  budgets::BudgetLine open_line(std::int64_t planned) {
    budgets::BudgetLine line;
    city.write([&](store::Writing& writing) -> Result<void> {
      line.region = testing::region("650200000000");
      line.year = 2025;
      line.key = line.name = "high_age_allowance";
      line = budgets::open_line(writing, ledger, line, planned, "年初").value();
      return {};
    });
    return line;
  }
  budgets::LineStanding standing(const budgets::BudgetLine& line) {
    return city.store().read([&](store::Snapshot& snapshot) { return budgets::standing(snapshot, line); });
  }
  void approve(Id<SubsidyRun> run) {
    ASSERT_TRUE(act(run, RunAct::county_agrees, caller(2)));
    ASSERT_TRUE(act(run, RunAct::city_agrees, caller(3)));
    ASSERT_TRUE(act(run, RunAct::finance_agrees, caller(4)));
    ASSERT_TRUE(act(run, RunAct::sent_to_bank, caller(4)));
  }
  std::string reference(const registry::Resident& person) { return payment_reference("high_age_allowance", testing::period("2025-06"), person.id.number); }

  ledger::Ledger ledger;
};
INSTANTIATE_TEST_SUITE_P(Funds, RunActs, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

}  // namespace

TEST_P(RunActs, AreAgreedOneAfterAnotherAndNeverByOnePersonForTwo) {
  city.person("甲", "1940-05-01");
  open_line(100'000);
  const SubsidyRun run = city.kept("2025-06");
  EXPECT_EQ(act(run.id, RunAct::city_agrees, caller(3)).error().code, "funds.act_not_open") << "the county comes first";
  ASSERT_TRUE(act(run.id, RunAct::county_agrees, caller(2)));
  ASSERT_TRUE(act(run.id, RunAct::city_agrees, caller(3)));
  EXPECT_EQ(act(run.id, RunAct::finance_agrees, caller(3)).error().code, "funds.act_not_open") << "finance is another person than the city";
  EXPECT_EQ(act(run.id, RunAct::finance_agrees, caller(4, {powers::Power::funds_write})).error().code, "funds.act_not_open");
  EXPECT_TRUE(act(run.id, RunAct::finance_agrees, caller(4)));
  EXPECT_EQ(city.run(run.id).state, RunState::approved);
}

TEST_P(RunActs, BeyondItsBudgetLineARunIsRefusedUnlessWhoMayExceedItSaysWhy) {
  city.person("甲", "1940-05-01");
  const budgets::BudgetLine line = open_line(1'000);
  const SubsidyRun run = city.kept("2025-06");
  ASSERT_TRUE(act(run.id, RunAct::county_agrees, caller(2)));
  ASSERT_TRUE(act(run.id, RunAct::city_agrees, caller(3)));
  EXPECT_EQ(act(run.id, RunAct::finance_agrees, caller(4)).error().code, "budget.over_line");
  EXPECT_EQ(city.run(run.id).state, RunState::city);
  EXPECT_TRUE(act(run.id, RunAct::finance_agrees, caller(4), "", "春节前必须发"));
  EXPECT_EQ(standing(line).committed, yuan(50));
}

TEST_P(RunActs, WithoutABudgetLineNothingIsPaid) {
  city.person("甲", "1940-05-01");
  const SubsidyRun run = city.kept("2025-06");
  ASSERT_TRUE(act(run.id, RunAct::county_agrees, caller(2)));
  ASSERT_TRUE(act(run.id, RunAct::city_agrees, caller(3)));
  EXPECT_EQ(act(run.id, RunAct::finance_agrees, caller(4)).error().code, "funds.no_budget_line");
}

TEST_P(RunActs, TheBankHalfRefusedLeavesABalancedLedgerAndAListOfWhoWasNotPaid) {
  const auto first = city.person("甲", "1940-05-01"), second = city.person("乙", "1930-05-01");
  const budgets::BudgetLine line = open_line(100'000);
  const SubsidyRun run = city.kept("2025-06");
  approve(run.id);
  ASSERT_TRUE(answer(run.id, {{reference(first), true, ""}}));
  EXPECT_EQ(city.run(run.id).state, RunState::sent) << "the bank is silent about one";
  ASSERT_TRUE(answer(run.id, {{reference(second), false, "账户已销户"}}));
  EXPECT_EQ(city.run(run.id).state, RunState::settled);
  EXPECT_EQ(standing(line).spent, yuan(50));
  EXPECT_EQ(standing(line).committed, yuan(100)) << "of who was not paid";
  for (const SubsidyPayment& payment : city.all<SubsidyPayment>()) {
    EXPECT_EQ(payment.state, payment.subject == first.id.number ? PaymentState::paid : PaymentState::refused);
    if (payment.subject == second.id.number) EXPECT_EQ(payment.bank_reason, "账户已销户");
  }
}

TEST_P(RunActs, AnAnswerAboutAnotherPaymentIsRefusedWhole) {
  const auto first = city.person("甲", "1940-05-01");
  open_line(100'000);
  const SubsidyRun run = city.kept("2025-06");
  approve(run.id);
  EXPECT_EQ(answer(run.id, {{reference(first), true, ""}, {"other-1", true, ""}}).error().code, "funds.answer_unknown");
  EXPECT_EQ(city.all<SubsidyPayment>()[0].state, PaymentState::due);
}

TEST_P(RunActs, AHeldPaymentIsDecidedByItselfAndNothingElseChanges) {
  const auto dead = city.person("甲", "1940-05-01"), alive = city.person("乙", "1940-05-02");
  city.change<registry::Resident>(dead.id, [](registry::Resident& resident) {
    resident.moved_out = testing::day("2025-07-01");
    resident.left_because = registry::LeaveReason::died;
  });
  const SubsidyRun run = city.kept("2025-06");
  EXPECT_EQ(run.held, 1);
  EXPECT_EQ(run.total, yuan(50));
  const PaymentHold hold = city.all<PaymentHold>().at(0);
  ASSERT_TRUE(decide(hold.id, true));
  EXPECT_EQ(decide(hold.id, false).error().code, "funds.hold_decided");
  EXPECT_EQ(city.run(run.id).held, 0);
  EXPECT_EQ(city.run(run.id).total, yuan(100));
  for (const SubsidyPayment& payment : city.all<SubsidyPayment>()) EXPECT_EQ(payment.state, PaymentState::due) << alive.id.number;
}

TEST_P(RunActs, WhatWasRecoveredCountsOnceItIsPaid) {
  const auto person = city.person("甲", "1940-05-01");
  Recovery recovery;
  recovery.region = person.region;
  recovery.subsidy = "high_age_allowance";
  recovery.subject = person.id.number;
  recovery.amount = recovery.left = yuan(10);
  recovery.opened = testing::day("2025-06-01");
  city.put(recovery);
  open_line(100'000);
  const SubsidyRun run = city.kept("2025-06");
  approve(run.id);
  EXPECT_EQ(city.all<Recovery>()[0].left, yuan(10));
  ASSERT_TRUE(answer(run.id, {{reference(person), true, ""}}));
  EXPECT_EQ(city.all<Recovery>()[0].left, Fen());
  EXPECT_TRUE(city.all<Recovery>()[0].closed.has_value());
}

TEST_P(RunActs, TheFamilyAndTheGuardiansFamilyAreToldWhatBecameOfAPaymentOnceAndNobodyElse) {
  const auto own = city.person("甲", "1940-05-01"), guarded = city.person("乙", "1941-05-01"), without = city.person("丙", "1942-05-01"), dead = city.person("丁", "1940-05-02");
  const auto guardian = city.person("戊", "1980-05-01");
  city.change<registry::Resident>(dead.id, [](registry::Resident& resident) {
    resident.moved_out = testing::day("2025-07-01");
    resident.left_because = registry::LeaveReason::died;
  });
  const auto family = [&](const registry::Resident& of) {
    accounts::Unit unit;
    unit.region = of.region;
    unit.name = of.name + "家";
    unit.kind = powers::OfficeKind::family;
    unit.household = of.id;
    return "unit:" + std::to_string(city.put(unit).id.number);
  };
  const std::string own_family = family(own), guardians_family = family(guardian), dead_family = family(dead);
  registry::Contact contact;
  contact.region = guarded.region;
  contact.resident = guarded.id;
  contact.person = guardian.id;
  contact.name = guardian.name;
  contact.relation = registry::Relation::guardian;
  contact.phone = "13800000000";
  city.put(contact);
  open_line(100'000);
  const SubsidyRun run = city.kept("2025-06");
  approve(run.id);
  const auto told = [&] {
    std::vector<std::pair<std::string, std::string>> all;
    for (const notices::Notice& notice : city.all<notices::Notice>())
      if (notice.kind.starts_with("notice.payment_")) all.emplace_back(notice.addressee, notice.kind);
    return all;
  };
  using ::testing::UnorderedElementsAre;
  EXPECT_THAT(told(), UnorderedElementsAre(std::pair(dead_family, "notice.payment_held")));
  EXPECT_EQ(answer(run.id, {{reference(own), true, ""}, {reference(guarded), false, "账户已销户"}, {"other-1", true, ""}}).error().code, "funds.answer_unknown");
  EXPECT_EQ(told().size(), 1u) << "an answer that is refused tells nobody";
  ASSERT_TRUE(answer(run.id, {{reference(own), true, ""}, {reference(guarded), false, "账户已销户"}, {reference(without), true, ""}}));
  EXPECT_THAT(told(), UnorderedElementsAre(std::pair(dead_family, "notice.payment_held"), std::pair(own_family, "notice.payment_paid"), std::pair(guardians_family, "notice.payment_refused")));
}

TEST_P(RunActs, AWithdrawnRunMakesRoomForAnother) {
  city.person("甲", "1940-05-01");
  const SubsidyRun run = city.kept("2025-06");
  EXPECT_EQ(act(run.id, RunAct::withdrawn, caller(2)).error().code, "funds.note_needed");
  ASSERT_TRUE(act(run.id, RunAct::withdrawn, caller(2), "算早了"));
  const SubsidyRun other = city.kept("2025-06");
  EXPECT_NE(other.id.number, run.id.number);
}

}  // namespace laoyou::funds
