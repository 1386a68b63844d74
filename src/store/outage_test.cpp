// The database goes away and comes back while the store is open.
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

std::string failure_code(const WriteOutcome& outcome) {
  try {
    static_cast<void>(outcome.result());
    return "";
  } catch (const StoreUnavailable& unavailable) {
    return unavailable.code();
  }
}

class AnOutage : public testing::Test {
 protected:
  AnOutage() {
    describe_test_records();
    options.database = server.new_schema();
    options.key_file = directory.path() / "laoyou.key";
    store = Store::open(options, clock, random, {table<Resident>()});
  }
  WriteOutcome insert_one() {
    Resident made;
    made.id = {store->new_id()};
    made.region = *RegionCode::parse("650203001001");
    return store->write({}, [made](Writing& writing) -> Result<void> { writing.insert(made); return {}; });
  }
  std::int64_t count() {
    return store->read([](Snapshot& snapshot) { return snapshot.count<Resident>(Scope::country()); });
  }

  PostgresServer server;
  TemporaryDirectory directory;
  ManualClock clock{Instant{1'795'000'000'000}};
  SecureRandom random;
  StoreOptions options;
  std::unique_ptr<Store> store;
};

TEST_F(AnOutage, is_answered_as_unavailable_and_passes_by_itself) {
  ASSERT_TRUE(insert_one().done());
  ASSERT_EQ(count(), 1);
  server.stop(SIGQUIT);
  EXPECT_EQ(failure_code(insert_one()), "store.gone");
  EXPECT_THROW(count(), StoreUnavailable);
  EXPECT_EQ(failure_code(insert_one()), "store.gone");
  server.start();
  EXPECT_TRUE(insert_one().done());
  EXPECT_EQ(count(), 2);
  EXPECT_TRUE(store->verify_journal().intact());
}

TEST_F(AnOutage, in_the_middle_of_a_batch_leaves_nothing_half_written) {
  ASSERT_TRUE(insert_one().done());
  const WriteOutcome outcome = store->write({}, [&](Writing& writing) -> Result<void> {
    for (int i = 0; i < 3; ++i) {
      Resident made;
      made.id = writing.new_id<Resident>();
      made.region = *RegionCode::parse("650203001001");
      writing.insert(made);
      if (i == 1) server.stop(SIGQUIT);
    }
    return {};
  });
  EXPECT_EQ(failure_code(outcome), "store.gone");
  server.start();
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(store->journal_head(), 1);
  EXPECT_TRUE(insert_one().done());
  EXPECT_TRUE(store->verify_journal().intact());
}

TEST_F(AnOutage, under_load_loses_nothing_that_was_answered_for) {
  std::mutex mutex;
  std::vector<std::int64_t> answered;
  std::atomic<bool> stop = false;
  std::vector<std::thread> writers;
  for (int t = 0; t < 4; ++t)
    writers.emplace_back([&] {
      while (!stop) {
        const WriteOutcome outcome = insert_one();
        const std::scoped_lock lock(mutex);
        if (outcome.done()) answered.push_back(outcome.journal_sequence);
      }
    });
  const auto wait_for_more = [&] {
    const auto size = [&] {
      const std::scoped_lock lock(mutex);
      return answered.size();
    };
    for (const std::size_t before = size(); size() < before + 50;) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  wait_for_more();
  for (const int signal : {SIGINT, SIGQUIT}) {
    server.stop(signal);
    server.start();
    wait_for_more();
  }
  stop = true;
  for (std::thread& writer : writers) writer.join();
  const JournalCheck check = store->verify_journal();
  EXPECT_TRUE(check.intact());
  EXPECT_EQ(count(), check.entries);
  EXPECT_GE(check.entries, static_cast<std::int64_t>(answered.size()));
  for (const std::int64_t sequence : answered) ASSERT_LE(sequence, check.entries);
}

}  // namespace
}  // namespace laoyou::store
