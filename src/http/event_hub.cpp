#include "http/event_hub.h"

#include <algorithm>

#include "base/check.h"

namespace laoyou::http {

std::string event_text(std::string_view name, std::string_view data) {
  CHECK(name.find_first_of("\r\n") == std::string_view::npos && data.find('\r') == std::string_view::npos);
  std::string text = "event: ";
  text += name;
  text += "\ndata: ";
  for (char letter : data) {
    text += letter;
    if (letter == '\n') text += "data: ";
  }
  text += "\n\n";
  return text;
}

void EventQueue::push(const Event& event) {
  if (event.region && !scope_.contains(*event.region)) return;
  if (event.account && *event.account != account_) return;
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  if (waiting_.size() >= k_waiting_max) {
    waiting_.clear();
    missed_ = true;
  }
  if (!missed_) waiting_.push_back(event_text(event.name, event.data));
  if (wake_) wake_();
}

std::string EventQueue::take() {
  const std::lock_guard lock(mutex_);
  std::string text;
  if (missed_) text = event_text("missed", "{}");
  for (const std::string& each : waiting_) text += each;
  waiting_.clear();
  missed_ = false;
  return text;
}

bool EventQueue::has_waiting() const {
  const std::lock_guard lock(mutex_);
  return missed_ || !waiting_.empty();
}

void EventQueue::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void EventQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  wake_ = nullptr;
  waiting_.clear();
}

bool EventQueue::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

void EventHub::publish(const Event& event) {
  std::vector<std::shared_ptr<EventQueue>> open;
  {
    const std::lock_guard lock(mutex_);
    for (const std::weak_ptr<EventQueue>& queue : queues_) {
      if (auto alive = queue.lock()) open.push_back(std::move(alive));
    }
  }
  for (const auto& queue : open) queue->push(event);
}

Result<std::shared_ptr<EventQueue>> EventHub::subscribe(const Caller& caller) {
  const std::lock_guard lock(mutex_);
  const auto open = std::count_if(queues_.begin(), queues_.end(), [&](const auto& each) {
    const auto alive = each.lock();
    return alive != nullptr && !alive->closed() && alive->account() == caller.account;
  });
  if (static_cast<std::size_t>(open) >= k_streams_of_account_max) return refuse("http.too_many_streams", {std::to_string(k_streams_of_account_max)});
  return add(std::make_shared<EventQueue>(caller.scope, caller.account));
}

std::shared_ptr<EventQueue> EventHub::subscribe(RegionCode scope) {
  const std::lock_guard lock(mutex_);
  return add(std::make_shared<EventQueue>(scope));
}

std::shared_ptr<EventQueue> EventHub::add(std::shared_ptr<EventQueue> queue) {
  std::erase_if(queues_, [](const std::weak_ptr<EventQueue>& each) { return each.expired(); });
  queues_.push_back(queue);
  return queue;
}

std::size_t EventHub::stream_count() const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::count_if(queues_.begin(), queues_.end(), [](const auto& each) {
    const auto alive = each.lock();
    return alive != nullptr && !alive->closed();
  }));
}

}  // namespace laoyou::http
