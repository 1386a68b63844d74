// The body of Connection; included only where it is instantiated.
#pragma once

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include "http/connection.h"
#include "http/event_hub.h"
#include "http/failure.h"
#include "http/problem.h"

namespace laoyou::http {

/// Bytes asked of the stream at once.
inline constexpr std::size_t k_fields_read_bytes = 4 * 1024;
inline constexpr std::size_t k_body_read_bytes = 64 * 1024;
/// A refused body up to this size is read and thrown away, so that the connection lives on; with a larger one the connection ends.
inline constexpr std::size_t k_discarded_bytes_max = 64 * 1024;
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
auto Connection<Stream>::receive(std::size_t bytes) -> Waiting<Reading> {
  const std::size_t room = std::min(bytes, buffer_.max_size() - buffer_.size());
  if (room == 0) co_return Reading::header_too_large;
  boost::system::error_code failure;
  const auto space = buffer_.prepare(room);
  const std::size_t got = co_await stream_.async_read_some(space, boost::asio::redirect_error(boost::asio::use_awaitable, failure));
  buffer_.commit(got);
  if (!failure) co_return Reading::complete;
  co_return late_ ? Reading::late : Reading::gone;
}

template <class Stream>
auto Connection<Stream>::read_fields() -> Waiting<Reading> {
  namespace beast_http = boost::beast::http;
  while (!request_->is_header_done()) {
    boost::system::error_code failure;
    const std::size_t used = request_->put(buffer_.data(), failure);
    buffer_.consume(used);
    if (failure == beast_http::error::need_more) {
      const Reading reading = co_await receive(k_fields_read_bytes);
      if (reading != Reading::complete) co_return reading;
    } else if (failure == beast_http::error::header_limit || failure == beast_http::error::buffer_overflow) {
      co_return Reading::header_too_large;
    } else if (failure == beast_http::error::bad_version) {
      co_return Reading::wrong_version;
    } else if (failure) {
      co_return Reading::malformed;
    }
  }
  co_return Reading::complete;
}

template <class Stream>
auto Connection<Stream>::read_body(std::size_t bytes_max) -> Waiting<Reading> {
  namespace beast_http = boost::beast::http;
  const auto length = request_->content_length();
  if (length && *length > bytes_max) co_return Reading::body_too_large;
  request_->body_limit(bytes_max);
  request_->eager(true);
  while (!request_->is_done()) {
    boost::system::error_code failure = beast_http::error::need_more;
    if (buffer_.size() > 0) {
      failure = {};
      const std::size_t used = request_->put(buffer_.data(), failure);
      buffer_.consume(used);
    }
    if (failure == beast_http::error::need_more || (!failure && !request_->is_done() && buffer_.size() == 0)) {
      const Reading reading = co_await receive(k_body_read_bytes);
      if (reading != Reading::complete) co_return reading;
    } else if (failure == beast_http::error::body_limit || failure == beast_http::error::buffer_overflow) {
      co_return Reading::body_too_large;
    } else if (failure) {
      co_return Reading::malformed;
    }
  }
  co_return Reading::complete;
}

template <class Stream>
bool Connection<Stream>::host_is_clear() const {
  const auto& message = request_->get();
  const std::size_t hosts = message.count(boost::beast::http::field::host);
  return hosts == 1 || (hosts == 0 && message.version() < 11);
}

template <class Stream>
Exchange Connection<Stream>::make_exchange() {
  const auto& message = request_->get();
  const Headers headers(message.base());
  bool secure = StreamKind<Stream>::secure;
  std::string peer = facts_.peer;
  if (facts_.behind_proxy) {
    const std::string_view forwarded = headers.find("X-Forwarded-For");
    const std::size_t last = forwarded.find_last_of(", ");  // the proxy's own entry; what stands before it is the client's word
    if (!forwarded.empty()) peer = forwarded.substr(last == std::string_view::npos ? 0 : last + 1);
    secure = secure || headers.find("X-Forwarded-Proto") == "https";
  }
  Exchange exchange(dispatcher_.clock(), dispatcher_.facts(headers, std::move(peer), secure));
  exchange.method = {message.method_string().data(), message.method_string().size()};
  exchange.target = {message.target().data(), message.target().size()};
  exchange.has_body = !request_->is_done();
  exchange.begun = std::chrono::steady_clock::now();
  return exchange;
}

template <class Stream>
auto Connection<Stream>::serve_one() -> Waiting<After> {
  request_.emplace();
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
  if (!host_is_clear()) {
    Answer answer = problem_answer(400, refuse("http.host_missing"), exchange.context.request_id(), exchange.context.language());
    const After refused = co_await send(exchange, answer, After::linger);
    co_return refused;
  }
  enter(Phase::answering, limits_.answering_time);
  std::optional<Answer> answer = co_await dispatcher_.admit(exchange);
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

/// Reads the body where it is wanted, or where it is small enough to be thrown away. Leaves it unread when an answer stands already and
/// the body is large, or the client waits for leave to send it (Expect: 100-continue).
template <class Stream>
auto Connection<Stream>::take_body(Exchange& exchange, std::optional<Answer>& answer, Time request_end) -> Waiting<Reading> {
  const bool asks_leave = !exchange.context.headers().find("Expect").empty();
  if (answer && asks_leave) co_return Reading::body_too_large;
  enter(Phase::writing, limits_.writing_time);
  if (asks_leave && buffer_.size() == 0) {
    const bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
    if (!written) co_return Reading::gone;
  }
  const std::size_t bytes_max = answer ? k_discarded_bytes_max : exchange.route->body_bytes_max();
  const std::size_t bytes = std::min<std::uint64_t>(request_->content_length().value_or(bytes_max), bytes_max);
  enter(Phase::reading, request_end + std::chrono::seconds(bytes / limits_.receiving_bytes_s));
  const Reading reading = co_await read_body(bytes_max);
  co_return reading;
}

/// Answers a request that could not be read, and ends the connection: where the next request would begin is no longer known.
template <class Stream>
auto Connection<Stream>::refuse_unread(Reading reading, Exchange& exchange) -> Waiting<After> {
  const auto problem = [&](int status, Refusal refusal) {
    return problem_answer(status, std::move(refusal), exchange.context.request_id(), exchange.context.language());
  };
  Answer answer;
  switch (reading) {
    case Reading::late: answer = problem(408, refuse("http.too_slow")); break;
    case Reading::wrong_version: answer = problem(505, refuse("http.version_unknown")); break;
    case Reading::header_too_large:
      answer = problem(431, refuse("http.header_too_large", {std::to_string(limits_.header_bytes)}));
      break;
    case Reading::body_too_large:
      answer = problem(413, refuse("http.body_too_large", {std::to_string(exchange.route->body_bytes_max())}));
      break;
    case Reading::complete:
    case Reading::gone:
    case Reading::malformed: answer = problem(400, refuse("http.malformed")); break;
  }
  const After after = co_await send(exchange, answer, After::linger);
  co_return after;
}

/// Writes both pieces, the second in slices with a deadline each.
template <class Stream>
auto Connection<Stream>::write(std::string_view first, std::string_view second) -> Waiting<bool> {
  do {
    const std::string_view slice = second.substr(0, limits_.writing_bytes);
    const std::array<boost::asio::const_buffer, 2> pieces{boost::asio::const_buffer(first.data(), first.size()),
                                                          boost::asio::const_buffer(slice.data(), slice.size())};
    enter(Phase::writing, limits_.writing_time);
    boost::system::error_code failure;
    co_await boost::asio::async_write(stream_, pieces, boost::asio::redirect_error(boost::asio::use_awaitable, failure));
    if (failure) co_return false;
    first = {};
    second.remove_prefix(slice.size());
  } while (!second.empty());
  co_return true;
}

template <class Stream>
auto Connection<Stream>::send(Exchange& exchange, Answer& answer, After after) -> Waiting<After> {
  dispatcher_.dress(exchange, answer);
  if (connections_.stopping() && after == After::again) after = After::close;
  if (answer.events && !exchange.head_only) {
    const After streamed = co_await stream_events(exchange, answer);
    co_return streamed;
  }
  const bool bodiless = exchange.head_only || answer.status == 204 || answer.status == 304;
  const bool http_1_0 = request_->is_header_done() && request_->get().version() < 11;
  head_.clear();
  write_head(head_, answer, {exchange.context.request_id(), dispatcher_.clock().now(), after == After::again, http_1_0,
                             exchange.context.secure(), facts_.image_sources});
  dispatcher_.note(exchange, answer);  // before the client can know the answer, so that whoever has it finds it counted
  const bool written = co_await write(head_, bodiless ? std::string_view{} : answer.bytes());
  co_return written ? after : After::close;
}

template <class Stream>
auto Connection<Stream>::wait_for_event(Time until) -> Waiting<void> {
  boost::system::error_code ended;
  enter(Phase::streaming, Time::max());
  timer_.expires_at(until);
  co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ended));
}

