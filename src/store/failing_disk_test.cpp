// Every storage call in turn fails: by an error, by a full disk, by a power cut. Whatever happens, the database opens again, verifies, and
// holds everything that was answered for.
#include <algorithm>
#include <map>

#include "store/testing/simulated_disk.h"
#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

/// One store on one simulated disk, and what its answers promise.
class Trial {
 public:
  Trial() { describe_test_records(); }

  /// From an empty disk: trouble at the given storage call, then a power cut, then everything is looked at. True when the trouble came.
  bool run(Trouble trouble, std::int64_t call) {
    disk.plan(trouble, call);
    try {
      const auto store = open();
      work(*store);
      if (trouble != Trouble::power_cut) {
        // The trouble may come only now; once it is over, writing must work again without anybody's help.
        constexpr int k_attempts = 25;
        for (int attempt = 0; attempt < k_attempts && (attempt == 0 || !last_done); ++attempt) put(*store, "last", "after the trouble");
        EXPECT_TRUE(last_done) << "the store did not recover by itself";
      }
    } catch (const StoreFailure&) {
      // It could not even open.
    }
    const bool came = disk.calls() >= call;
    SeededRandom losses(static_cast<std::uint64_t>(call));
    disk.power_cycle(losses);
    expect_sound_file();
    const auto store = open();
    expect_all_there(*store);
    put(*store, "afterwards", "张三");
    EXPECT_TRUE(last_done);
    return came;
  }

 private:
  std::unique_ptr<Store> open() {
    StoreOptions options;
    options.database = "sqlite:" + (directory.path() / "laoyou.db").string() + "?vfs=simulated&checkpoint_pages=12";
    // The key lies on the real disk; one for all trials, since each new one waits for a real flush.
    static const TemporaryDirectory keys;
    options.key_file = keys.path() / "laoyou.key";
    options.make_new = true;  // the key outlives the disks
    options.readers = 1;
    clock.advance_milliseconds(1000);  // ids stay new from one opening to the next
    return Store::open(options, clock, random, {table<Resident>({unique({"phone"})})});
  }

  /// One command; what it leaves behind is expected from now on if it was answered for, possible if the answer was that nobody knows, and
  /// must not be there after any other answer.
  void put(Store& store, const std::string& phone, const std::string& name) {
    const WriteOutcome outcome = store.write({}, [&](Writing& writing) -> Result<void> {
      std::optional<Resident> present = writing.first<Resident>(Scope::country(), Filter().equals("phone", phone));
      const bool is_new = !present;
      if (is_new) present.emplace();
      present->name = name;
      present->phone = phone;
      present->region = *RegionCode::parse("650203001001");
      if (is_new) present->id = writing.new_id<Resident>();
      if (is_new)
        writing.insert(*present);
      else
        writing.update(*present);
      return {};
    });
    note(outcome, phone, name);
  }
  void take_out(Store& store, const std::string& phone) {
    const WriteOutcome outcome = store.write({}, [&](Writing& writing) -> Result<void> {
      const std::optional<Resident> present = writing.first<Resident>(Scope::country(), Filter().equals("phone", phone));
      if (present) writing.remove(present->id);
      return {};
    });
    note(outcome, phone, "");
  }
  void note(const WriteOutcome& outcome, const std::string& phone, const std::string& name) {
    std::vector<std::string>& possible = possible_names.try_emplace(phone, 1, "").first->second;  // at first: not there
    if (outcome.done()) possible.clear();
    if (outcome.done() || is_unknown(outcome)) possible.push_back(name);
    last_done = outcome.done();
  }

  static bool is_unknown(const WriteOutcome& outcome) {
    try {
      if (outcome.failure) std::rethrow_exception(outcome.failure);
    } catch (const StoreUnavailable& unavailable) {
      return unavailable.refusal().code == "store.outcome_unknown";
    } catch (const StoreFailure&) {
    }
    return false;
  }

  void work(Store& store) {
    for (int i = 0; i < 12; ++i) {
      put(store, std::to_string(i), "张三" + std::string(static_cast<std::size_t>(400 * (i % 3)), 'x'));
      if (i % 4 == 3) put(store, std::to_string(i - 2), "李四");
      if (i % 4 == 3) take_out(store, std::to_string(i - 1));
      if (i % 3 == 0) look(store);
    }
  }
  void look(Store& store) {
    try {
      store.read([](Snapshot& snapshot) { return snapshot.count<Resident>(Scope::country(), Filter().contains("name", "李")); });
    } catch (const StoreUnavailable&) {
    }
  }

  /// A record is as its last answer said, or as a later command left it of which nobody knew.
  void expect_all_there(Store& store) {
    std::map<std::string, std::string> present;
    for (const Resident& each : store.read([](Snapshot& snapshot) { return snapshot.select<Resident>(Scope::country()); })) present[each.phone] = each.name;
    for (const auto& [phone, possible] : possible_names) {
      const std::string name = present.contains(phone) ? present[phone] : "";
      EXPECT_TRUE(std::find(possible.begin(), possible.end(), name) != possible.end()) << "resident " << phone;
      present.erase(phone);
    }
    EXPECT_TRUE(present.empty());
    const JournalCheck check = store.verify_journal();
    EXPECT_EQ(check.fault, JournalFault::none) << fault_code(check.fault) << " " << check.first_bad_sequence;
    expect_tables_as_the_journal_says(store);
  }
  void expect_tables_as_the_journal_says(Store& store) {
    store.read([](Snapshot& snapshot) {
      std::map<std::int64_t, std::string> rebuilt;
      for (const JournalEntry& entry : snapshot.journal(Scope::country(), {})) {
        rebuilt.erase(entry.record_id);
        if (entry.after) rebuilt[entry.record_id] = *entry.after;
      }
      EXPECT_EQ(static_cast<std::size_t>(snapshot.count<Resident>(Scope::country())), rebuilt.size());
      for (const auto& [id, json] : rebuilt) {
        const auto resident = snapshot.find(Scope::country(), Id<Resident>{id});
        ASSERT_TRUE(resident);
        EXPECT_EQ(resident->name, snapshot.record_of<Resident>(json).name);
      }
    });
  }
  void expect_sound_file() {
    std::string answer;
    connect({.location = (directory.path() / "laoyou.db").string(), .vfs = "simulated"}, ConnectionUse::writing)
        ->query("pragma integrity_check", {}, [&](Row row) { answer = std::get<std::string>(row[0]); });
    EXPECT_EQ(answer, "ok");
  }

  TemporaryDirectory directory;
  SimulatedDisk disk{"simulated"};
  ManualClock clock{Instant{1'795'000'000'000}};
  SeededRandom random{11};
  std::map<std::string, std::vector<std::string>> possible_names;
  bool last_done = false;
};

class AFailingDisk : public testing::TestWithParam<Trouble> {};
INSTANTIATE_TEST_SUITE_P(Store, AFailingDisk, testing::Values(Trouble::disk_error, Trouble::disk_full, Trouble::power_cut), [](const auto& parameter) {
  return parameter.param == Trouble::disk_error ? "disk_error" : parameter.param == Trouble::disk_full ? "disk_full" : "power_cut";
});

TEST_P(AFailingDisk, loses_nothing_that_was_answered_for_whichever_storage_call_fails) {
  std::int64_t call = 1;
  for (; !HasFailure(); ++call) {
    SCOPED_TRACE("storage call " + std::to_string(call));
    if (!Trial().run(GetParam(), call)) break;
  }
  RecordProperty("storage_calls", static_cast<int>(call - 1));
  EXPECT_GT(call, 200);
}

}  // namespace
}  // namespace laoyou::store
