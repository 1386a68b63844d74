#include "store/store.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class AStore : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(AStore);

TEST_P(AStore, gives_back_every_field_as_it_was_written) {
  const auto store = open();
  Resident full = resident(*store, "650203001001", "张三’s \"家\"", "13800000001");
  full.scale_sum = -42;
  full.born = *Date::parse("1940-05-01");
  full.care = Care::full;
  full.pension = *Fen::create(123'456);
  full.share = *Decimal::parse("95.26");
  full.alone = true;
  full.home = Home{"友谊路", 84.889};
  full.tags = {"低保", "失能"};
  const Resident bare = resident(*store, "650203001002", "", "");
  ASSERT_TRUE(insert(*store, full).done());
  ASSERT_TRUE(insert(*store, bare).done());

  for (const Resident& written : {full, bare}) {
    const auto read = store->read([&](Snapshot& snapshot) { return snapshot.find(Scope::country(), written.id); });
    ASSERT_TRUE(read);
    EXPECT_EQ(record::to_json(*read, record::View{.unmask = true}), record::to_json(written, record::View{.unmask = true}));
  }
}

TEST_P(AStore, keeps_what_it_answered_for_when_it_is_opened_again) {
  auto store = open();
  const Resident written = resident(*store, "650203001001", "张三", "1");
  const WriteOutcome outcome = insert(*store, written);
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(outcome.journal_sequence, 1);
  store.reset();
  store = open();
  EXPECT_EQ(all(*store).size(), 1u);
  EXPECT_EQ(store->journal_head(), 1);
}

TEST_P(AStore, walks_a_register_of_many_parts_once_in_its_order) {
  const auto store = open();
  std::vector<Resident> residents;
  for (int i = 0; i < 9'000; ++i) residents.push_back(resident(*store, i % 3 == 0 ? "650203001002" : "650203001001", "张三", std::to_string(i)));
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { return writing.insert_all(residents), Result<void>{}; }).done());
  std::stable_sort(residents.begin(), residents.end(), [](const Resident& a, const Resident& b) { return a.region < b.region; });
  store->read([&](Snapshot& snapshot) {
    std::size_t next = 0;
    snapshot.each<Resident>(Scope::country(), {}, [&](const Resident& each) {
      ASSERT_LT(next, residents.size());
      ASSERT_EQ(each.id, residents[next++].id);
      // Whoever walks may ask for something else on the way.
      if (next % 4'000 == 0) EXPECT_TRUE(snapshot.find(Scope::country(), residents.front().id));
    });
    EXPECT_EQ(next, residents.size());
  });
}

TEST_P(AStore, inserts_many_at_once_as_it_inserts_each) {
  const auto store = open();
  std::vector<Resident> residents;
  for (int i = 0; i < 70; ++i) residents.push_back(resident(*store, "650203001001", "张" + std::to_string(i), std::to_string(i)));
  const auto insert_them = [&](Writing& writing) -> Result<void> {
    writing.insert_all(residents);
    return {};
  };
  ASSERT_TRUE(store->write(actor(), insert_them).done());
  EXPECT_EQ(all(*store).size(), residents.size());
  EXPECT_EQ(store->journal_head(), 70);
  EXPECT_TRUE(store->verify().intact());

  // One that is there already, in the middle of many: none of them is stored.
  for (Resident& each : residents) each.id = {store->new_id()}, each.phone += "0";
  residents[40].phone = "7";
  const WriteOutcome refused = store->write(actor(), insert_them);
  ASSERT_TRUE(refused.refusal);
  EXPECT_EQ(refused.refusal->code, "store.duplicate");
  EXPECT_EQ(all(*store).size(), 70u);
  EXPECT_EQ(store->journal_head(), 70);
}

TEST_P(AStore, undoes_a_refused_command_alone) {
  const auto store = open();
  const Resident first = resident(*store, "650203001001", "张三", "1");
  const Resident second = resident(*store, "650203001001", "李四", "2");
  const WriteOutcome refused = store->write(actor(), [&](Writing& writing) -> Result<void> {
    writing.insert(first);
    return refuse("scope.outside");
  });
  ASSERT_TRUE(insert(*store, second).done());
  ASSERT_TRUE(refused.refusal);
  EXPECT_EQ(refused.refusal->code, "scope.outside");
  ASSERT_EQ(all(*store).size(), 1u);
  EXPECT_EQ(all(*store)[0].name, "李四");
  EXPECT_TRUE(store->verify_journal().intact());
}

TEST_P(AStore, hands_the_exception_of_a_command_back_and_undoes_it) {
  const auto store = open();
  const Resident first = resident(*store, "650203001001", "张三", "1");
  const WriteOutcome thrown = store->write(actor(), [&](Writing& writing) -> Result<void> {
    writing.insert(first);
    throw BrokenInvariant("on purpose");
  });
  EXPECT_THROW(thrown.result(), BrokenInvariant);
  EXPECT_TRUE(all(*store).empty());
}

TEST_P(AStore, refuses_a_second_record_with_a_unique_value_and_names_the_field) {
  const auto store = open();
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "13800000001")).done());
  const WriteOutcome outcome = insert(*store, resident(*store, "650203001001", "李四", "13800000001"));
  ASSERT_TRUE(outcome.refusal);
  EXPECT_EQ(outcome.refusal->code, "store.duplicate");
  EXPECT_EQ(outcome.refusal->place, "/phone");
  EXPECT_EQ(all(*store).size(), 1u);
}

