#include "store/verify_journal.h"

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class TheJournal : public OnBothDatabases {
 protected:
  /// Twelve entries under four seals of one to five entries.
  void fill() {
    store = open();
    int phone = 0;
    for (const int entries : {3, 5, 1, 3})
      ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> {
        for (int i = 0; i < entries; ++i) {
          Resident made;
          made.id = writing.new_id<Resident>();
          made.region = region("650203001001");
          made.name = "张三";
          made.phone = std::to_string(++phone);
          writing.insert(made);
        }
        return {};
      }).done());
    intact = store->verify_journal();
    ASSERT_TRUE(intact.intact());
    ASSERT_EQ(intact.entries, 12);
    ASSERT_EQ(intact.last_seal.batch, 4);
  }
  /// What verification says after the statements were run behind the store's back.
  std::string after(const std::string& statements, const JournalAnchor& anchor = {}) {
    behind()->execute(statements);
    const JournalCheck check = store->verify_journal(anchor);
    return fault_code(check.fault) + " " + std::to_string(check.first_bad_sequence);
  }

  std::unique_ptr<Store> store;
  JournalCheck intact;
};
RUN_ON_BOTH_DATABASES(TheJournal);

TEST_P(TheJournal, tells_who_when_how_and_what_of_every_change) {
  store = open();
  Resident changed = resident(*store, "650203001001", "张三", "1");
  ASSERT_TRUE(insert(*store, changed).done());
  clock.advance_milliseconds(5000);
  changed.name = "李四";
  changed.region = region("650203001002");
  ASSERT_TRUE(store->write({8, "sheet", "request-2"}, [&](Writing& writing) -> Result<void> { writing.update(changed); return {}; }).done());
  ASSERT_TRUE(store->write({9, "api", ""}, [&](Writing& writing) -> Result<void> { writing.remove(changed.id); return {}; }).done());

  const auto entries = store->read([](Snapshot& snapshot) { return snapshot.journal(Scope::country(), {}); });
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[1].sequence, 2);
  EXPECT_EQ(entries[1].at, clock.now());
  EXPECT_EQ(entries[1].actor.account, 8);
  EXPECT_EQ(entries[1].actor.door, "sheet");
  EXPECT_EQ(entries[1].actor.request_id, "request-2");
  EXPECT_EQ(entries[1].action, Action::update);
  EXPECT_EQ(entries[1].record, "test_resident");
  EXPECT_EQ(entries[1].record_id, changed.id.number);
  EXPECT_EQ(entries[1].region, changed.region);
  store->read([&](Snapshot& snapshot) {
    EXPECT_EQ(snapshot.record_of<Resident>(*entries[1].before).name, "张三");
    EXPECT_EQ(snapshot.record_of<Resident>(*entries[1].after).name, "李四");
    EXPECT_EQ(snapshot.journal(Scope::country(), {.after_sequence = 1, .record = "test_resident", .record_id = changed.id.number, .rows = 1}).size(), 1u);
  });
  EXPECT_FALSE(entries[0].before);
  EXPECT_EQ(entries[1].before, entries[0].after);
  EXPECT_EQ(entries[2].action, Action::remove);
  EXPECT_EQ(entries[2].before, entries[1].after);
  EXPECT_FALSE(entries[2].after);
}

TEST_P(TheJournal, chains_and_verifies_one_command_of_many_thousand_changes_as_it_does_small_ones) {
  store = open();
  constexpr int k_many = 5'000;
  std::vector<Resident> many;
  for (int i = 0; i < k_many; ++i) many.push_back(resident(*store, "650203001001", "张三", std::to_string(i)));
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "李四", "before")).done());
  ASSERT_TRUE(store->write(actor(), [&](Writing& writing) -> Result<void> { writing.insert_all(many); return {}; }).done());
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "王五", "after")).done());
  const JournalCheck check = store->verify_journal();
  EXPECT_TRUE(check.intact()) << fault_code(check.fault) << " " << check.first_bad_sequence;
  EXPECT_EQ(check.entries, k_many + 2);
  EXPECT_EQ(check.last_seal.batch, 3);
  EXPECT_EQ(after("update journal set after = '{}' where sequence = 4000"), "journal.entry_altered 4000");
}

TEST_P(TheJournal, rebuilds_every_table_whatever_was_done) {
  store = open();
  SeededRandom draws(7);
  std::vector<Id<Resident>> living;
  for (int step = 0; step < 150; ++step) {
    const std::uint64_t draw = draws.below(5);
    const WriteOutcome outcome = store->write(actor(), [&](Writing& writing) -> Result<void> {
      if (draw < 2 || living.empty()) {
        Resident made;
        made.id = writing.new_id<Resident>();
        made.region = region("650203001001");
        made.phone = std::to_string(step);
        writing.insert(made);
        if (draws.below(4) == 0) return refuse("scope.outside");
        living.push_back(made.id);
      } else if (draw < 4) {
        Resident changed = *writing.find(Scope::country(), living[draws.below(living.size())]);
        changed.name += "三";
        writing.update(changed);
        if (draws.below(4) == 0) throw BrokenInvariant("on purpose");
      } else {
        const std::size_t which = draws.below(living.size());
        writing.remove(living[which]);
        living.erase(living.begin() + static_cast<std::ptrdiff_t>(which));
      }
      return {};
    });
    static_cast<void>(outcome);
  }
  store->read([&](Snapshot& snapshot) {
    std::map<std::int64_t, std::string> rebuilt, present;
    for (const JournalEntry& entry : snapshot.journal(Scope::country(), {})) {
      EXPECT_EQ(entry.before.has_value(), rebuilt.contains(entry.record_id));
      if (entry.before) {
        EXPECT_EQ(*entry.before, rebuilt[entry.record_id]);
      }
      rebuilt.erase(entry.record_id);
      if (entry.after) rebuilt[entry.record_id] = *entry.after;
    }
    for (auto& [id, json] : rebuilt) json = record::to_json(snapshot.record_of<Resident>(json), record::View{.unmask = true});
    for (const Resident& each : snapshot.select<Resident>(Scope::country())) present[each.id.number] = record::to_json(each, record::View{.unmask = true});
    EXPECT_EQ(rebuilt, present);
    EXPECT_EQ(present.size(), living.size());
  });
  EXPECT_TRUE(store->verify_journal().intact());
}

