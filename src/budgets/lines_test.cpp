#include "budgets/lines.h"

#include "budgets/room.h"
#include "ledger/room.h"
#include "ledger/verify.h"
#include "store/testing/store_fixture.h"

namespace laoyou::budgets {
namespace {

using store::DatabaseKind;
using store::database_name;
using store::Writing;

class ABudgetLine : public store::OnBothDatabases {
 protected:
  void SetUp() override {
    std::vector<store::TableDefinition> tables = ledger::tables();
    for (store::TableDefinition& table : budgets::tables()) tables.push_back(std::move(table));
    tables.push_back(store::table<registry::FundUse>());
    store = store::Store::open(options, clock, random, std::move(tables));
    line.region = region("650200000000");
    line.year = 2026;
    line.key = "high_age";
    line.name = "高龄津贴";
    line.source = registry::FundSource::welfare_lottery;
    line.purpose = registry::FundPurpose::elderly_care;
    EXPECT_EQ(done([&](Writing& writing) -> Result<void> {
                const auto opened = open_line(writing, ledger, line, 1000, "人代会批准");
                if (!opened) return opened.error();
                line = *opened;
                return {};
              }),
              "done");
  }
  /// "done", or the code of the refusal.
  std::string done(const store::Command& command) {
    const store::WriteOutcome outcome = store->write(actor(), command);
    EXPECT_FALSE(outcome.failure);
    return outcome.refusal ? outcome.refusal->code : "done";
  }
  template <class Deed, class... More>
  std::string done(Deed deed, const std::string& client, std::int64_t amount, More... more) {
    return done([&](Writing& writing) { return deed(writing, ledger, line, Movement{client, amount, "事由"}, more...); });
  }
  std::string paid(const std::string& client, std::int64_t amount, std::vector<Payment> payments = {}) { return done(spend, client, amount, std::span<const Payment>(payments)); }
  /// planned + adjusted + exceeded / left, reserved, committed, spent
  std::vector<std::int64_t> stands() {
    const LineStanding found = store->read([&](store::Snapshot& snapshot) { return standing(snapshot, line); });
    EXPECT_EQ(found.planned.count() + found.adjusted.count() + found.exceeded.count(),
              found.left.count() + found.reserved.count() + found.committed.count() + found.spent.count());
    return {found.left.count(), found.reserved.count(), found.committed.count(), found.spent.count()};
  }
  using Numbers = std::vector<std::int64_t>;

