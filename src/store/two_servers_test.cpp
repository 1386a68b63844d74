// Two server processes may share one PostgreSQL database; here two stores stand for them.
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class TwoServers : public testing::Test {
 protected:
  TwoServers() {
    describe_test_records();
    options.database = PostgresServer::shared().new_schema();
    options.key_file = directory.path() / "laoyou.key";
  }
  std::unique_ptr<Store> open(int node) {
    StoreOptions own = options;
    own.node = node;
    return Store::open(own, clock, random, {table<Resident>({unique({"phone"})})});
  }
  static Command inserting(Store& store, const std::string& phone) {
    Resident made;
    made.id = {store.new_id()};
    made.region = *RegionCode::parse("650203001001");
    made.phone = phone;
    return [made](Writing& writing) -> Result<void> { writing.insert(made); return {}; };
  }

  TemporaryDirectory directory;
  SystemClock clock;
  SecureRandom random;
  StoreOptions options;
};

TEST_F(TwoServers, may_start_at_once_on_an_empty_database) {
  std::vector<std::unique_ptr<Store>> stores(4);
  create_key_file(options.key_file, random);
  options.make_new = true;  // a key without its database is refused unless told
  std::vector<std::thread> starting;
  for (int node = 0; node < 4; ++node) starting.emplace_back([&, node] { stores[static_cast<std::size_t>(node)] = open(node); });
  for (std::thread& thread : starting) thread.join();
  for (int node = 0; node < 4; ++node) EXPECT_TRUE(stores[static_cast<std::size_t>(node)]->write({}, inserting(*stores[0], std::to_string(node))).done());
  EXPECT_TRUE(stores[0]->verify_journal().intact());
}

TEST_F(TwoServers, write_one_journal_without_gap_and_a_reader_never_skips_a_late_entry) {
  const auto one = open(1), two = open(2);
  constexpr int k_each = 400;
  std::atomic<int> writing = 2;
  const auto write_all = [&](Store& store, const std::string& name) {
    std::atomic<int> answered = 0;
    for (int i = 0; i < k_each; ++i) {
      store.write({}, inserting(store, name + std::to_string(i)), [&](const WriteOutcome& outcome) { answered += outcome.done() ? 1 : 0; });
      if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
    }
    EXPECT_TRUE(store.write({}, [](Writing&) -> Result<void> { return {}; }).done());
    EXPECT_EQ(answered, k_each);
    --writing;
  };
  std::thread first([&] { write_all(*one, "a"); }), second([&] { write_all(*two, "b"); });

  // The follower takes whatever is new, again and again; what it has seen must always be 1, 2, 3 … without a hole.
  std::int64_t seen = 0;
  int looks_with_news = 0;
  for (bool last_look = false; !last_look;) {
    last_look = writing == 0;
    const auto fresh = two->read([&](Snapshot& snapshot) {
      return snapshot.journal(Scope::country(), {.after_sequence = seen, .record = "", .record_id = 0, .rows = 1000});
    });
    looks_with_news += fresh.empty() ? 0 : 1;
    for (const JournalEntry& entry : fresh) ASSERT_EQ(entry.sequence, ++seen);
  }
  first.join();
  second.join();
  EXPECT_EQ(seen, 2 * k_each);
  EXPECT_GT(looks_with_news, 2);
  EXPECT_TRUE(one->verify_journal().intact());
}

TEST_F(TwoServers, see_a_unique_value_the_other_has_taken) {
  const auto one = open(1), two = open(2);
  EXPECT_TRUE(one->write({}, inserting(*one, "13800000001")).done());
  const WriteOutcome outcome = two->write({}, inserting(*two, "13800000001"));
  ASSERT_TRUE(outcome.refusal);
  EXPECT_EQ(outcome.refusal->place, "/phone");
}

}  // namespace
}  // namespace laoyou::store
