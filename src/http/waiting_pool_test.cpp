#include "http/waiting_pool.h"

#include <gtest/gtest.h>

#include <boost/fiber/future.hpp>
#include <future>
#include <set>

namespace laoyou::http {
namespace {

TEST(WaitingPool, EverythingTakenHasRunAfterJoin) {
  std::atomic<int> done{0};
  WaitingPool pool(3, 12, 1000);
  for (int i = 0; i < 500; ++i) EXPECT_TRUE(pool.run([&done] { ++done; }));
  pool.join();
  EXPECT_EQ(done, 500);
}

TEST(WaitingPool, WhoWaitsHoldsNoThread) {
  constexpr int k_together = 64;
  WaitingPool pool(1, k_together, 1000);
  boost::fibers::promise<int> answer;
  const boost::fibers::shared_future<int> known = answer.get_future().share();
  std::atomic<int> waiting{0}, sum{0};
  for (int i = 0; i < k_together - 1; ++i) {
    ASSERT_TRUE(pool.run([&] {
      ++waiting;
      sum += known.get();
    }));
  }
  // The last one runs although all before it wait, on the same thread.
  ASSERT_TRUE(pool.run([&] {
    EXPECT_EQ(waiting, k_together - 1);
    answer.set_value(2);
  }));
  pool.join();
  EXPECT_EQ(sum, 2 * (k_together - 1));
}

TEST(WaitingPool, AnAnswerFromAnotherThreadComesBackToTheThreadThatAsked) {
  WaitingPool pool(4, 16, 1000);
  std::atomic<int> same{0};
  std::vector<std::thread> elsewhere;
  std::mutex mutex;
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(pool.run([&] {
      const auto done = std::make_shared<boost::fibers::promise<void>>();
      const std::thread::id before = std::this_thread::get_id();
      {
        const std::lock_guard lock(mutex);
        elsewhere.emplace_back([done] { done->set_value(); });
      }
      done->get_future().wait();
      same += std::this_thread::get_id() == before;
    }));
  }
  pool.join();
  for (std::thread& thread : elsewhere) thread.join();
  EXPECT_EQ(same, 100);
}

TEST(WaitingPool, WorkBeyondTheQueueIsRefusedAndTakenAgainWhenThereIsRoom) {
  std::promise<void> running, release, second;
  WaitingPool pool(1, 1, 1);
  ASSERT_TRUE(pool.run([&] {
    running.set_value();
    release.get_future().wait();  // holds the only thread
  }));
  running.get_future().wait();
  ASSERT_TRUE(pool.run([&] { second.set_value(); }));
  EXPECT_FALSE(pool.run([] {}));
  release.set_value();
  second.get_future().wait();
  std::promise<void> third;
  ASSERT_TRUE(pool.run([&] { third.set_value(); }));
  third.get_future().wait();
}

TEST(WaitingPool, WhatHasNotBegunIsDroppedAtTheEnd) {
  std::atomic<int> done{0};
  std::promise<void> running, release;
  std::thread ending;
  {
    WaitingPool pool(1, 1, 10);
    ASSERT_TRUE(pool.run([&] {
      running.set_value();
      release.get_future().wait();
      ++done;
    }));
    running.get_future().wait();
    ASSERT_TRUE(pool.run([&] { ++done; }));
    ending = std::thread([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      release.set_value();
    });
  }
  ending.join();
  EXPECT_EQ(done, 1);
}

}  // namespace
}  // namespace laoyou::http
