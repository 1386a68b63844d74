// Tells open screens that something has changed, by server-sent events (WHATWG HTML, 9.2). An event names what changed, never the content:
// the screen asks again through the ordinary routes, with their authorisation.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/region_code.h"
#include "base/result.h"
#include "http/caller.h"

namespace laoyou::http {

/// Something that happened.
struct Event {
  std::string name;  ///< "readings_changed"
  std::string data;  ///< JSON on one line
  std::optional<RegionCode> region;  ///< told only to callers whose scope contains it; nothing: told to all
  std::optional<std::int64_t> account = std::nullopt;  ///< told to the screens of this account alone
};

/// The events one screen has not yet been sent. At most k_waiting_max wait: a screen too slow for that is told "missed" instead, upon
/// which it loads everything anew, so it never shows old figures as new ones.
class EventQueue {
 public:
  static constexpr std::size_t k_waiting_max = 64;

  explicit EventQueue(RegionCode scope, std::int64_t account = 0) : scope_(scope), account_(account) {}

  /// Called by the hub, from any thread.
  void push(const Event& event);
  /// What waits, as event stream text; empty when nothing does.
  std::string take();
  bool has_waiting() const;
  std::int64_t account() const { return account_; }
  /// `wake` is called from any thread when something begins to wait.
  void on_ready(std::function<void()> wake);
  /// Nothing is taken in any more and nobody is woken.
  void close();
  bool closed() const;

 private:
  const RegionCode scope_;
  const std::int64_t account_;
  mutable std::mutex mutex_;
  std::deque<std::string> waiting_;
  std::function<void()> wake_;
  bool missed_ = false;
  bool closed_ = false;
};

/// Hands events on to every open stream.
class EventHub {
 public:
  /// From any thread; never waits for a reader.
  void publish(const Event& event);
  /// How many streams one account may have open: a few screens, not the connections of all others.
  static constexpr std::size_t k_streams_of_account_max = 8;

  /// A new stream's queue, for what the caller sees. Refused as "http.too_many_streams".
  Result<std::shared_ptr<EventQueue>> subscribe(const Caller& caller);
  /// A new stream's queue, for the regions within `scope`.
  std::shared_ptr<EventQueue> subscribe(RegionCode scope);
  /// How many streams are open.
  std::size_t stream_count() const;

 private:
  std::shared_ptr<EventQueue> add(std::shared_ptr<EventQueue> queue);

  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<EventQueue>> queues_;
};

/// One event as event stream text; line breaks within the data begin new data lines.
std::string event_text(std::string_view name, std::string_view data);

}  // namespace laoyou::http