TEST_P(AStore, shows_a_command_its_own_changes_and_those_queued_before) {
  const auto store = open();
  for (int i = 0; i < 20; ++i) {
    const WriteOutcome outcome = store->write(actor(), [&](Writing& writing) -> Result<void> {
      EXPECT_EQ(writing.count<Resident>(Scope::country()), i);
      Resident made;
      made.id = writing.new_id<Resident>();
      made.region = region("650203001001");
      made.phone = std::to_string(i);
      writing.insert(made);
      EXPECT_EQ(writing.count<Resident>(Scope::country()), i + 1);
      return {};
    });
    ASSERT_TRUE(outcome.done());
  }
}

TEST_P(AStore, reads_one_snapshot_whatever_is_written_meanwhile) {
  const auto store = open();
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "1")).done());
  store->read([&](Snapshot& snapshot) {
    EXPECT_EQ(snapshot.count<Resident>(Scope::country()), 1);
    EXPECT_TRUE(insert(*store, resident(*store, "650203001001", "李四", "2")).done());
    EXPECT_EQ(snapshot.count<Resident>(Scope::country()), 1);
    EXPECT_EQ(snapshot.journal_head().sequence, 1);
  });
  EXPECT_EQ(all(*store).size(), 2u);
}

TEST_P(AStore, updates_and_removes) {
  const auto store = open();
  Resident changed = resident(*store, "650203001001", "张三", "1");
  ASSERT_TRUE(insert(*store, changed).done());
  changed.name = "张三丰";
  changed.phone = "2";
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.update(changed); return {}; }).done());
  ASSERT_EQ(all(*store).size(), 1u);
  EXPECT_EQ(all(*store)[0].name, "张三丰");
  EXPECT_EQ(all(*store)[0].phone, "2");
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.remove(changed.id); return {}; }).done());
  EXPECT_TRUE(all(*store).empty());
}

TEST_P(AStore, answers_every_command_of_many_threads_and_keeps_all_of_them) {
  const auto store = open();
  constexpr int k_threads = 8, k_each = 25;
  std::vector<std::thread> threads;
  for (int t = 0; t < k_threads; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < k_each; ++i)
        EXPECT_TRUE(insert(*store, resident(*store, "650203001001", "张三", std::to_string(t * k_each + i))).done());
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(all(*store).size(), static_cast<std::size_t>(k_threads * k_each));
  const JournalCheck check = store->verify_journal();
  EXPECT_TRUE(check.intact());
  EXPECT_EQ(check.entries, k_threads * k_each);
}

TEST_P(AStore, writes_what_is_queued_before_it_closes) {
  auto store = open();
  std::atomic<int> done = 0;
  for (int i = 0; i < 200; ++i) {
    const Resident each = resident(*store, "650203001001", "张三", std::to_string(i));
    store->write(actor(), [each](Writing& writing) -> Result<void> { writing.insert(each); return {}; },
                 [&](const WriteOutcome& outcome) { done += outcome.done() ? 1 : 0; });
  }
  store.reset();
  EXPECT_EQ(done, 200);
  store = open();
  EXPECT_EQ(all(*store).size(), 200u);
}

}  // namespace
}  // namespace laoyou::store
