// The part of Connection that reads requests; included through connection_body.h.
#pragma once

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include "http/connection.h"

namespace laoyou::http {

/// Bytes asked of the stream at once.
inline constexpr std::size_t k_fields_read_bytes = 4 * 1024;
inline constexpr std::size_t k_body_read_bytes = 64 * 1024;
/// Bytes of a body handed to its sink at once.
inline constexpr std::size_t k_streamed_bytes = 256 * 1024;
/// A refused body up to this size is read and thrown away, so that the connection lives on; with a larger one the connection ends.
inline constexpr std::size_t k_discarded_bytes_max = 64 * 1024;

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
auto Connection<Stream>::read_body(std::size_t bytes_max, Exchange* streamed) -> Waiting<Reading> {
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
    if (streamed != nullptr && (request_->is_done() || request_->get().body().size() >= k_streamed_bytes)) {
      const std::string bytes = std::exchange(request_->get().body(), std::string());
      co_await dispatcher_.pass_on(*streamed, bytes);
    }
    if (failure == beast_http::error::need_more || (!failure && !request_->is_done() && buffer_.size() == 0)) {
      if (!body_share_.grow_to(request_->get().body().size() + k_body_read_bytes)) co_return Reading::no_room;
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

/// Why it is not clear where this request ends or what it says, whatever its route: with the status it is refused with. Proxies on the way
/// may have understood it otherwise, so the connection ends with it.
template <class Stream>
std::optional<std::pair<int, Refusal>> Connection<Stream>::unclear_fields() const {
  namespace beast_http = boost::beast::http;
  const auto& message = request_->get();
  const std::size_t hosts = message.count(beast_http::field::host);
  if (hosts > 1 || (hosts == 0 && message.version() >= 11)) return std::pair(400, refuse("http.host_missing"));
  const std::size_t codings = message.count(beast_http::field::transfer_encoding);
  if (codings > 0 && message.version() < 11) return std::pair(400, refuse("http.malformed"));
  if (codings > 1 || (codings == 1 && !boost::beast::iequals(message[beast_http::field::transfer_encoding], "chunked"))) {
    return std::pair(501, refuse("http.transfer_coding"));
  }
  // The first would count here, the last elsewhere.
  for (const std::string_view name : {"Origin", "Sec-Fetch-Site", "Content-Type", "X-CSRF-Token", "Authorization"}) {
    if (message.count({name.data(), name.size()}) > 1) return std::pair(400, refuse("http.header_twice", {std::string(name)}));
  }
  return std::nullopt;
}

template <class Stream>
Exchange Connection<Stream>::make_exchange() {
  const auto& message = request_->get();
  const Headers headers(message.base());
  bool secure = StreamKind<Stream>::secure;
  std::string peer = facts_.peer;
  if (facts_.behind_proxy) {
    const std::string_view forwarded = headers.find_last("X-Forwarded-For");  // a proxy may add its entry as a line of its own
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
  const bool streamed = !answer && exchange.route->make_sink() != nullptr;
  const Reading reading = co_await read_body(bytes_max, streamed ? &exchange : nullptr);
  co_return reading;
}

}  // namespace laoyou::http
