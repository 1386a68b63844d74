#include <gmock/gmock.h>

#include "notices/office_test.h"
#include "notices/place.h"

namespace laoyou::notices {

using testing::ElementsAre;
using testing::IsEmpty;
using store::database_name;
using store::DatabaseKind;

class ReadingAnInbox : public AnInbox {};
RUN_ON_BOTH_DATABASES(ReadingAnInbox);

TEST_P(ReadingAnInbox, PutsAlarmsFirstThenByDayThenTheLatestMessage) {
  tell(told(k_letter, Addressee::account(5), "letter:old"));
  tell(due(Addressee::unit(9), "task:later", 5));
  tell(due(Addressee::account(5), "task:overdue", -1));
  tell(due(Addressee::holders(powers::Power::values_report), "task:today", 0));
  pass_days(0);
  clock.advance_milliseconds(1000);
  tell(told(k_letter, Addressee::account(5), "letter:new"));
  tell(told(k_alarm, Addressee::account(5), "alarm"));
  EXPECT_THAT(causes(officer), ElementsAre("alarm", "task:overdue", "task:today", "task:later", "letter:new", "letter:old"));
  const InboxCounts all = counts(officer);
  EXPECT_EQ(all.open, 6);
  EXPECT_EQ(all.urgent, 1);
  EXPECT_EQ(all.overdue, 1);
  EXPECT_EQ(all.today, 1);
  EXPECT_EQ(all.later, 1);
  EXPECT_EQ(all.message, 2);
}

TEST_P(ReadingAnInbox, PagesOfAnyLengthTogetherAreTheWholeListWhateverIsPutAway) {
  SeededRandom chance(7);
  for (int i = 0; i < 60; ++i) {
    const Addressee to = i % 3 == 0 ? Addressee::account(5) : i % 3 == 1 ? Addressee::unit(9) : Addressee::holders(powers::Power::values_report);
    if (chance.below(2) == 0) clock.advance_milliseconds(1);
    tell(chance.below(2) == 0 ? due(to, "c:" + std::to_string(i), static_cast<int>(chance.below(5)) - 2) : told(k_letter, to, "c:" + std::to_string(i)));
  }
  std::vector<Id<Notice>> some;
  for (const Id<Notice>& id : ids(officer))
    if (chance.below(2) == 0) some.push_back(id);
  ASSERT_TRUE(write([&](store::Writing& writing) { return mark_done(writing, officer, some); }).done());
  Wanted whole;
  whole.rows = 200;
  for (const InboxView view : {InboxView::open, InboxView::done}) {
    whole.view = view;
    const Entries all = page(officer, whole);
    EXPECT_EQ(all.rows.size(), view == InboxView::done ? some.size() : 60 - some.size());
    for (const std::size_t rows : {1u, 2u, 7u}) {
      std::vector<std::int64_t> expected, seen;
      for (const Entry& entry : all.rows) expected.push_back(entry.notice.id.number);
      Wanted wanted{view, {}, {}, {}, rows};
      do {
        const Entries part = page(officer, wanted);
        EXPECT_LE(part.rows.size(), rows);
        for (const Entry& entry : part.rows) seen.push_back(entry.notice.id.number);
        wanted.after = part.after;
      } while (wanted.after && seen.size() < 200);
      EXPECT_EQ(seen, expected) << rows << " a page";
    }
  }
  EXPECT_EQ(counts(officer).open, static_cast<std::int64_t>(60 - some.size()));
}

TEST_P(ReadingAnInbox, OneGroupOrKindAlone) {
  tell(told(k_letter, Addressee::account(5), "letter"));
  tell(due(Addressee::account(5), "task:overdue", -1));
  tell(due(Addressee::account(5), "task:today", 0));
  Wanted wanted;
  wanted.group = Group::overdue;
  ASSERT_EQ(page(officer, wanted).rows.size(), 1u);
  EXPECT_EQ(page(officer, wanted).rows[0].notice.cause, "task:overdue");
  wanted.group.reset();
  wanted.kind = "notice.task_due";
  EXPECT_EQ(page(officer, wanted).rows.size(), 2u);
}

TEST_P(ReadingAnInbox, WhatOneHasDoneStaysOpenToTheOthersOfTheUnit) {
  tell(told(k_task, Addressee::unit(9), "task"));
  ASSERT_TRUE(write([&](store::Writing& writing) { return mark_done(writing, officer, ids(officer)); }).done());
  EXPECT_THAT(causes(officer), IsEmpty());
  EXPECT_EQ(counts(officer).open, 0);
  EXPECT_THAT(causes(officer, InboxView::done), ElementsAre("task"));
  EXPECT_THAT(causes(colleague), ElementsAre("task"));
  EXPECT_EQ(counts(colleague).open, 1);
}

TEST_P(ReadingAnInbox, SnoozedItComesBackOnItsDay) {
  tell(due(Addressee::unit(9), "task", 0));
  ASSERT_TRUE(write([&](store::Writing& writing) { return snooze(writing, officer, {ids(officer), today.plus_days(2)}); }).done());
  EXPECT_THAT(causes(officer), IsEmpty());
  EXPECT_EQ(counts(officer).open, 0);
  EXPECT_THAT(causes(officer, InboxView::snoozed), ElementsAre("task"));
  pass_days(1);
  EXPECT_THAT(causes(officer), IsEmpty());
  pass_days(1);
  EXPECT_THAT(causes(officer), ElementsAre("task"));
  EXPECT_EQ(counts(officer).overdue, 1);
  EXPECT_THAT(causes(officer, InboxView::snoozed), IsEmpty());
}

TEST_P(ReadingAnInbox, TheDayToComeBackLiesAheadAndWithinAYear) {
  tell(told(k_task, Addressee::account(5), "task"));
  for (const int days : {-1, 0, 367}) {
    const auto outcome = write([&](store::Writing& writing) { return snooze(writing, officer, {ids(officer), today.plus_days(days)}); });
    ASSERT_FALSE(outcome.done()) << days;
    EXPECT_EQ(outcome.refusal->code, "notices.day_not_ahead");
    EXPECT_EQ(outcome.refusal->place, "/day");
  }
}

TEST_P(ReadingAnInbox, DoneCanBeTakenBackByWhoDidItButNotWhatItsCauseHasSettled) {
  for (const Addressee& to : {Addressee::account(5), Addressee::unit(9)}) tell(due(to, "task:" + to.text(), 1));
  const auto before = ids(officer);
  ASSERT_TRUE(write([&](store::Writing& writing) { return mark_done(writing, officer, before); }).done());
  EXPECT_EQ(counts(officer).open, 0);
  ASSERT_TRUE(write([&](store::Writing& writing) { return reopen(writing, officer, before); }).done());
  EXPECT_EQ(ids(officer), before);
  EXPECT_EQ(counts(officer).later, 2);
  ASSERT_TRUE(write([](store::Writing& writing) -> Result<void> {
    settle(writing, "task:unit:9");
    return {};
  }).done());
  EXPECT_EQ(write([&](store::Writing& writing) { return reopen(writing, officer, before); }).refusal->code, "notices.settled");
}

TEST_P(ReadingAnInbox, HandedOnItIsTheColleaguesWithTheNote) {
  tell(due(Addressee::account(5), "task", 1));
  ASSERT_TRUE(write([&](store::Writing& writing) { return delegate(writing, officer, 6, {ids(officer), "6", "请你去"}); }).done());
  EXPECT_THAT(causes(officer), IsEmpty());
  const Entries theirs = page(colleague);
  ASSERT_EQ(theirs.rows.size(), 1u);
  EXPECT_TRUE(theirs.rows[0].notice.delegated);
  EXPECT_EQ(theirs.rows[0].notice.note, "请你去");
  EXPECT_EQ(theirs.rows[0].notice.told_by, 5);
  EXPECT_EQ(theirs.rows[0].notice.due, today.plus_days(1));
  const Entries mine = page(officer, {InboxView::done, {}, {}, {}, 50});
  ASSERT_EQ(mine.rows.size(), 1u);
  EXPECT_EQ(mine.rows[0].state->delegated_to, 6);
  ASSERT_TRUE(write([](store::Writing& writing) -> Result<void> {
    EXPECT_EQ(settle(writing, "task"), 1u) << "the cause settles the one handed on too";
    return {};
  }).done());
  EXPECT_THAT(causes(colleague), IsEmpty());
}

TEST_P(ReadingAnInbox, NobodyActsOnWhatIsNotAddressedToHimAndOneWrongIdStopsAll) {
  tell(told(k_task, Addressee::account(5), "mine"));
  tell(told(k_task, Addressee::account(6), "theirs"));
  std::vector<Id<Notice>> both = ids(officer);
  both.push_back(ids(colleague).front());
  const auto outcome = write([&](store::Writing& writing) { return mark_done(writing, officer, both); });
  ASSERT_FALSE(outcome.done());
  EXPECT_EQ(outcome.refusal->code, "notices.not_found");
  EXPECT_THAT(causes(officer), ElementsAre("mine"));
  const std::vector<Id<Notice>> many(k_notices_at_once + 1, ids(officer).front());
  EXPECT_EQ(write([&](store::Writing& writing) { return mark_done(writing, officer, many); }).refusal->code, "notices.too_many");
}

TEST_P(ReadingAnInbox, TheSameActTwiceChangesNothingMore) {
  tell(told(k_task, Addressee::unit(9), "task"));
  const auto before = ids(officer);
  const auto done = [&](store::Writing& writing) { return mark_done(writing, officer, before); };
  ASSERT_TRUE(write(done).done());
  const std::int64_t head = kept->journal_head();
  pass_days(1);
  ASSERT_TRUE(write(done).done());
  EXPECT_EQ(kept->journal_head(), head);
}

TEST(PlaceInAnInbox, GroupsFollowTheDayOfReading) {
  const Date day = Date::parse("2026-11-29").value();
  const std::string place = open_place(Importance::dated, day, Instant{1'795'000'000'000});
  EXPECT_EQ(group_of(place, day.plus_days(-1)), Group::later);
  EXPECT_EQ(group_of(place, day), Group::today);
  EXPECT_EQ(group_of(place, day.plus_days(1)), Group::overdue);
  EXPECT_EQ(group_of(open_place(Importance::dated, std::nullopt, {}), day), Group::message);
}

}  // namespace laoyou::notices
