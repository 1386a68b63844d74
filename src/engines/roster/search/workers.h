// Work that several threads share, each task its own.
#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace laoyou::roster {

/// Calls `work(task, thread)` once for each task below `tasks`; what it writes must be the task's own.
template <class Work>
void share_out(int threads, std::size_t tasks, const Work& work) {
  if (threads <= 1 || tasks <= 1) {
    for (std::size_t task = 0; task < tasks; ++task) work(task, 0);
    return;
  }
  std::atomic<std::size_t> next = 0;
  const auto serve = [&](int thread) {
    for (std::size_t task = next++; task < tasks; task = next++) work(task, thread);
  };
  std::vector<std::jthread> helpers;
  for (int thread = 1; thread < threads; ++thread) helpers.emplace_back(serve, thread);
  serve(0);
}

}  // namespace laoyou::roster
