// Where handlers run that wait for the store: each on a fiber of its own, so that a handler which waits for its change to reach the disk holds
// no thread, and many changes share one flush. A handler is written as if it waited; only store and password desk know of fibers.
#pragma once

#include <boost/fiber/buffered_channel.hpp>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace laoyou::http {

/// A few threads, many fibers, a bounded queue. A fiber stays on its thread; a handler that keeps the processor busy keeps the other fibers of
/// its thread waiting, so that such work has its place in HeavyPool.
class WaitingPool {
 public:
  /// fibers: handlers under way at once; waiting_max: of further ones. Where memory allows no more of them, the pool works with those it got;
  /// std::system_error when it got no thread.
  WaitingPool(std::size_t threads, std::size_t fibers, std::size_t waiting_max);
  WaitingPool(const WaitingPool&) = delete;
  WaitingPool& operator=(const WaitingPool&) = delete;
  /// Ends what has begun; what has not is dropped.
  ~WaitingPool();

  /// Runs `work` on a fiber; false, without running it, when too much already waits. `work` does not throw.
  bool run(std::function<void()> work);
  /// Waits until everything taken has run.
  void join();

 private:
  void work_on_fibers(std::size_t fibers);
  void work();

  const std::size_t waiting_max_;
  std::atomic<std::size_t> waiting_{0};
  std::atomic<bool> dropping_ = false;
  boost::fibers::buffered_channel<std::function<void()>> queue_;
  std::vector<std::thread> threads_;
};

}  // namespace laoyou::http
