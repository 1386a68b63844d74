// The differences between a plain and a TLS connection, which are all a connection needs to know of its stream.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace laoyou::http {

using PlainStream = boost::asio::ip::tcp::socket;
using SecureStream = boost::asio::ssl::stream<PlainStream>;

/// Specialised for each stream: open (handshake), say goodbye, cancel, close.
template <class Stream>
struct StreamKind;

template <>
struct StreamKind<PlainStream> {
  static constexpr bool secure = false;
  static boost::asio::awaitable<bool> open(PlainStream&) { co_return true; }
  /// No more will be sent; what the other side sends can still be read.
  static boost::asio::awaitable<void> end_sending(PlainStream& stream) {
    boost::system::error_code ignored;
    stream.shutdown(boost::asio::socket_base::shutdown_send, ignored);
    co_return;
  }
  static void cancel(PlainStream& stream) {
    boost::system::error_code ignored;
    stream.cancel(ignored);
  }
  static void close(PlainStream& stream) {
    boost::system::error_code ignored;
    stream.close(ignored);
  }
};

template <>
struct StreamKind<SecureStream> {
  static constexpr bool secure = true;
  static boost::asio::awaitable<bool> open(SecureStream& stream) {
    boost::system::error_code failure;
    co_await stream.async_handshake(boost::asio::ssl::stream_base::server, boost::asio::redirect_error(boost::asio::use_awaitable, failure));
    co_return !failure;
  }
  static boost::asio::awaitable<void> end_sending(SecureStream& stream) {
    boost::system::error_code ignored;
    co_await stream.async_shutdown(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
  }
  static void cancel(SecureStream& stream) { StreamKind<PlainStream>::cancel(stream.next_layer()); }
  static void close(SecureStream& stream) { StreamKind<PlainStream>::close(stream.next_layer()); }
};

}  // namespace laoyou::http
