#include "http/connections.h"

namespace laoyou::http {

void Connections::add(const std::shared_ptr<Interruptible>& connection) {
  {
    const std::lock_guard lock(mutex_);
    open_.emplace(connection.get(), connection);
  }
  if (stopping()) connection->finish_soon();
}

void Connections::remove(const Interruptible* connection) {
  const std::lock_guard lock(mutex_);
  open_.erase(connection);
}

std::size_t Connections::count() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

std::vector<std::shared_ptr<Interruptible>> Connections::snapshot() const {
  std::vector<std::shared_ptr<Interruptible>> alive;
  const std::lock_guard lock(mutex_);
  alive.reserve(open_.size());
  for (const auto& [pointer, connection] : open_) {
    if (auto held = connection.lock()) alive.push_back(std::move(held));
  }
  return alive;
}

void Connections::finish_all_soon() {
  stopping_.store(true);
  for (const auto& connection : snapshot()) connection->finish_soon();
}

void Connections::cut_all() {
  for (const auto& connection : snapshot()) connection->cut();
}

void Connections::interrupt_late(Interruptible::Time now) {
  for (const auto& connection : snapshot()) {
    if (connection->deadline() < now) connection->interrupt_if_late();
  }
}

}  // namespace laoyou::http
