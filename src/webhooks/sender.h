// Sends to webhooks while the server runs. Several servers may do so beside each other.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "webhooks/room.h"

namespace laoyou::webhooks {

class Sender {
 public:
  using Trouble = std::function<void(const std::string& what)>;
  /// What the services speak of outlives it; `trouble` is told what hindered it, on its own thread.
  Sender(Services services, Trouble trouble);
  /// Ends after the message at hand.
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

 private:
  void run();

  Services services_;
  Trouble trouble_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laoyou::webhooks
