// The body of Connection; included only where it is instantiated.
#pragma once

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

#include "http/connection_reading.h"
#include "http/connection_writing.h"

namespace laoyou::http {

/// The most that is read from a refused client before the line is cut.
inline constexpr std::size_t k_lingering_bytes_max = 4 * 1024 * 1024;

template <class Stream>
Connection<Stream>::Connection(Stream stream, Dispatcher& dispatcher, Connections& connections, ConnectionFacts facts)
    : stream_(std::move(stream)),
      dispatcher_(dispatcher),
      connections_(connections),
      limits_(dispatcher.limits()),
      facts_(std::move(facts)),
      buffer_(limits_.header_bytes + k_body_read_bytes),
      body_share_(dispatcher.body_budget()),
      timer_(stream_.get_executor()) {
  dispatcher_.metrics().connections().Increment();
}

template <class Stream>
Connection<Stream>::~Connection() {
  dispatcher_.metrics().connections().Decrement();
  connections_.remove(this);
}

template <class Stream>
void Connection<Stream>::start() {
  auto self = this->shared_from_this();
  const auto ended = [self](std::exception_ptr) {};  // keeps the signal alive as long as anything may listen to it
  boost::asio::co_spawn(stream_.get_executor(), [self] { return self->run(); }, boost::asio::bind_cancellation_slot(give_up_.slot(), ended));
  if (facts_.place == nullptr) return;
  facts_.place->when_wanted([weak = this->weak_from_this()] {
    if (auto connection = weak.lock()) connection->give_up_place();
  });
}

/// Another has got the place: what a handler is at is finished and answered, anything else ends now.
template <class Stream>
void Connection<Stream>::give_up_place() {
  boost::asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
    self->last_answer_ = true;
    if (self->phase_ == Phase::apart || self->phase_ == Phase::answering) return;
    self->interrupt();
    StreamKind<Stream>::close(self->stream_);
  });
}

template <class Stream>
void Connection<Stream>::enter(Phase phase, Time deadline) {
  phase_ = phase;
  late_ = false;
  set_deadline(deadline);
}

template <class Stream>
void Connection<Stream>::interrupt() {
  switch (phase_) {
    case Phase::answering: return give_up_.emit(boost::asio::cancellation_type::terminal);
    case Phase::apart: return;
    case Phase::streaming: timer_.cancel(); return;
    case Phase::idle:
    case Phase::reading:
    case Phase::writing:
    case Phase::leaving: return StreamKind<Stream>::cancel(stream_);
  }
}

template <class Stream>
void Connection<Stream>::interrupt_if_late() {
  boost::asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
    if (self->deadline() >= std::chrono::steady_clock::now()) return;
    self->late_ = true;
    self->interrupt();
  });
}

template <class Stream>
void Connection<Stream>::finish_soon() {
  boost::asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
    if (self->phase_ == Phase::idle || self->phase_ == Phase::streaming) self->interrupt();
  });
}

template <class Stream>
void Connection<Stream>::cut() {
  boost::asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
    self->late_ = true;
    self->interrupt();
    if (self->phase_ != Phase::apart && self->phase_ != Phase::answering) StreamKind<Stream>::close(self->stream_);
  });
}

template <class Stream>
auto Connection<Stream>::run() -> Waiting<void> {
  co_await boost::asio::this_coro::throw_if_cancelled(false);
  After after = After::close;
  try {
    enter(Phase::reading, limits_.header_time);
    const bool opened = co_await StreamKind<Stream>::open(stream_);
    if (opened) after = After::again;
    while (after == After::again && !connections_.stopping()) after = co_await serve_one();
  } catch (const std::exception& failure) {
    dispatcher_.log().failure("connection_failed", failure.what(), {});
    after = After::close;
  }
  co_await leave(after);
}

/// A client that is still sending when the line closes never sees the answer: its unread bytes make the system drop what we sent. So a
/// refused client is listened to for a little longer.
template <class Stream>
auto Connection<Stream>::leave(After after) -> Waiting<void> {
  enter(Phase::leaving, limits_.lingering_time);
  co_await StreamKind<Stream>::end_sending(stream_);
  std::size_t received = 0;
  while (after == After::linger && received < k_lingering_bytes_max) {
    buffer_.consume(buffer_.size());
    const Reading reading = co_await receive(k_body_read_bytes);
    if (reading != Reading::complete) break;
    received += buffer_.size();
  }
  StreamKind<Stream>::close(stream_);
}

template <class Stream>
auto Connection<Stream>::serve_one() -> Waiting<After> {
  request_.emplace();
  body_share_.release();
  request_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
  request_->body_limit(boost::none);  // set once the route is known
  if (buffer_.size() == 0) {
    enter(Phase::idle, limits_.idle_time);
    const Reading first = co_await receive(k_fields_read_bytes);
    if (first != Reading::complete) co_return After::close;
  }
  const Time begun = std::chrono::steady_clock::now();
  enter(Phase::reading, begun + limits_.header_time);
  const Reading fields = co_await read_fields();
  if (fields == Reading::gone) co_return After::close;
  Exchange exchange = make_exchange();
  if (fields != Reading::complete) {
    const After refused = co_await refuse_unread(fields, exchange);
    co_return refused;
  }
  dispatcher_.metrics().in_flight().Increment();
  After after = After::close;
  std::exception_ptr failure;
  try {
    after = co_await serve(exchange, begun + limits_.request_time);
  } catch (...) {
    failure = std::current_exception();
  }
  dispatcher_.metrics().in_flight().Decrement();
  if (failure) std::rethrow_exception(failure);
  co_return after;
}

template <class Stream>
auto Connection<Stream>::serve(Exchange& exchange, Time request_end) -> Waiting<After> {
  if (const auto unclear = unclear_fields()) {
    Answer answer = problem_answer(unclear->first, unclear->second, exchange.context.request_id(), exchange.context.language());
    const After refused = co_await send(exchange, answer, After::linger);
    co_return refused;
  }
  enter(Phase::answering, limits_.answering_time);
  std::optional<Answer> answer = co_await dispatcher_.admit(exchange);
  const std::int64_t account = exchange.context.has_caller() ? exchange.context.caller().account : 0;
  if (facts_.place != nullptr && !facts_.place->heard_from(account)) last_answer_ = true;
  if (!request_->is_done()) {
    const Reading body = co_await take_body(exchange, answer, request_end);
    if (body == Reading::gone) co_return After::close;
    if (body != Reading::complete && !answer) {
      const After refused = co_await refuse_unread(body, exchange);
      co_return refused;
    }
  }
  const bool body_read = request_->is_done();
  if (!answer) {
    enter(dispatcher_.runs_apart(exchange) ? Phase::apart : Phase::answering, limits_.answering_time);
    Answer handled = co_await dispatcher_.answer(exchange, request_->get().body());
    answer.emplace(std::move(handled));
  }
  const After after = !body_read ? After::linger : request_->get().keep_alive() ? After::again : After::close;
  const After sent = co_await send(exchange, *answer, after);
  co_return sent;
}

}  // namespace laoyou::http
