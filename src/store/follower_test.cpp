#include "store/follower.h"

#include <gmock/gmock.h>

#include <csignal>

#include "store/testing/follower_witness.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;

constexpr seconds k_patience{60};

class AFollower : public OnBothDatabases {
 protected:
  AFollower() { describe_witness(); }
  std::unique_ptr<Store> open() {
    clock.advance_milliseconds(1000);
    return Store::open(options, clock, random, witnessed_tables());
  }
  void TearDown() override {
    if (HasFatalFailure()) return;
    const auto store = open();
    EXPECT_TRUE(store->verify_journal().intact());
  }
  static Resident add(Store& store, const std::string& name) {
    Resident made = resident(store, "650203001001", name, std::to_string(store.new_id()));
    EXPECT_TRUE(insert(store, made).done());
    return made;
  }
  static bool caught_up(Follower& follower, Store& store) { return follower.wait_for(store.journal_head(), k_patience); }
};
RUN_ON_BOTH_DATABASES(AFollower);

TEST_P(AFollower, hands_over_each_change_with_the_record_before_and_after) {
  const auto store = open();
  std::vector<std::string> told;
  Follower follower(*store);
  follower.on<Resident>("names", [&](const Change<Resident>& change) {
    told.push_back((change.before ? change.before->name + change.before->phone : "") + ">" + (change.after ? change.after->name + change.after->phone : ""));
  });
  follower.start();
  Resident one = resident(*store, "650203001001", "张三", "138");
  ASSERT_TRUE(insert(*store, one).done());
  one.name = "李四";
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.update(one); return {}; }).done());
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.remove(one.id); return {}; }).done());
  ASSERT_TRUE(caught_up(follower, *store));
  EXPECT_THAT(told, ElementsAre(">张三138", "张三138>李四138", "李四138>"));
}

TEST_P(AFollower, begins_now_or_where_it_is_told_to) {
  const auto store = open();
  add(*store, "a");
  const std::int64_t first = store->journal_head();
  add(*store, "b");
  std::vector<std::int64_t> from_now, from_first;
  Follower follower(*store);
  follower.on_any("now", [&](const JournalEntry& entry) { from_now.push_back(entry.sequence); });
  follower.on_any("first", [&](const JournalEntry& entry) { from_first.push_back(entry.sequence); }, first);
  follower.start();
  add(*store, "c");
  ASSERT_TRUE(caught_up(follower, *store));
  EXPECT_THAT(from_now, ElementsAre(first + 2));
  EXPECT_THAT(from_first, ElementsAre(first + 1, first + 2));
}

TEST_P(AFollower, hands_the_same_entry_again_to_one_that_failed_and_keeps_nobody_else_waiting) {
  const auto store = open();
  std::vector<std::string> failing, healthy, kept_failing;
  std::atomic<int> troubles = 0;
  std::atomic<bool> mended = false;
  Follower follower(*store);
  follower.on<Resident>("failing", [&](const Change<Resident>& change) {
    if (change.after->name == "bad" && !mended) throw std::runtime_error("no");
    failing.push_back(change.after->name);
  });
  std::atomic<int> heard = 0;
  follower.on<Resident>("healthy", [&](const Change<Resident>& change) {
    healthy.push_back(change.after->name);
    ++heard;
  });
  follower.keep<Resident>("kept", Follower::From::now, [&](Writing&, const Change<Resident>& change) -> Result<void> {
    if (change.after->name == "bad" && !mended) return refuse("no");
    kept_failing.push_back(change.after->name);
    return {};
  });
  follower.start([&](const std::string&, const std::string& what) { troubles += what == "no" ? 1 : 0; });
  for (const char* name : {"good", "bad", "last"}) add(*store, name);
  for (int tries = 0; (heard < 3 || troubles < 4) && tries < 600; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_GE(troubles, 4);
  mended = true;
  ASSERT_TRUE(caught_up(follower, *store));
  follower.stop();
  EXPECT_THAT(healthy, ElementsAre("good", "bad", "last"));
  EXPECT_THAT(failing, ElementsAre("good", "bad", "last"));
  EXPECT_EQ(kept_failing.back(), "last");
}

TEST_P(AFollower, keeps_its_place_over_restarts_and_hands_over_each_entry_once) {
  std::int64_t written = 0;
  for (int start = 0; start < 4; ++start) {
    const auto store = open();
    add(*store, "before");
    {
      Follower follower(*store);
      witness(follower);
      follower.start();
      for (int i = 0; i < 50; ++i) add(*store, "during");
      if (start % 2 == 0) {
        ASSERT_TRUE(caught_up(follower, *store));
      }
    }
    add(*store, "after");
    written += 52;
  }
  const auto store = open();
  Follower follower(*store);
  witness(follower);
  follower.start();
  ASSERT_TRUE(caught_up(follower, *store));
  EXPECT_EQ(missed_or_out_of_order(*store), "");
  EXPECT_EQ(seen_count(*store), written);
}

TEST_P(AFollower, comes_to_rest_although_keeping_a_place_is_a_change_itself) {
  const auto store = open();
  Follower follower(*store);
  follower.keep_any("all", Follower::From::beginning, [](Writing&, const JournalEntry&) -> Result<void> { return {}; });
  follower.keep_any("all again", Follower::From::beginning, [](Writing&, const JournalEntry&) -> Result<void> { return {}; });
  follower.start();
  add(*store, "a");
  ASSERT_TRUE(caught_up(follower, *store));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const std::int64_t head = store->journal_head();
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  EXPECT_EQ(store->journal_head(), head);
}

TEST_P(AFollower, loses_and_doubles_nothing_when_its_program_is_killed) {
  { const auto store = open(); }
  SeededRandom chance(7);
  for (int kills = 0; kills < 6; ++kills) {
    clock.advance_milliseconds(1000);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto store = open();
      Follower follower(*store);
      witness(follower);
      follower.start();
      for (;;) add(*store, "x");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(150 + chance.below(250)));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << status;
  }
  clock.advance_milliseconds(60'000);
  const auto store = open();
  Follower follower(*store);
  witness(follower);
  follower.start();
  add(*store, "last");
  ASSERT_TRUE(caught_up(follower, *store));
  EXPECT_EQ(missed_or_out_of_order(*store), "");
  EXPECT_GT(seen_count(*store), 10);
}

/// What a follower makes of the changes, held against what the database says in the end.
TEST_P(AFollower, has_after_very_many_random_changes_what_the_table_has) {
  const int k_changes = GetParam() == DatabaseKind::sqlite ? 100'000 : 20'000, k_a_command = 100;
  const auto store = open();
  std::map<std::int64_t, std::string> followed, written;
  std::int64_t last = store->journal_head();
  bool in_order = true;
  Follower follower(*store);
  follower.on_any("order", [&](const JournalEntry& entry) { in_order &= entry.sequence == ++last; });
  follower.on<Resident>("copy", [&](const Change<Resident>& change) {
    const std::int64_t id = change.entry.record_id;
    const auto held = followed.find(id);
    EXPECT_EQ(change.before.has_value(), held != followed.end());
    EXPECT_TRUE(!change.before || held == followed.end() || change.before->name == held->second);
    if (change.after) followed[id] = change.after->name;
    else followed.erase(id);
  });
  follower.start();
  SeededRandom chance(11);
  for (int changes = 0; changes < k_changes; changes += k_a_command) {
    ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
      for (int i = 0; i < k_a_command; ++i) change_one(writing, written, chance);
      return {};
    }).done());
  }
  ASSERT_TRUE(caught_up(follower, *store));
  EXPECT_TRUE(in_order);
  EXPECT_EQ(followed, written);
  std::map<std::int64_t, std::string> stored;
  for (const Resident& each : all(*store)) stored[each.id.number] = each.name;
  EXPECT_EQ(followed, stored);
}

