// The part of Connection that writes answers; included through connection_body.h.
#pragma once

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include "http/connection.h"
#include "http/event_hub.h"
#include "http/problem.h"

namespace laoyou::http {

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
    case Reading::no_room:
      answer = problem(503, refuse("http.busy"));
      answer.headers.emplace_back("Retry-After", "2");
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
  if ((connections_.stopping() || last_answer_) && after == After::again) after = After::close;
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

/// A stream has nothing to read, so the end of reading is the end of the client: its place must not be held until a sign of life fails.
template <class Stream>
auto Connection<Stream>::watch_for_end() -> Waiting<void> {
  std::array<char, 256> unread;
  boost::system::error_code ended;
  while (!ended) co_await stream_.async_read_some(boost::asio::buffer(unread), boost::asio::redirect_error(boost::asio::use_awaitable, ended));
  client_gone_ = true;
  watching_ = false;
  timer_.cancel();
}

/// Waits for events or the next sign of life and sends it; false when the stream is over. Before each, the caller is looked at anew: what
/// happens after a session has ended is not told to it.
template <class Stream>
auto Connection<Stream>::send_events(Exchange& exchange, EventQueue& queue, Time& heartbeat) -> Waiting<bool> {
  if (!queue.has_waiting()) co_await wait_for_event(heartbeat);
  if (client_gone_ || queue.closed() || connections_.stopping()) co_return false;
  enter(Phase::apart, Time::max());
  const Standing standing = co_await dispatcher_.standing(exchange);
  if (standing == Standing::ended) co_return false;
  std::string text = standing == Standing::good ? queue.take() : std::string();
  // While the database is away nobody can be looked at: the events wait.
  if (standing == Standing::unknown) co_await wait_for_event(std::min(heartbeat, std::chrono::steady_clock::now() + std::chrono::seconds(1)));
  const Time now = std::chrono::steady_clock::now();
  if (text.empty() && now >= heartbeat) text = ":\n\n";
  if (text.empty()) co_return true;
  heartbeat = now + limits_.heartbeat_time;
  const bool written = co_await write(text, {});
  co_return written;
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
  watching_ = true;
  boost::asio::co_spawn(stream_.get_executor(), [self = this->shared_from_this()] { return self->watch_for_end(); }, boost::asio::detached);
  Time heartbeat = std::chrono::steady_clock::now() + limits_.heartbeat_time;
  while (open && !connections_.stopping() && std::chrono::steady_clock::now() < end) open = co_await send_events(exchange, *queue, heartbeat);
  StreamKind<Stream>::cancel(stream_);
  while (watching_) co_await wait_for_event(Time::max());
  dispatcher_.metrics().event_streams().Decrement();
  queue->close();
  co_return After::close;
}

}  // namespace laoyou::http
