#include "store/change_queue.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace laoyou::store {

TEST(ChangeQueue, WhatComesWhileItWorksIsHandedOverTogetherAndInOrder) {
  std::promise<void> begun, go_on;
  std::vector<std::vector<int>> handed;
  ChangeQueue<int> queue(100, 3, [&](const std::vector<int>& items) {
    handed.push_back(items);
    if (handed.size() > 1) return;
    begun.set_value();
    go_on.get_future().wait();
  }, {});
  queue.add(0);
  begun.get_future().wait();
  for (int item = 1; item <= 4; ++item) queue.add(item);
  go_on.set_value();
  queue.wait();
  EXPECT_EQ(handed, (std::vector<std::vector<int>>{{0}, {1, 2, 3}, {4}}));
}

TEST(ChangeQueue, WhatFailsIsToldAndTheRestGoesOn) {
  std::vector<int> done;
  std::vector<std::string> told;
  ChangeQueue<int> queue(100, 1, [&](const std::vector<int>& items) {
    if (items.front() == 1) throw std::runtime_error("no more paper");
    done.push_back(items.front());
  }, [&](const std::string& what) { told.push_back(what); });
  for (int item = 0; item < 3; ++item) queue.add(item);
  queue.wait();
  EXPECT_EQ(done, (std::vector<int>{0, 2}));
  EXPECT_EQ(told, std::vector<std::string>{"no more paper"});
}

TEST(ChangeQueue, NoMoreWaitThanItTakes) {
  std::promise<void> begun, go_on;
  std::vector<int> done;
  ChangeQueue<int> queue(2, 1, [&](const std::vector<int>& items) {
    done.push_back(items.front());
    if (items.front() != 0) return;
    begun.set_value();
    go_on.get_future().wait();
  }, {});
  queue.add(0);
  begun.get_future().wait();
  for (int item = 1; item <= 4; ++item) queue.add(item);
  go_on.set_value();
  queue.wait();
  EXPECT_EQ(done, (std::vector<int>{0, 1, 2}));
}

}  // namespace laoyou::store
