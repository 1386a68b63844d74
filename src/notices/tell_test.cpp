#include <gmock/gmock.h>

#include "notices/office_test.h"

namespace laoyou::notices {

using testing::ElementsAre;
using testing::IsEmpty;
using store::database_name;
using store::DatabaseKind;

class Telling : public AnInbox {};
RUN_ON_BOTH_DATABASES(Telling);

TEST_P(Telling, ReachesAPersonAUnitAndWhoeverHoldsAPowerWhereTheMatterLies) {
  tell(told(k_letter, Addressee::account(5), "person:1"));
  tell(told(k_letter, Addressee::unit(9), "unit:1"));
  tell(told(k_letter, Addressee::holders(powers::Power::values_report), "power:1"));
  EXPECT_EQ(causes(officer).size(), 3u);
  EXPECT_THAT(causes(colleague), testing::UnorderedElementsAre("unit:1", "power:1"));
  EXPECT_THAT(causes(elsewhere), IsEmpty()) << "the matter lies in another district";
  EXPECT_THAT(causes(reader(8, "450203000000")), IsEmpty()) << "without the power";
  EXPECT_THAT(causes(reader(9, "450200000000", {powers::Power::values_report})), ElementsAre("power:1")) << "one who came to hold it later, above";
}

TEST_P(Telling, AnOwnersAccountReadsNothingThatIsAddressedToAPower) {
  tell(told(k_letter, Addressee::holders(powers::Power::places_read), "power:1"));
  tell(told(k_letter, Addressee::unit(9), "unit:1"));
  http::Caller institution = reader(5, "450203000000", {powers::Power::places_read}, 9);
  institution.owner = powers::Owner{powers::OwnerKind::institution, 77};
  EXPECT_THAT(causes(institution), ElementsAre("unit:1"));
}

TEST_P(Telling, TheSameTwiceIsOneNotice) {
  EXPECT_TRUE(tell(told(k_letter, Addressee::account(5))));
  EXPECT_FALSE(tell(told(k_letter, Addressee::account(5))));
  EXPECT_TRUE(tell(told(k_letter, Addressee::account(6)))) << "to another";
  EXPECT_TRUE(tell(told(k_alarm, Addressee::account(5)))) << "of another kind";
  Told later = told(k_letter, Addressee::account(5));
  later.occasion = "2";
  EXPECT_TRUE(tell(later)) << "on another occasion";
  EXPECT_EQ(causes(officer).size(), 3u);
}

TEST_P(Telling, WhatIsSettledIsNotToldAgain) {
  tell(told(k_letter, Addressee::account(5)));
  ASSERT_TRUE(write([](store::Writing& writing) -> Result<void> {
    EXPECT_EQ(settle(writing, "reading:1"), 1u);
    return {};
  }).done());
  EXPECT_FALSE(tell(told(k_letter, Addressee::account(5))));
  EXPECT_THAT(causes(officer), IsEmpty());
}

TEST_P(Telling, ARefusedCommandTellsNobody) {
  const auto command = [&](store::Writing& writing) -> Result<void> {
    notices::tell(writing, told(k_letter, Addressee::account(5)));
    return refuse("scope.outside");
  };
  ASSERT_FALSE(write(command).done());
  EXPECT_THAT(causes(officer), IsEmpty());
}

TEST_P(Telling, ACommandWithinOneStreetTellsAnotherStreet) {
  store::Acting acting = store::Acting::system("test");
  acting.scope = store::Scope(code("450203001000")).owned_by(powers::Owner{powers::OwnerKind::institution, 77});
  const auto command = [&](store::Writing& writing) -> Result<void> {
    notices::tell(writing, told(k_letter, Addressee::account(7), "reading:1", "450204001000"));
    return {};
  };
  ASSERT_TRUE(kept->write(acting, command).done());
  EXPECT_THAT(causes(elsewhere), ElementsAre("reading:1"));
}

TEST_P(Telling, ACauseThatIsOverIsDoneForEveryReader) {
  tell(told(k_task, Addressee::unit(9), "visit:1"));
  tell(told(k_letter, Addressee::unit(9), "visit:1"));
  ASSERT_TRUE(write([&](store::Writing& writing) { return snooze(writing, colleague, {ids(colleague), today.plus_days(2)}); }).done());
  ASSERT_TRUE(write([](store::Writing& writing) -> Result<void> {
    EXPECT_EQ(settle(writing, "visit:1", {"notice.task_due"}), 1u);
    return {};
  }).done());
  EXPECT_EQ(page(officer).rows.size(), 1u);
  EXPECT_EQ(page(officer).rows[0].notice.kind, "notice.value_corrected");
  EXPECT_EQ(causes(colleague, InboxView::done).size(), 1u);
  EXPECT_EQ(causes(colleague, InboxView::snoozed).size(), 1u);
  EXPECT_TRUE(kept->verify().intact());
}

TEST_P(Telling, AMessageNobodyPutsAwayLeavesTheInboxAfterNinetyDays) {
  tell(told(k_letter, Addressee::account(5), "letter:1"));
  tell(due(Addressee::account(5), "task:1", 3));
  const auto day = [&](store::Writing& writing) -> Result<void> {
    daily(writing, clock.now().beijing_day());
    return {};
  };
  pass_days(90);
  write(day);
  EXPECT_EQ(causes(officer).size(), 2u);
  pass_days(1);
  write(day);
  EXPECT_THAT(causes(officer), ElementsAre("task:1")) << "what is to be done stays";
}

}  // namespace laoyou::notices
