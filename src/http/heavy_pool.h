// Threads for work that keeps a processor busy (password hashing, large exports), so that pages do not wait behind it.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <functional>

namespace laoyou::http {

/// A pool with a bounded queue.
class HeavyPool {
 public:
  HeavyPool(std::size_t threads, std::size_t waiting_max) : waiting_max_(waiting_max), pool_(threads) {}

  /// Runs `work` on the pool; false, without running it, when too much already waits. `work` does not throw.
  bool run(std::function<void()> work);
  /// Waits until everything taken has run.
  void join() { pool_.join(); }

 private:
  const std::size_t waiting_max_;
  std::atomic<std::size_t> waiting_{0};
  boost::asio::thread_pool pool_;
};

}  // namespace laoyou::http
