#include <chrono>

#include "files/room.h"

namespace laoyou::files {

Sweeper::Sweeper(Services services, const Clock& clock, std::function<void(const std::string&)> trouble)
    : services_(std::move(services)), clock_(clock), trouble_(std::move(trouble)), thread_([this] { run(); }) {}

Sweeper::~Sweeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void Sweeper::run() {
  constexpr std::chrono::minutes k_first{1}, k_between{60};
  constexpr std::int64_t k_day_ms = 86'400'000;  // no upload takes so long
  std::unique_lock lock(mutex_);
  for (auto pause = k_first; !ending_.wait_for(lock, pause, [this] { return stopping_; }); pause = k_between) {
    lock.unlock();
    try {
      sweep(services_, Instant{clock_.now().milliseconds - k_day_ms});
    } catch (const std::exception& failure) {
      if (trouble_) trouble_(failure.what());
    }
    lock.lock();
  }
}

}  // namespace laoyou::files