TEST(FollowersOfTwoServers, handle_each_entry_once_between_them_and_hear_of_each_others) {
  describe_test_records();
  describe_witness();
  const TemporaryDirectory directory;
  const SystemClock clock;
  SecureRandom random;
  StoreOptions options;
  options.database = PostgresServer::shared().new_schema();
  options.key_file = directory.path() / "laoyou.key";
  const auto open = [&](int node) {
    options.node = node;
    return Store::open(options, clock, random, witnessed_tables());
  };
  const auto one = open(1), two = open(2);
  Follower of_one(*one), of_two(*two);
  std::atomic<int> heard_by_one = 0, heard_by_two = 0;
  of_one.on<Resident>("screens", [&](const Change<Resident>&) { ++heard_by_one; });
  of_two.on<Resident>("screens", [&](const Change<Resident>&) { ++heard_by_two; });
  witness(of_one);
  witness(of_two);
  of_one.start();
  of_two.start();
  const auto write_all = [](Store& store) {
    for (int i = 0; i < 300; ++i) {
      Resident made;
      made.id = {store.new_id()};
      made.region = *RegionCode::parse("650203001001");
      made.phone = std::to_string(made.id.number);
      EXPECT_TRUE(store.write({}, [&](Writing& writing) -> Result<void> { writing.insert(made); return {}; }).done());
    }
  };
  std::thread first([&] { write_all(*one); }), second([&] { write_all(*two); });
  first.join();
  second.join();
  ASSERT_TRUE(of_one.wait_for(one->journal_head(), k_patience));
  ASSERT_TRUE(of_two.wait_for(one->journal_head(), k_patience));
  EXPECT_EQ(heard_by_one, 600);
  EXPECT_EQ(heard_by_two, 600);
  EXPECT_EQ(seen_count(*one), 600);
  EXPECT_EQ(missed_or_out_of_order(*two), "");
}

TEST(AFollowerDuringAnOutage, GoesOnWhereItStoodWhenTheDatabaseIsBack) {
  describe_test_records();
  describe_witness();
  PostgresServer server;
  const TemporaryDirectory directory;
  const SystemClock clock;
  SecureRandom random;
  StoreOptions options;
  options.database = server.new_schema();
  options.key_file = directory.path() / "laoyou.key";
  const auto store = Store::open(options, clock, random, witnessed_tables());
  const auto insert_one = [&] {
    Resident made;
    made.id = {store->new_id()};
    made.region = *RegionCode::parse("650203001001");
    made.phone = std::to_string(made.id.number);
    return store->write({}, [&](Writing& writing) -> Result<void> { writing.insert(made); return {}; });
  };
  std::atomic<int> heard = 0, troubles = 0;
  Follower follower(*store);
  follower.on<Resident>("screens", [&](const Change<Resident>&) { ++heard; });
  witness(follower);
  follower.start([&](const std::string&, const std::string&) { ++troubles; });
  ASSERT_TRUE(insert_one().done());
  ASSERT_TRUE(follower.wait_for(store->journal_head(), k_patience));
  server.stop(SIGQUIT);
  EXPECT_FALSE(insert_one().done());
  for (int tries = 0; troubles == 0 && tries < 600; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_GT(troubles, 0);
  server.start();
  ASSERT_TRUE(insert_one().done());
  ASSERT_TRUE(follower.wait_for(store->journal_head(), k_patience));
  EXPECT_EQ(heard, 2);
  EXPECT_EQ(missed_or_out_of_order(*store), "");
}

}  // namespace
}  // namespace laoyou::store