TEST_P(TheJournal, shows_an_altered_entry_in_each_of_its_fields) {
  fill();
  for (const std::string change :
       {"at = at + 1", "account = 99", "door = 'api'", "request_id = ''", "action = 'update'", "record = 'other'", "record_id = record_id + 1",
        "region = '650203001002'", "before = ''", "after = null", "after = '{}'", "hash = '00'", "action = 'nonsense'", "region = 'nowhere'"}) {
    SCOPED_TRACE(change);
    const auto tampering = behind();
    tampering->execute("create table kept as select * from journal where sequence = 6");
    EXPECT_EQ(after("update journal set " + change + " where sequence = 6"), "journal.entry_altered 6");
    EXPECT_EQ(after("delete from journal where sequence = 6; insert into journal select * from kept; drop table kept"), "journal.intact 0");
  }
}

TEST_P(TheJournal, shows_a_missing_entry) {
  for (const int sequence : {1, 4, 9, 12}) {
    options.database = GetParam() == DatabaseKind::sqlite ? "sqlite:" + (directory.path() / std::to_string(sequence) / "laoyou.db").string()
                                                          : PostgresServer::shared().new_schema();
    options.key_file = directory.path() / std::to_string(sequence) / "laoyou.key";
    fill();
    EXPECT_EQ(after("delete from journal where sequence = " + std::to_string(sequence)), "journal.entry_missing " + std::to_string(sequence));
  }
}

TEST_P(TheJournal, shows_exchanged_entries) {
  fill();
  EXPECT_EQ(after("update journal set sequence = -1 where sequence = 5; update journal set sequence = 5 where sequence = 6; "
                  "update journal set sequence = 6 where sequence = -1"), "journal.entry_altered 5");
}

TEST_P(TheJournal, shows_an_entry_put_in_at_its_end) {
  fill();
  EXPECT_EQ(after("insert into journal select 13, at, account, door, request_id, action, record, 5, region, before, after, hash from journal "
                  "where sequence = 12"), "journal.entry_unsealed 13");
}

TEST_P(TheJournal, shows_an_altered_seal) {
  fill();
  for (const std::string change : {"at = at + 1", "algorithm = 'SM3'", "algorithm = 'none'", "hash = '00'", "first_sequence = 5", "last_sequence = 7"}) {
    SCOPED_TRACE(change);
    behind()->execute("create table kept as select * from journal_seal where batch = 2");
    const std::string found = after("update journal_seal set " + change + " where batch = 2");
    EXPECT_NE(found, "journal.intact 0");
    const int sequence = std::stoi(found.substr(found.rfind(' ') + 1));
    EXPECT_GE(sequence, 4);
    EXPECT_LE(sequence, 9);
    EXPECT_EQ(after("delete from journal_seal where batch = 2; insert into journal_seal select * from kept; drop table kept"), "journal.intact 0");
  }
}

TEST_P(TheJournal, shows_a_missing_seal) {
  fill();
  EXPECT_EQ(after("delete from journal_seal where batch = 2"), "journal.seal_missing 4");
}

TEST_P(TheJournal, shows_a_missing_last_seal) {
  fill();
  EXPECT_EQ(after("delete from journal_seal where batch = 4"), "journal.seal_missing 10");
}

TEST_P(TheJournal, shows_that_its_end_was_cut_off) {
  fill();
  EXPECT_EQ(after("delete from journal where sequence > 8; delete from journal_seal where batch > 2"), "journal.head_differs 9");
}

TEST_P(TheJournal, shows_against_a_seal_noted_elsewhere_that_its_end_was_written_anew) {
  fill();
  const JournalAnchor noted = intact.last_seal;
  const std::string cut = "delete from journal where sequence > 8; delete from journal_seal where batch > 2; "
                          "update journal_head set sequence = 8, batch = 2, entry_hash = (select hash from journal where sequence = 8), "
                          "seal_hash = (select hash from journal_seal where batch = 2)";
  EXPECT_EQ(after(cut), "journal.intact 0");
  EXPECT_EQ(after(";", noted), "journal.anchor_differs 9");
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "x")).done());
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "y")).done());
  EXPECT_EQ(after(";"), "journal.intact 0");
  EXPECT_EQ(after(";", noted), "journal.anchor_differs 10");
}

TEST_P(TheJournal, may_change_its_digest_at_any_start) {
  fill();
  store.reset();
  options.seal = DigestAlgorithm::sm3;
  store = open();
  ASSERT_TRUE(insert(*store, resident(*store, "650203001001", "张三", "x")).done());
  EXPECT_EQ(after("update journal set door = 'api' where sequence = 13"), "journal.entry_altered 13");
}

TEST_P(TheJournal, stops_verifying_when_told_to_and_says_how_far_it_is) {
  fill();
  std::int64_t whole_seen = 0;
  EXPECT_THROW(store->verify_journal({}, [&](std::int64_t, std::int64_t whole) { whole_seen = whole; return false; }), Cancelled);
  EXPECT_EQ(whole_seen, 12);
}

}  // namespace
}  // namespace laoyou::store
