#include "http/heavy_pool.h"

#include <gtest/gtest.h>

#include <future>

namespace laoyou::http {

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

}  // namespace laoyou::http
