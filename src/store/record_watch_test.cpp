#include "store/record_watch.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ARecordWatch : public OnBothDatabases {
 protected:
  static std::int64_t ask(RecordWatch& watch, Store& store) {
    return store.read([&](Snapshot& snapshot) { return watch.as_of(snapshot); });
  }
  RecordWatch residents{{"test_home", "test_resident"}};
  RecordWatch others{{"test_home"}};
};
RUN_ON_BOTH_DATABASES(ARecordWatch);

TEST_P(ARecordWatch, gives_another_number_after_every_change_of_its_records_and_only_then) {
  const auto store = open();
  Resident resident = OnBothDatabases::resident(*store, "650203001001", "张三", "1");
  std::vector<std::int64_t> numbers{ask(residents, *store)};
  const std::int64_t quiet = ask(others, *store);
  const auto expect_fresh = [&] {
    numbers.push_back(ask(residents, *store));
    EXPECT_NE(numbers.back(), numbers[numbers.size() - 2]);
    EXPECT_EQ(ask(residents, *store), numbers.back());
    EXPECT_EQ(ask(others, *store), quiet);
  };
  ASSERT_TRUE(insert(*store, resident).done());
  expect_fresh();
  resident.name = "李四";
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.update(resident); return {}; }).done());
  expect_fresh();
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.remove(resident.id); return {}; }).done());
  expect_fresh();
}

TEST_P(ARecordWatch, tells_a_reading_of_before_a_change_from_one_of_after_it) {
  const auto store = open();
  store->read([&](Snapshot& before) {
    const std::int64_t early = residents.as_of(before);
    EXPECT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "1")).done());
    const std::int64_t late = ask(residents, *store);
    EXPECT_NE(late, early);
    EXPECT_EQ(residents.as_of(before), early) << "the older reading still sees what it saw";
    EXPECT_EQ(ask(residents, *store), late);
    return 0;
  });
}

TEST_P(ARecordWatch, misses_no_change_among_very_many) {
  const auto store = open();
  const std::int64_t empty = ask(residents, *store);
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
    for (int i = 0; i < 1500; ++i) writing.insert(resident(*store, "650203001001", "张三", std::to_string(i)));
    return {};
  }).done());
  const std::int64_t full = ask(residents, *store);
  EXPECT_NE(full, empty);
  EXPECT_EQ(ask(residents, *store), full);
}

}  // namespace
}  // namespace laoyou::store
