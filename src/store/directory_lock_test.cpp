#include "store/directory_lock.h"

#include <sys/wait.h>

#include "store/testing/store_fixture.h"

namespace laoyou::store {
namespace {

class ADirectoryLock : public testing::Test {
 protected:
  ADirectoryLock() { describe_test_records(); }
  std::unique_ptr<Store> open() {
    return Store::open({.database = "sqlite:" + (directory.path() / "laoyou.db").string(), .key_file = directory.path() / "laoyou.key"}, clock, random,
                       {table<Resident>()});
  }
  TemporaryDirectory directory;
  ManualClock clock{*Instant::parse("2026-11-21T08:30:00Z")};
  SecureRandom random;
};

TEST_F(ADirectoryLock, refuses_a_second_server_and_names_the_first) {
  const auto first = open();
  try {
    open();
    FAIL() << "two servers share a data directory";
  } catch (const StoreLocked& locked) {
    EXPECT_EQ(locked.code(), "store.locked");
    EXPECT_EQ(locked.refusal().words[0], directory.path().string());
    EXPECT_NE(locked.refusal().words[1].find("process " + std::to_string(::getpid()) + " on "), std::string::npos);
    EXPECT_NE(locked.refusal().words[1].find("since 2026-11-21T08:30:00.000Z"), std::string::npos);
  }
}

TEST_F(ADirectoryLock, holds_when_its_file_is_removed) {
  const auto first = open();
  std::filesystem::remove(directory.path() / "laoyou.lock");
  EXPECT_THROW(open(), StoreLocked);
}

TEST_F(ADirectoryLock, ends_with_its_holder) {
  open().reset();
  EXPECT_NO_THROW(open());
}

TEST_F(ADirectoryLock, ends_with_a_holder_that_was_killed) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const DirectoryLock lock(directory.path(), clock.now());
    ::kill(::getpid(), SIGKILL);
  }
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  EXPECT_TRUE(std::filesystem::exists(directory.path() / "laoyou.lock"));
  EXPECT_NO_THROW(DirectoryLock(directory.path(), clock.now()));
}

}  // namespace
}  // namespace laoyou::store
