// Threads for work that keeps a processor busy (password hashing, large exports) or waits for the disk, so that pages do not wait behind it.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace laoyou::http {

/// A pool with a bounded queue.
class HeavyPool {
 public:
  /// Where memory or the process's limits allow no more threads, the pool works with those it got; std::system_error when it got none.
  HeavyPool(std::size_t threads, std::size_t waiting_max);
  HeavyPool(const HeavyPool&) = delete;
  HeavyPool& operator=(const HeavyPool&) = delete;
  /// What has not begun is dropped.
  ~HeavyPool();

  /// Runs `work` on the pool; false, without running it, when too much already waits. `work` does not throw.
  bool run(std::function<void()> work);
  /// Waits until everything taken has run.
  void join();
  std::size_t threads() const { return threads_.size(); }

 private:
  void start(std::size_t threads);

  const std::size_t waiting_max_;
  std::atomic<std::size_t> waiting_{0};
  boost::asio::io_context context_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> kept_open_;
  std::vector<std::thread> threads_;
};

}  // namespace laoyou::http
