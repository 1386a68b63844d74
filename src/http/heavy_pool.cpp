#include "http/heavy_pool.h"

#include <pthread.h>

#include <boost/asio/post.hpp>
#include <system_error>

namespace laoyou::http {
namespace {

/// Threads started while it lives have stacks of this size: by default each takes 8 MiB of the addresses that a small machine may allow.
class SmallStacks {
 public:
  SmallStacks() {
    pthread_attr_t small;
    if (pthread_getattr_default_np(&before_) != 0) return;
    known_ = true;
    if (pthread_getattr_default_np(&small) != 0) return;
    if (pthread_attr_setstacksize(&small, k_stack_bytes) == 0) pthread_setattr_default_np(&small);
    pthread_attr_destroy(&small);
  }
  SmallStacks(const SmallStacks&) = delete;
  SmallStacks& operator=(const SmallStacks&) = delete;
  ~SmallStacks() {
    if (!known_) return;
    pthread_setattr_default_np(&before_);
    pthread_attr_destroy(&before_);
  }

 private:
  static constexpr std::size_t k_stack_bytes = 2u << 20;
  pthread_attr_t before_;
  bool known_ = false;
};

}  // namespace

HeavyPool::HeavyPool(std::size_t threads, std::size_t waiting_max)
    : waiting_max_(waiting_max), context_(static_cast<int>(threads)), kept_open_(boost::asio::make_work_guard(context_)) {
  start(threads);
}

void HeavyPool::start(std::size_t threads) {
  const SmallStacks small;
  threads_.reserve(threads);
  while (threads_.size() < threads) {
    try {
      threads_.emplace_back([this] { context_.run(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
      return;
    }
  }
}

HeavyPool::~HeavyPool() {
  context_.stop();
  join();
}

bool HeavyPool::run(std::function<void()> work) {
  if (waiting_.fetch_add(1) >= waiting_max_) {
    waiting_.fetch_sub(1);
    return false;
  }
  boost::asio::post(context_, [this, work = std::move(work)] {
    waiting_.fetch_sub(1);
    work();
  });
  return true;
}

void HeavyPool::join() {
  kept_open_.reset();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace laoyou::http
