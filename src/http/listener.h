// Accepts connections. Whatever an accept brings, the loop goes on until the server stops.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <string>

#include "http/log.h"
#include "http/metrics.h"
#include "http/places.h"

namespace laoyou::http {

/// The open door of a server.
class Listener {
 public:
  using Welcome = std::function<void(boost::asio::ip::tcp::socket, Places::Place)>;

  /// Binds and listens. Throws WorldFailure "http.port_taken".
  Listener(boost::asio::io_context& context, const std::string& address, std::uint16_t port);
  ~Listener();

  std::uint16_t port() const { return port_; }

  /// Hands each connection, on a strand of its own, to `welcome`. A client for whom there is no place is told 503 and let go. When the
  /// process has no file descriptor left, waiting clients are let go one by one, with a growing pause, until there are descriptors again.
  boost::asio::awaitable<void> accept(Places& places, Metrics& metrics, Log& log, Welcome welcome);

  /// Ends accept().
  void close();

 private:
  void turn_away(boost::asio::ip::tcp::socket& socket) const;
  void let_one_go();

  boost::asio::io_context& context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  const std::uint16_t port_;  // asked from any thread, also while the acceptor closes
  boost::asio::steady_timer pause_;
  int spare_descriptor_;
  bool closed_ = false;
};

}  // namespace laoyou::http
