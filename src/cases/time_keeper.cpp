#include "cases/time_keeper.h"

#include <chrono>

#include "cases/perform.h"

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
  Desk desk(services_);
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, k_between, [this] { return stopping_; })) {
    lock.unlock();
    try {
      const TimePassed passed = let_time_pass(desk, clock_.now());
      if (passed.held_up > 0 && trouble_) trouble_(std::to_string(passed.held_up) + " cases are due and cannot go on");
    } catch (const std::exception& failure) {
      if (trouble_) trouble_(failure.what());
    }
    lock.lock();
  }
}

}  // namespace laoyou::cases
