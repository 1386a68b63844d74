#include "feeds/merge_persons.h"

#include "feeds/decide_task.h"
#include "feeds/testing/small_register.h"
#include "registry/stay.h"

namespace laoyou::feeds {
namespace {

using registry::Assessment;
using registry::Resident;
using testing::day;

class AMerge : public testing::ARegister {
 protected:
  std::vector<record::Cell> cells(Id<Resident> id) {
    Resident resident = small.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id); }).value();
    resident.version = 0;  // counts every change, these too
    std::vector<record::Cell> all;
    record::to_cells(resident, all);
    return all;
  }
  PersonMerge merge(Id<Resident> kept, Id<Resident> gone) {
    PersonMerge made;
    EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
      const Result<PersonMerge> merged = merge_persons(writing, small.residents(), kept.number, gone.number, 0, 7);
      if (!merged) return merged.error();
      made = *merged;
      return {};
    }));
    return made;
  }
  Result<void> part(Id<PersonMerge> id) {
    return small.write([&](store::Writing& writing) { return part_persons(writing, small.residents(), id, 7); });
  }
};
INSTANTIATE_TEST_SUITE_P(Feeds, AMerge, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

}  // namespace

TEST_P(AMerge, FillsWhatTheKeptOneDoesNotKnowAndTakesOverWhatNamesTheOther) {
  const Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟蓝", "1949-12-31", "11010519491231002X", "13900001111");
  small.put(Assessment{{}, 0, two.region, two.id, day("2025-06-01"), 40, registry::CareGrade::moderate, false});
  merge(one.id, two.id);
  ASSERT_EQ(small.all<Resident>().size(), 1U);
  const Resident now = small.all<Resident>().front();
  EXPECT_EQ(now.id, one.id);
  EXPECT_EQ(now.name, "李拟兰");
  EXPECT_EQ(now.id_number, two.id_number);
  EXPECT_EQ(now.phone, two.phone);
  EXPECT_EQ(now.care_grade, registry::CareGrade::moderate);
  EXPECT_EQ(small.all<Assessment>().front().resident, one.id);
}

TEST_P(AMerge, UndoneRestoresBothToTheByteAndWhatNamedThem) {
  const Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟蓝", "1949-12-31", "11010519491231002X", "13900001111");
  small.put(Assessment{{}, 0, two.region, two.id, day("2025-06-01"), 40, registry::CareGrade::moderate, false});
  const auto one_before = cells(one.id), two_before = cells(two.id);
  const PersonMerge made = merge(one.id, two.id);
  ASSERT_TRUE(part(made.id));
  EXPECT_EQ(cells(one.id), one_before);
  EXPECT_EQ(cells(two.id), two_before);
  EXPECT_EQ(small.all<Assessment>().front().resident, two.id);
  const Result<void> again = part(made.id);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "feeds.merge_undone");
}

TEST_P(AMerge, UndoneLeavesWhatSomebodyChangedSince) {
  const Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟蓝", "1949-12-31", "", "13900001111");
  const PersonMerge made = merge(one.id, two.id);
  EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
    Resident now = writing.find(writing.scope(), one.id).value();
    now.languages = "桂柳话";
    writing.update(now);
    return {};
  }));
  ASSERT_TRUE(part(made.id));
  const Resident now = small.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), one.id); }).value();
  EXPECT_EQ(now.languages, "桂柳话");
  EXPECT_FALSE(now.phone) << "it was the other's";
}

TEST_P(AMerge, OfOneRecordWithItselfIsRefused) {
  const Resident one = small.person("李拟兰", "1949-12-31");
  const Result<void> refused = small.write([&](store::Writing& writing) -> Result<void> {
    const auto merged = merge_persons(writing, small.residents(), one.id.number, one.id.number, 0, 7);
    return merged ? Result<void>() : Result<void>(merged.error());
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "feeds.same_record");
}

TEST_P(AMerge, AnswersOtherQuestionsAboutTheTwoAndUndoneAsksThemAgain) {
  const Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟兰", "1949-12-31"), third = small.person("李拟兰", "1949-12-31");
  const auto ask = [&](const Resident& left, const Resident& right) {
    PersonTask task;
    task.region = left.region;
    task.resident = left.id.number;
    task.other = right.id.number;
    return small.put(task).id;
  };
  const Id<PersonTask> same = ask(two, one), another = ask(two, third);
  const auto task = [&](Id<PersonTask> id) { return small.store().read([&](store::Snapshot& snapshot) { return snapshot.find(store::Scope::country(), id); }).value(); };
  const PersonMerge made = merge(one.id, two.id);
  EXPECT_EQ(task(same).state, PersonTaskState::done);
  EXPECT_EQ(task(same).decision, PersonDecision::same);
  EXPECT_EQ(task(another).state, PersonTaskState::open);
  EXPECT_EQ(task(another).resident, one.id.number) << "the question about the third is now about the one that stays";
  ASSERT_TRUE(part(made.id));
  EXPECT_EQ(task(same).state, PersonTaskState::open);
  EXPECT_FALSE(task(same).decision);
  EXPECT_EQ(task(same).resident, two.id.number);
  EXPECT_EQ(task(same).other, one.id.number);
  EXPECT_EQ(task(another).resident, two.id.number);
}

TEST_P(AMerge, DecidedByAClerkIsOpenAgainOnceUndone) {
  const Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟兰", "1949-12-31");
  PersonTask task;
  task.region = one.region;
  task.resident = one.id.number;
  task.other = two.id.number;
  task = small.put(task);
  Decided decided;
  EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
    const auto done = decide_task(writing, small.residents(), {task.id, PersonDecision::same, std::to_string(two.id.number), {}, {}}, 7);
    if (!done) return done.error();
    decided = *done;
    return {};
  }));
  ASSERT_TRUE(decided.merge);
  EXPECT_EQ(small.all<Resident>().front().id, two.id) << "the one that the clerk keeps";
  EXPECT_EQ(small.all<PersonTask>().front().state, PersonTaskState::done);
  ASSERT_TRUE(part(*decided.merge));
  const PersonTask now = small.all<PersonTask>().front();
  EXPECT_EQ(now.state, PersonTaskState::open);
  EXPECT_EQ(now.resident, one.id.number);
  EXPECT_EQ(now.other, two.id.number);
}

}  // namespace laoyou::feeds
