// Lets time pass for cases while the server runs: once a minute whatever is due by then. Several servers may do so beside each other.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "cases/room.h"

namespace laoyou::cases {

class TimeKeeper {
 public:
  /// Everything given outlives it; `trouble` is told what hindered it, on its own thread.
  TimeKeeper(const Services& services, const Clock& clock, std::function<void(const std::string& what)> trouble = {});
  ~TimeKeeper();
  TimeKeeper(const TimeKeeper&) = delete;
  TimeKeeper& operator=(const TimeKeeper&) = delete;

 private:
  void run();

  const Services& services_;
  const Clock& clock_;
  std::function<void(const std::string&)> trouble_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laoyou::cases
