// Rung after each commit of this program, for whoever waits for news.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace laoyou::store {

/// Safe across threads.
class CommitSignal {
 public:
  /// Wakes all who wait.
  void ring() {
    {
      const std::scoped_lock lock(mutex_);
      ++rings_;
    }
    rung_.notify_all();
  }
  /// Returns when it has rung more often than `heard`, or the time is over; how often it has rung by then.
  std::uint64_t wait(std::uint64_t heard, std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    rung_.wait_for(lock, at_most, [&] { return rings_ > heard; });
    return rings_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable rung_;
  std::uint64_t rings_ = 0;
};

}  // namespace laoyou::store
