#include "http/waiting_pool.h"

#include <bit>
#include <boost/fiber/fiber.hpp>
#include <boost/fiber/protected_fixedsize_stack.hpp>
#include <system_error>

#include "base/thread_turns.h"

namespace laoyou::http {
namespace {

/// Of addresses; memory is taken as it is used. A page that may not be touched stands below.
constexpr std::size_t k_stack_bytes = 512u << 10;

/// The queue wants a power of two, and holds one less.
std::size_t queue_size(std::size_t waiting_max, std::size_t fibers) { return std::bit_ceil(waiting_max + fibers + 2); }

}  // namespace

WaitingPool::WaitingPool(std::size_t threads, std::size_t fibers, std::size_t waiting_max) : waiting_max_(waiting_max), queue_(queue_size(waiting_max, fibers)) {
  threads_.reserve(threads);
  while (threads_.size() < threads) {
    try {
      threads_.emplace_back([this, share = std::max<std::size_t>(1, fibers / threads)] { work_on_fibers(share); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
      return;
    }
  }
}

WaitingPool::~WaitingPool() {
  dropping_ = true;
  join();
}

bool WaitingPool::run(std::function<void()> work) {
  if (waiting_.fetch_add(1) < waiting_max_ && queue_.try_push(std::move(work)) == boost::fibers::channel_op_status::success) return true;
  waiting_.fetch_sub(1);
  return false;
}

void WaitingPool::join() {
  queue_.close();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

void WaitingPool::work_on_fibers(std::size_t count) {
  take_short_turns();
  std::vector<boost::fibers::fiber> fibers;
  const auto run = [this] { work(); };
  try {
    // The thread's own is one of them.
    while (fibers.size() + 1 < count) fibers.emplace_back(std::allocator_arg, boost::fibers::protected_fixedsize_stack(k_stack_bytes), run);
  } catch (const std::bad_alloc&) {
  }
  run();
  for (boost::fibers::fiber& each : fibers) each.join();
}

void WaitingPool::work() {
  std::function<void()> next;
  while (queue_.pop(next) == boost::fibers::channel_op_status::success) {
    waiting_.fetch_sub(1);
    if (!dropping_) next();
    next = nullptr;
  }
}

}  // namespace laoyou::http