  std::unique_ptr<store::Store> store;
  ledger::Ledger ledger;
  BudgetLine line;
};
RUN_ON_BOTH_DATABASES(ABudgetLine);

TEST_P(ABudgetLine, goes_from_what_is_left_over_reserved_and_committed_to_spent) {
  EXPECT_EQ(stands(), (Numbers{1000, 0, 0, 0}));
  EXPECT_EQ(done(reserve, "run", 600), "done");
  EXPECT_EQ(stands(), (Numbers{400, 600, 0, 0}));
  EXPECT_EQ(done(commit_reserved, "approved", 500, std::string("run")), "done");
  EXPECT_EQ(stands(), (Numbers{400, 100, 500, 0}));
  EXPECT_EQ(done(release, "rest", 0, std::string("run")), "done");
  EXPECT_EQ(stands(), (Numbers{500, 0, 500, 0}));
  EXPECT_EQ(paid("paid", 300, {{"person/1", 100}, {"person/2", 200}}), "done");
  EXPECT_EQ(stands(), (Numbers{500, 0, 200, 300}));
  const std::vector<Payment> refused{{"person/2", 200}};
  EXPECT_EQ(done(give_back, "bank", 200, std::span<const Payment>(refused)), "done");
  EXPECT_EQ(stands(), (Numbers{500, 0, 400, 100}));
  EXPECT_TRUE(ledger::verify(*store).sound());
}

TEST_P(ABudgetLine, refuses_a_commitment_beyond_what_is_left_until_somebody_makes_room_and_says_why) {
  EXPECT_EQ(done(commit, "a", 1001), "budget.over_line");
  EXPECT_EQ(done(reserve, "b", 1001), "budget.over_line");
  EXPECT_EQ(done([&](Writing& writing) { return exceed(writing, ledger, line, Movement{"c", 1, ""}); }), "budget.reason");
  EXPECT_EQ(done(exceed, "c", 1), "done");
  EXPECT_EQ(done(commit, "a", 1001), "done");
  const LineStanding found = store->read([&](store::Snapshot& snapshot) { return standing(snapshot, line); });
  EXPECT_EQ(found.exceeded.count(), 1);
  const auto movements = store->read([&](store::Snapshot& snapshot) { return snapshot.select<BudgetMovement>(store::Scope::country(), store::Filter().equals("client_id", "c")); });
  ASSERT_EQ(movements.size(), 1u);
  EXPECT_EQ(movements[0].account, actor().account);
  EXPECT_EQ(movements[0].reason, "事由");
}

TEST_P(ABudgetLine, is_adjusted_upwards_and_never_below_what_is_left) {
  EXPECT_EQ(done(adjust, "more", 500), "done");
  EXPECT_EQ(done(commit, "a", 1400), "done");
  EXPECT_EQ(done(adjust, "less", -101), "budget.over_line");
  EXPECT_EQ(done(adjust, "less", -100), "done");
  EXPECT_EQ(stands(), (Numbers{0, 0, 1400, 0}));
}

TEST_P(ABudgetLine, spends_no_more_than_was_committed_and_takes_back_no_more_than_was_spent) {
  EXPECT_EQ(done(commit, "a", 100), "done");
  EXPECT_EQ(paid("p", 101), "budget.not_committed");
  EXPECT_EQ(paid("p", 100), "done");
  const std::span<const Payment> whole;
  EXPECT_EQ(done(give_back, "r", 101, whole), "budget.not_spent");
  EXPECT_EQ(done(give_back, "r", 40, whole), "done");
  EXPECT_EQ(stands(), (Numbers{900, 0, 40, 60}));
}

TEST_P(ABudgetLine, does_the_same_movement_once) {
  for (int i = 0; i < 2; ++i) EXPECT_EQ(done(commit, "a", 100), "done");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(paid("p", 60, {{"x", 60}}), "done");
  EXPECT_EQ(stands(), (Numbers{900, 0, 40, 60}));
  EXPECT_EQ(done(commit, "a", 101), "ledger.client_id_reused");
  // The register of the use of funds tells of it once as well.
  const auto uses = store->read([&](store::Snapshot& snapshot) { return snapshot.select<registry::FundUse>(store::Scope::country()); });
  ASSERT_EQ(uses.size(), 1u);
  EXPECT_EQ(uses[0].amount.count(), 60);
  EXPECT_EQ(uses[0].source, registry::FundSource::welfare_lottery);
}

TEST_P(ABudgetLine, never_holds_more_than_a_list_can_add_up) {
  EXPECT_EQ(done(adjust, "much", k_line_limit - 1000), "done");
  EXPECT_EQ(done(adjust, "more", 1), "budget.amount");
  EXPECT_EQ(done(exceed, "beyond", 1), "budget.amount");
  EXPECT_EQ(done(commit, "a", k_line_limit + 1), "budget.amount");
}

TEST_P(ABudgetLine, has_no_part_in_the_reservations_of_another_line) {
  BudgetLine other = line;
  other.key = "other";
  EXPECT_EQ(done([&](Writing& writing) -> Result<void> {
              const auto opened = open_line(writing, ledger, other, 1000, "");
              if (!opened) return opened.error();
              return reserve(writing, ledger, *opened, {"others", 100, ""});
            }),
            "done");
  EXPECT_EQ(done(release, "x", 0, std::string("others")), "budget.reservation");
  EXPECT_EQ(done(commit_reserved, "x", 100, std::string("others")), "budget.reservation");
  EXPECT_EQ(done(commit_reserved, "x", 100, std::string("nothing")), "budget.reservation");
}

TEST_P(ABudgetLine, is_opened_once_for_a_place_year_and_key) {
  EXPECT_EQ(done([&](Writing& writing) -> Result<void> {
              const auto opened = open_line(writing, ledger, line, 5, "");
              if (!opened) return opened.error();
              return {};
            }),
            "store.duplicate");
  EXPECT_EQ(stands(), (Numbers{1000, 0, 0, 0}));
}

}  // namespace
}  // namespace laoyou::budgets
