// All open connections of a server: their number, their deadlines, and the wish to stop.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace laoyou::http {

/// What a connection is doing; decides how it is interrupted.
enum class Phase {
  idle,       ///< between requests
  reading,    ///< handshake, fields or body
  answering,  ///< a handler waits; can be given up
  apart,      ///< a handler runs on the pool; cannot
  writing,
  streaming,  ///< an event stream with nothing to send
  leaving     ///< reading what a refused client still sends
};

/// One connection as the registry sees it.
class Interruptible {
 public:
  virtual ~Interruptible() = default;
  using Time = std::chrono::steady_clock::time_point;

  /// When it must be done with what it is doing.
  Time deadline() const { return Time(Time::duration(deadline_.load(std::memory_order_relaxed))); }
  /// From any thread; each does its work on the connection's own strand.
  virtual void interrupt_if_late() = 0;  ///< gives up what is past its deadline
  virtual void finish_soon() = 0;        ///< closes when idle, else after the answer in progress
  virtual void cut() = 0;                ///< gives up whatever it is doing

 protected:
  void set_deadline(Time deadline) { deadline_.store(deadline.time_since_epoch().count(), std::memory_order_relaxed); }

 private:
  std::atomic<Time::rep> deadline_{Time::max().time_since_epoch().count()};
};

/// The registry. Safe across threads.
class Connections {
 public:
  void add(const std::shared_ptr<Interruptible>& connection);
  void remove(const Interruptible* connection);
  std::size_t count() const;

  /// True once the server wishes to stop: no connection begins another request.
  bool stopping() const { return stopping_.load(std::memory_order_relaxed); }
  void finish_all_soon();
  void cut_all();
  void interrupt_late(Interruptible::Time now);

 private:
  std::vector<std::shared_ptr<Interruptible>> snapshot() const;

  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;
  std::unordered_map<const Interruptible*, std::weak_ptr<Interruptible>> open_;
};

}  // namespace laoyou::http