template <class Stream>
auto Connection<Stream>::stream_events(Exchange& exchange, Answer& answer) -> Waiting<After> {
  const auto queue = answer.events;
  const Time end = std::chrono::steady_clock::now() + limits_.stream_time;
  std::weak_ptr<Connection> weak = this->weak_from_this();
  queue->on_ready([weak] {
    if (auto self = weak.lock()) boost::asio::post(self->stream_.get_executor(), [self] { self->timer_.cancel(); });
  });
  answer.storing = Storing::never;
  head_.clear();
  write_head(head_, answer, {exchange.context.request_id(), dispatcher_.clock().now(), false, false, exchange.context.secure(), {}});
  dispatcher_.metrics().event_streams().Increment();
  dispatcher_.note(exchange, answer);
  bool open = co_await write(head_, "retry: 3000\n\n");
  while (open && !connections_.stopping() && !queue->closed() && std::chrono::steady_clock::now() < end) {
    std::string text = queue->take();
    if (text.empty()) {
      const Time heartbeat = std::chrono::steady_clock::now() + limits_.heartbeat_time;
      co_await wait_for_event(heartbeat);
      text = queue->take();
      if (text.empty() && std::chrono::steady_clock::now() >= heartbeat) text = ":\n\n";
    }
    if (!text.empty()) open = co_await write(text, {});
  }
  dispatcher_.metrics().event_streams().Decrement();
  queue->close();
  co_return After::close;
}

}  // namespace laoyou::http
