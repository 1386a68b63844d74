#include "webhooks/sender.h"

#include <chrono>

namespace laoyou::webhooks {

Sender::Sender(Services services, Trouble trouble) : services_(std::move(services)), trouble_(std::move(trouble)), thread_([this] { run(); }) {}

Sender::~Sender() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void Sender::run() {
  constexpr std::chrono::seconds k_between{2};
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, k_between, [this] { return stopping_; })) {
    lock.unlock();
    try {
      send_due(services_);
    } catch (const std::exception& failure) {
      if (trouble_) trouble_(failure.what());
    }
    lock.lock();
  }
}

}  // namespace laoyou::webhooks
