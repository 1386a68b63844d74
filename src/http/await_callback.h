// Waits in a handler for something that reports by calling back from another thread, such as a durable write.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <mutex>
#include <optional>

namespace laoyou::http {

/// Where a result is left for a waiting handler. A handler that has been given up (deadline, stop) no longer takes it.
template <class T>
class Delivery : public std::enable_shared_from_this<Delivery<T>> {
 public:
  explicit Delivery(const boost::asio::any_io_executor& executor) : wake_(executor, boost::asio::steady_timer::time_point::max()) {}

  /// Called once, from any thread.
  void deliver(T value) {
    const std::lock_guard lock(mutex_);
    if (abandoned_) return;
    value_.emplace(std::move(value));
    boost::asio::post(wake_.get_executor(), [self = this->shared_from_this()] { self->wake_.cancel(); });
  }

  boost::asio::awaitable<void> arrival() {
    boost::system::error_code ended;
    if (!has_value()) co_await wake_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ended));
  }

  /// What was delivered; throws operation_aborted when the wait ended without it.
  T take() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    if (!value_) throw boost::system::system_error(boost::asio::error::operation_aborted);
    return std::move(*value_);
  }

 private:
  bool has_value() {
    const std::lock_guard lock(mutex_);
    return value_.has_value();
  }

  std::mutex mutex_;
  std::optional<T> value_;
  bool abandoned_ = false;
  boost::asio::steady_timer wake_;
};

/// Calls start(done), where done(T) may be called later from any thread, once; comes back with that T. The handler waits, the thread does
/// not. Throws operation_aborted, answered as 503, when the request's deadline passes first: what was started still takes its course.
///
///   const auto start = [&](auto done) { store.write(actor, command, done); };
///   Reply outcome = co_await await_callback<Reply>(start);
template <class T, class Start>
boost::asio::awaitable<T> await_callback(Start start) {
  const auto executor = co_await boost::asio::this_coro::executor;
  const auto delivery = std::make_shared<Delivery<T>>(executor);
  start([delivery](T value) { delivery->deliver(std::move(value)); });
  co_await delivery->arrival();
  co_return delivery->take();
}

}  // namespace laoyou::http
