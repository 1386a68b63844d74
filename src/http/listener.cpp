#include "http/listener.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/world_failure.h"

namespace laoyou::http {

namespace {

constexpr std::chrono::milliseconds k_pause_first{10};
constexpr std::chrono::milliseconds k_pause_longest{1000};
constexpr std::string_view k_full =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nContent-Length: 83\r\nRetry-After: 2\r\n"
    "Connection: close\r\n\r\n"
    R"({"type":"about:blank","title":"Not available","status":503,"code":"http.busy"}     )";

int open_spare() { return ::open("/dev/null", O_RDONLY | O_CLOEXEC); }

boost::asio::ip::tcp::acceptor listening(boost::asio::io_context& context, const std::string& address, std::uint16_t port) {
  const std::string place = address + ":" + std::to_string(port);
  boost::system::error_code failure;
  const auto parsed = boost::asio::ip::make_address(address, failure);
  if (failure) throw WorldFailure("http.port_taken", place + ": " + failure.message());
  const boost::asio::ip::tcp::endpoint endpoint(parsed, port);
  boost::asio::ip::tcp::acceptor acceptor(context);
  acceptor.open(endpoint.protocol(), failure);
  if (!failure) acceptor.set_option(boost::asio::socket_base::reuse_address(true), failure);
  if (!failure) acceptor.bind(endpoint, failure);
  if (!failure) acceptor.listen(boost::asio::socket_base::max_listen_connections, failure);
  if (failure) throw WorldFailure("http.port_taken", place + ": " + failure.message());
  return acceptor;
}

}  // namespace

Listener::Listener(boost::asio::io_context& context, const std::string& address, std::uint16_t port)
    : context_(context), acceptor_(listening(context, address, port)), port_(acceptor_.local_endpoint().port()), pause_(context), spare_descriptor_(open_spare()) {}

Listener::~Listener() {
  if (spare_descriptor_ >= 0) ::close(spare_descriptor_);
}

void Listener::close() {
  closed_ = true;
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

/// Says 503 as far as that goes without waiting.
void Listener::turn_away(boost::asio::ip::tcp::socket& socket) const {
  const int descriptor = socket.native_handle();
  char unread[4096];
  [[maybe_unused]] const auto dropped = ::recv(descriptor, unread, sizeof unread, MSG_DONTWAIT);
  [[maybe_unused]] const auto sent = ::send(descriptor, k_full.data(), k_full.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  ::shutdown(descriptor, SHUT_WR);
}

/// Gives up the spare descriptor to accept and close one waiting client, who then need not wait for a timeout; then takes it back.
void Listener::let_one_go() {
  if (spare_descriptor_ >= 0) ::close(spare_descriptor_);
  const int client = ::accept4(acceptor_.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (client >= 0) ::close(client);
  spare_descriptor_ = open_spare();
}

boost::asio::awaitable<void> Listener::accept(Places& places, Metrics& metrics, Log& log, Welcome welcome) {
  std::chrono::milliseconds pause = k_pause_first;
  while (!closed_) {
    boost::asio::ip::tcp::socket socket(boost::asio::make_strand(context_));
    boost::system::error_code failure;
    co_await acceptor_.async_accept(socket, boost::asio::redirect_error(boost::asio::use_awaitable, failure));
    if (closed_) break;
    if (!failure) {
      pause = k_pause_first;
      boost::system::error_code ignored;
      const auto peer = socket.remote_endpoint(ignored);
      if (ignored) continue;  // gone already
      Places::Place place = places.take(peer.address());
      if (place == nullptr) {
        metrics.connections_refused().Increment();
        turn_away(socket);
        continue;
      }
      socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
      welcome(std::move(socket), std::move(place));
      continue;
    }
    metrics.accept_failures().Increment();
    if (failure == boost::asio::error::connection_aborted) continue;  // the client left while it waited: no fault of ours
    if (pause == k_pause_first) log.failure("accept_failed", failure.message(), {});
    let_one_go();
    pause_.expires_after(pause);
    pause = std::min(pause * 2, k_pause_longest);
    co_await pause_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, failure));
  }
}

}  // namespace laoyou::http
