#include "cases/time_keeper.h"

#include <chrono>

namespace laoyou::cases {

TimeKeeper::TimeKeeper(const Services& services, const Clock& clock, std::function<void(const std::string&)> trouble)
    : services_(services), clock_(clock), trouble_(std::move(trouble)), thread_([this] { run(); }) {}

TimeKeeper::~TimeKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void TimeKeeper::run() {
  constexpr std::chrono::seconds k_between{60};
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, k_between, [this] { return stopping_; })) {
    lock.unlock();
    try {
      // More than one round holds is done at once by the next.
      while (let_time_pass(services_, clock_.now()) > 0) continue;
    } catch (const std::exception& failure) {
      if (trouble_) trouble_(failure.what());
    }
    lock.lock();
  }
}

}  // namespace laoyou::cases
