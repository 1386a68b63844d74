// What changes leave to be done that takes longer than the follower may wait: worked off soon after them, in order, on a thread of its own.
//
//   ChangeQueue<std::int64_t> queue(20'000, 500, [&](const std::vector<std::int64_t>& beds) { … }, trouble);
//   follower.on<Bed>("beds_counted", [&](const Change<Bed>& change) { queue.add(change.entry.record_id); });
#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace laoyou::store {

/// Kept in memory only: what still waits when the program ends, or comes while too much waits, is left to whatever looks at everything, as a nightly job does.
template <class Item>
class ChangeQueue {
 public:
  /// What came is handed over in order; what it throws is told, and the rest goes on.
  using Work = std::function<void(const std::vector<Item>& items)>;
  using Trouble = std::function<void(const std::string& what)>;
  /// At most `waiting_most` wait; at most `at_once`, which is 1 or more, are handed over together.
  ChangeQueue(std::size_t waiting_most, std::size_t at_once, Work work, Trouble trouble)
      : waiting_most_(waiting_most), at_once_(at_once), work_(std::move(work)), trouble_(std::move(trouble)), thread_([this] { run(); }) {}
  /// Ends after the work at hand.
  ~ChangeQueue() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  ChangeQueue(const ChangeQueue&) = delete;
  ChangeQueue& operator=(const ChangeQueue&) = delete;

  void add(Item item) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= waiting_most_) return;
    waiting_.push_back(std::move(item));
    changed_.notify_all();
  }
  /// Waits until nothing waits and nothing is at work; for tests.
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !working_; });
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(at_once_, waiting_.size()));
      const std::vector<Item> items(waiting_.begin(), end);
      waiting_.erase(waiting_.begin(), end);
      working_ = true;
      lock.unlock();
      try {
        work_(items);
      } catch (const std::exception& failure) {
        if (trouble_) trouble_(failure.what());
      }
      lock.lock();
      working_ = false;
      changed_.notify_all();
    }
  }

  const std::size_t waiting_most_, at_once_;
  const Work work_;
  const Trouble trouble_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> waiting_;
  bool working_ = false, stopping_ = false;
  std::thread thread_;  // the last: it works with the others
};

}  // namespace laoyou::store
