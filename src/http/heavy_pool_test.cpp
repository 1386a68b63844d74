#include "http/heavy_pool.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <string>

namespace laoyou::http {
namespace {

std::size_t data_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmData:")) return std::stoul(line.substr(7)) * 1024;
  return 0;
}

}  // namespace

TEST(HeavyPool, EverythingTakenHasRunAfterJoin) {
  std::atomic<int> done{0};
  HeavyPool pool(3, 1000);
  for (int i = 0; i < 500; ++i) EXPECT_TRUE(pool.run([&done] { ++done; }));
  pool.join();
  EXPECT_EQ(done, 500);
}

TEST(HeavyPool, WorkBeyondTheQueueIsRefusedAndTakenAgainWhenThereIsRoom) {
  HeavyPool pool(1, 1);
  std::promise<void> running;
  std::promise<void> release;
  std::promise<void> second;
  ASSERT_TRUE(pool.run([&] {
    running.set_value();
    release.get_future().wait();
  }));
  running.get_future().wait();
  EXPECT_TRUE(pool.run([&] { second.set_value(); }));
  EXPECT_FALSE(pool.run([] { FAIL() << "refused work has run"; }));
  release.set_value();
  second.get_future().wait();
  std::promise<void> third;
  EXPECT_TRUE(pool.run([&] { third.set_value(); }));
  third.get_future().wait();
  pool.join();
}

TEST(HeavyPool, WithoutMemoryForAllItsThreadsItWorksWithFewer) {
  const pid_t child = ::fork();
  if (child == 0) {
    const std::size_t most = data_bytes() + (24u << 20);
    const rlimit limit{most, most};
    if (::setrlimit(RLIMIT_DATA, &limit) != 0) ::_exit(2);
    ::alarm(20);  // before, it waited for ever for threads that nobody would end
    std::atomic<int> done{0};
    std::size_t threads = 0;
    {
      HeavyPool pool(64, 1000);
      threads = pool.threads();
      pool.run([&done] { ++done; });
      pool.join();
    }
    ::_exit(done == 1 && threads > 0 && threads < 64 ? 0 : 3);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status)) << "signal " << WTERMSIG(status);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace laoyou::http
