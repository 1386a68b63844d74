#include "feeds/put_off.h"

#include "feeds/decide_task.h"
#include "feeds/testing/small_register.h"

namespace laoyou::feeds {
namespace {

class PutOff : public testing::ARegister {
 protected:
  PutOff() {
    const registry::Resident one = small.person("李拟兰", "1949-12-31"), two = small.person("李拟兰", "1949-12-31");
    PersonTask task;
    task.region = one.region;
    task.resident = one.id.number;
    task.other = two.id.number;
    id_ = small.put(task).id;
  }
  void put_off_to(std::optional<Date> day) {
    EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
      const auto done = decide_task(writing, small.residents(), {id_, std::nullopt, {}, day, {}}, 7);
      return done ? Result<void>() : Result<void>(done.error());
    }));
  }
  std::size_t pass(Date day) {
    std::size_t again = 0;
    EXPECT_TRUE(small.write([&](store::Writing& writing) -> Result<void> {
      again = take_up_again(writing, day);
      return {};
    }));
    return again;
  }
  PersonTask task() { return small.all<PersonTask>().front(); }
  const Date today_ = SystemClock().now().beijing_day();
  Id<PersonTask> id_;
};
INSTANTIATE_TEST_SUITE_P(Feeds, PutOff, ::testing::Values(store::DatabaseKind::sqlite, store::DatabaseKind::postgresql), testing::database_name);

}  // namespace

TEST_P(PutOff, ComesBackOnItsDayAndNotBefore) {
  put_off_to(today_.plus_days(3));
  EXPECT_EQ(pass(today_.plus_days(2)), 0U);
  EXPECT_EQ(task().state, PersonTaskState::later);
  EXPECT_EQ(pass(today_.plus_days(3)), 1U);
  EXPECT_EQ(task().state, PersonTaskState::open);
  EXPECT_FALSE(task().until);
  EXPECT_EQ(pass(today_.plus_days(3)), 0U);
}

TEST_P(PutOff, ComesBackThoughTheDayItselfWasMissed) {
  put_off_to(today_.plus_days(1));
  EXPECT_EQ(pass(today_.plus_days(40)), 1U);
  EXPECT_EQ(task().state, PersonTaskState::open);
}

TEST_P(PutOff, ToNoDayStaysUntilSomebodyTakesItUp) {
  put_off_to(std::nullopt);
  EXPECT_EQ(pass(today_.plus_days(4'000)), 0U);
  EXPECT_EQ(task().state, PersonTaskState::later);
}

}  // namespace laoyou::feeds
