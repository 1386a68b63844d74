// Work shared among threads; what comes out does not depend on their number.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <thread>
#include <vector>

namespace laoyou::linkage {

/// Calls `work(begin, end, part)` for consecutive parts of 0 … count, one a thread; the first failure is thrown here.
inline void in_parts(std::size_t count, std::size_t parts, const std::function<void(std::size_t, std::size_t, std::size_t)>& work) {
  std::vector<std::exception_ptr> failures(parts);
  const auto run = [&](std::size_t part) {
    try {
      work(count * part / parts, count * (part + 1) / parts, part);
    } catch (...) {
      failures[part] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t part = 1; part < parts; ++part) threads.emplace_back(run, part);
    run(0);
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

/// Calls `work(i)` for 0 … count - 1, each once, whichever thread is free taking the next.
inline void in_turn(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  if (threads == 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  in_parts(threads, threads, [&](std::size_t, std::size_t, std::size_t) {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  });
}

inline std::size_t threads_here() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8); }

}  // namespace laoyou::linkage
