#include <gmock/gmock.h>

#include "funds/testing/small_city.h"

namespace laoyou::funds {
namespace {

using testing::ACity;
using testing::day;
using testing::yuan;

class ARun : public ACity {};
INSTANTIATE_TEST_SUITE_P(Funds, ARun, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

std::vector<std::pair<std::int64_t, plan::PaymentCheck>> held(const PreparedRun& run) {
  std::vector<std::pair<std::int64_t, plan::PaymentCheck>> all;
  for (const RunPayment& payment : run.calculation.payments)
    for (const auto& [check, evidence] : payment.input.holds) all.emplace_back(payment.entitlement.subject, check);
  return all;
}

std::string file_of_frozen(store::Store& store, const SubsidyRun& run) { return calculate(open_run(store, run).value()).value().file; }

}  // namespace

TEST_P(ARun, PaysByTheRuleAndAddsUpByCounty) {
  city.person("甲", "1940-05-01");
  city.person("乙", "1930-05-01", "650204001001");
  city.person("丙", "1960-05-01");
  const PreparedRun run = city.prepared("2025-06");
  EXPECT_EQ(run.calculation.whole.paid, 2);
  EXPECT_EQ(run.calculation.whole.total, yuan(150));
  EXPECT_EQ(run.calculation.by_region.at(testing::region("650203000000")).total, yuan(50));
  EXPECT_EQ(run.calculation.by_region.at(testing::region("650204000000")).total, yuan(100));
}

TEST_P(ARun, NamesWhatIsMissingOfThoseItCannotDecideAndPaysThemNothing) {
  registry::Resident unknown;
  unknown.region = testing::region("650203001001");
  unknown.name = "甲";
  unknown.hukou = testing::region("650203000000");
  city.put(unknown);
  const PreparedRun run = city.prepared("2025-06");
  ASSERT_EQ(run.calculation.undecided.size(), 1U);
  EXPECT_THAT(run.calculation.undecided[0].missing, ::testing::ElementsAre("resident.born"));
  EXPECT_EQ(run.calculation.whole.paid, 0);
}

TEST_P(ARun, ComesOutTheSameByteForByteFromWhatWasFrozenWhateverHappenedSince) {
  const auto first = city.person("甲", "1940-05-01");
  city.person("乙", "1930-05-01");
  const SubsidyRun run = city.kept("2025-06");
  const std::string file = file_of_frozen(city.store(), run);
  EXPECT_EQ(digest_of(file), run.file_digest);
  city.change<registry::Resident>(first.id, [](registry::Resident& resident) {
    resident.born = day("1935-05-01");
    resident.name = "改";
  });
  city.person("丙", "1920-05-01");
  EXPECT_EQ(file_of_frozen(city.store(), run), file);
  EXPECT_NE(digest_of(city.prepared("2025-06").calculation.file), run.file_digest) << "by the facts of now it is another";
  const PreparedRun again = city.prepared("2025-06", run.journal_sequence);
  EXPECT_EQ(digest_of(again.inputs), run.inputs_digest) << "by the facts of then, taken back through the journal, the same";
  EXPECT_EQ(again.calculation.file, file);
}

TEST_P(ARun, IsMadeByWhoAsksFirstAndShownToWhoAsksNext) {
  const store::Acting acting = store::Acting::system("test");
  const ClaimedRun first = claim_run(city.store(), acting, city.question("2025-06")).value(), second = claim_run(city.store(), acting, city.question("2025-06")).value();
  EXPECT_TRUE(first.made);
  EXPECT_FALSE(second.made);
  EXPECT_EQ(first.run.id.number, second.run.id.number);
}

TEST_P(ARun, ThatCouldNotBeComputedIsTakenUpByWhoAsksNext) {
  const store::Acting acting = store::Acting::system("test");
  const ClaimedRun first = claim_run(city.store(), acting, city.question("2025-06")).value();
  city.write(failing(first.run.id, "disk"));
  const ClaimedRun second = claim_run(city.store(), acting, city.question("2025-06")).value();
  EXPECT_TRUE(second.made);
  EXPECT_EQ(first.run.id.number, second.run.id.number);
}

TEST_P(ARun, HoldsBackTheDeadTheMovedAndWhoeverSeemsToBeOnePersonInTwoCounties) {
  const auto dead = city.person("甲", "1940-05-01"), moved = city.person("乙", "1940-06-01"), once = city.person("丙", "1940-05-02"), twice = city.person("丙", "1940-05-02", "650204001001");
  city.person("丙", "1940-05-02");  // the same county: two people may share a name
  const auto leave = [&](Id<registry::Resident> id, registry::LeaveReason reason) {
    city.change<registry::Resident>(id, [&](registry::Resident& resident) {
      resident.moved_out = day("2025-07-01");
      resident.left_because = reason;
    });
  };
  leave(dead.id, registry::LeaveReason::died);
  leave(moved.id, registry::LeaveReason::moved);
  const PreparedRun run = city.prepared("2025-06");
  EXPECT_EQ(run.calculation.whole.held, std::ssize(held(run)));
  const auto all = held(run);
  EXPECT_THAT(all, ::testing::Contains(std::pair(dead.id.number, plan::PaymentCheck::deceased)));
  EXPECT_THAT(all, ::testing::Contains(std::pair(moved.id.number, plan::PaymentCheck::moved)));
  EXPECT_THAT(all, ::testing::Contains(::testing::Pair(::testing::AnyOf(once.id.number, twice.id.number), plan::PaymentCheck::double_claim)));
  EXPECT_EQ(run.calculation.whole.paid + run.calculation.whole.held, 5) << "each hit holds one payment and nothing else";
}

TEST_P(ARun, HoldsBackSharedAndMissingAccountsOnceAccountsAreKept) {
  const auto first = city.person("甲", "1940-05-01"), second = city.person("乙", "1940-05-02"), third = city.person("丙", "1940-05-03"), fourth = city.person("丁", "1940-05-04");
  EXPECT_EQ(city.prepared("2025-06").calculation.whole.held, 0) << "no accounts are kept here";
  const auto account = [&](const registry::Resident& who, std::string number) {
    PayeeAccount account;
    account.region = who.region;
    account.resident = who.id;
    account.account_name = who.name;
    account.account_number = std::move(number);
    account.bank_name = "银行";
    account.from = day("2024-01-01");
    city.put(account);
  };
  account(first, "6222000000000001");
  account(second, "6222000000000001");
  account(third, "6222000000000003");
  const PreparedRun run = city.prepared("2025-06");
  EXPECT_THAT(held(run), ::testing::UnorderedElementsAre(std::pair(first.id.number, plan::PaymentCheck::shared_account), std::pair(second.id.number, plan::PaymentCheck::shared_account),
                                                         std::pair(fourth.id.number, plan::PaymentCheck::no_account)));
  EXPECT_THAT(run.calculation.file, ::testing::HasSubstr("6222000000000003"));
}

TEST_P(ARun, CorrectsAnEarlierMonthByAFactThatCameLateAndNeverEditsIt) {
  const auto stays = city.person("甲", "1940-05-01"), gone = city.person("乙", "1940-05-02");
  const SubsidyRun may = city.kept("2025-05");
  city.change<SubsidyRun>(may.id, [](SubsidyRun& run) { run.state = RunState::settled; });
  city.change<registry::Resident>(gone.id, [](registry::Resident& resident) {
    resident.moved_out = day("2025-05-20");
    resident.left_because = registry::LeaveReason::died;
  });
  const PreparedRun june = city.prepared("2025-06");
  ASSERT_EQ(june.corrections.size(), 1U);
  EXPECT_EQ(june.corrections[0].difference.subject, gone.id.number);
  EXPECT_EQ(june.corrections[0].amount.count(), -yuan(50).count());
  EXPECT_EQ(june.corrections[0].difference.facts, "resident.moved_out");
  EXPECT_EQ(june.owed.at(gone.id.number), yuan(50)) << "nothing is due to them any more: it is to be recovered";
  EXPECT_EQ(june.calculation.whole.total, yuan(50)) << "of the one who stays: " << stays.id.number;
  EXPECT_EQ(digest_of(file_of_frozen(city.store(), may)), may.file_digest);
  city.kept("2025-06");
  ASSERT_EQ(city.all<Recovery>().size(), 1U);
  EXPECT_TRUE(city.prepared("2025-07").corrections.empty()) << "made good once";
}

TEST_P(ARun, DoesNotTakeAChangeWithoutADayForALateFact) {
  auto person = city.person("甲", "1950-05-01");
  city.change<registry::Resident>(person.id, [](registry::Resident& resident) { resident.hardship.low_income = true; });
  const SubsidyRun may = city.kept("2025-05", "care_subsidy");
  EXPECT_EQ(may.total, yuan(80));
  city.change<SubsidyRun>(may.id, [](SubsidyRun& run) { run.state = RunState::settled; });
  city.change<registry::Resident>(person.id, [](registry::Resident& resident) {
    resident.hardship = {false, false, {}, {}, {}, {}, {}, {}};
    resident.monthly_income = yuan(5000);
  });
  const PreparedRun june = city.prepared("2025-06", 0, "care_subsidy");
  EXPECT_TRUE(june.corrections.empty()) << "since when they are no longer poor nobody knows";
  EXPECT_EQ(june.calculation.whole.total, Fen());
}

TEST_P(ARun, KeepsBackAnInstalmentOfWhatIsOwed) {
  const auto person = city.person("甲", "1940-05-01");
  Recovery recovery;
  recovery.region = person.region;
  recovery.subsidy = "high_age_allowance";
  recovery.subject = person.id.number;
  recovery.resident = person.id;
  recovery.amount = recovery.left = yuan(20);
  recovery.opened = day("2025-06-01");
  city.put(recovery);
  const PreparedRun run = city.prepared("2025-06");
  ASSERT_EQ(run.calculation.payments.size(), 1U);
  EXPECT_EQ(run.calculation.payments[0].input.recovered, yuan(15)) << "30 % of 50 yuan";
  EXPECT_EQ(run.calculation.payments[0].amount, yuan(35));
}

}  // namespace laoyou::funds
