// The database's file is moved or removed: while it is open, and before a start.
#include <fstream>

#include <sys/resource.h>

#include <csignal>

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ALostFile : public testing::Test {
 protected:
  ALostFile() {
    describe_test_records();
    options.database = "sqlite:" + file().string();
    options.key_file = directory.path() / "laoyou.key";
  }
  std::filesystem::path file(const std::string& ending = "") const { return directory.path() / ("laoyou.db" + ending); }
  std::unique_ptr<Store> open() { return Store::open(options, clock, random, {table<Resident>()}); }
  /// "started", or why not.
  std::string start() {
    try {
      clock.advance_milliseconds(1000);
      open();
      return "started";
    } catch (const StoreFailure& failure) {
      return failure.refusal().code;
    }
  }
  static std::string insert_one(Store& store) {
    Resident made;
    made.id = {store.new_id()};
    made.region = *RegionCode::parse("650203001001");
    try {
      static_cast<void>(store.write({}, [made](Writing& writing) -> Result<void> { writing.insert(made); return {}; }).result());
      return "stored";
    } catch (const StoreUnavailable& unavailable) {
      return unavailable.code();
    }
  }
  static std::string look(Store& store) {
    try {
      store.journal_head();
      return "seen";
    } catch (const StoreUnavailable& unavailable) {
      return unavailable.code();
    }
  }
  void move(const std::string& from, const std::string& to) {
    for (const char* part : {"", "-wal", "-shm"})
      if (std::filesystem::exists(file(from + part))) std::filesystem::rename(file(from + part), file(to + part));
  }

  TemporaryDirectory directory;
  ManualClock clock{Instant{1'795'000'000'000}};
  SecureRandom random;
  StoreOptions options;
};

TEST_F(ALostFile, takes_no_change_and_passes_no_probe) {
  const auto store = open();
  ASSERT_EQ(insert_one(*store), "stored");
  std::filesystem::rename(file(), directory.path() / "elsewhere.db");
  EXPECT_EQ(insert_one(*store), "store.gone");
  EXPECT_EQ(look(*store), "store.gone");
  EXPECT_FALSE(std::filesystem::exists(file())) << "no new one is made in its place";
  std::filesystem::rename(directory.path() / "elsewhere.db", file());
  EXPECT_EQ(insert_one(*store), "stored");
  EXPECT_EQ(look(*store), "seen");
}

TEST_F(ALostFile, is_not_replaced_by_another_of_its_name) {
  const auto store = open();
  ASSERT_EQ(insert_one(*store), "stored");
  std::filesystem::copy_file(file(), directory.path() / "copy.db");
  std::filesystem::remove(file());
  std::filesystem::rename(directory.path() / "copy.db", file());
  EXPECT_EQ(insert_one(*store), "store.gone");
  EXPECT_EQ(look(*store), "store.gone");
}

TEST_F(ALostFile, is_lost_with_its_log_alone) {
  const auto store = open();
  ASSERT_EQ(insert_one(*store), "stored");
  std::filesystem::remove(file("-wal"));
  EXPECT_EQ(insert_one(*store), "store.gone");
}

TEST_F(ALostFile, is_not_made_anew_beside_its_key) {
  EXPECT_EQ(start(), "started");
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file(ending));
  EXPECT_EQ(start(), "store.database_missing");
  EXPECT_FALSE(std::filesystem::exists(file()));
  std::ofstream(file()).close();
  EXPECT_EQ(start(), "store.database_missing") << "an empty file is no database";
  options.make_new = true;
  EXPECT_EQ(start(), "started");
}

TEST_F(ALostFile, with_damaged_pages_is_refused_at_the_start) {
  {
    const auto store = open();
    for (int i = 0; i < 300; ++i) ASSERT_EQ(insert_one(*store), "stored");
  }
  const auto size = std::filesystem::file_size(file());
  std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
  for (const std::streamoff page : {10, 20, 30}) {
    ASSERT_GT(size, static_cast<std::uintmax_t>((page + 1) * 4096));
    bytes.seekp(page * 4096);
    bytes << std::string(4096, '\x5a');
  }
  bytes.close();
  EXPECT_EQ(start(), "store.damaged");
}

TEST_F(ALostFile, in_a_place_that_is_none_is_named) {
  std::ofstream(directory.path() / "a_file").close();
  options.database = "sqlite:" + (directory.path() / "a_file" / "laoyou.db").string();
  EXPECT_EQ(start(), "store.not_directory");
  const auto beside = Store::open_beside("sqlite:" + file().string());
  try {
    beside->journal_head();
    ADD_FAILURE() << "there is no database";
  } catch (const StoreUnavailable& unavailable) {
    EXPECT_EQ(unavailable.refusal().code, "store.not_there");
    EXPECT_EQ(unavailable.refusal().words.at(0), file().string());
  }
}

TEST_F(ALostFile, that_may_not_grow_refuses_changes_and_stays_whole) {
  const auto store = open();
  ASSERT_EQ(insert_one(*store), "stored");
  const auto former = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &limit), 0);
  rlimit small = limit;
  small.rlim_cur = std::filesystem::file_size(file("-wal"));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  std::string answer = "stored";
  for (int i = 0; i < 50 && answer == "stored"; ++i) answer = insert_one(*store);
  EXPECT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
  std::signal(SIGXFSZ, former);
  EXPECT_TRUE(answer == "store.full" || answer == "store.disk") << answer;
  EXPECT_EQ(insert_one(*store), "stored");
  EXPECT_TRUE(store->verify().intact());
}

}  // namespace
}  // namespace laoyou::store
