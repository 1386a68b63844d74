#include "raw_server.h"

#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace laoyou::bench {

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using net::ip::tcp;

net::awaitable<void> serve(tcp::socket socket) {
  boost::beast::flat_buffer buffer;
  try {
    for (;;) {
      http::request<http::empty_body> request;
      co_await http::async_read(socket, buffer, request, net::use_awaitable);
      http::response<http::string_body> response(http::status::ok, request.version());
      response.set(http::field::server, "raw");
      response.set(http::field::content_type, "text/plain");
      response.keep_alive(request.keep_alive());
      response.body() = "Hello, World!";
      response.prepare_payload();
      co_await http::async_write(socket, response, net::use_awaitable);
    }
  } catch (const boost::system::system_error&) {  // the client has gone
  }
}

net::awaitable<void> accept(tcp::acceptor acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(net::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    net::co_spawn(acceptor.get_executor(), serve(std::move(socket)), net::detached);
  }
}

}  // namespace

void run_raw_server(int ready) {
  net::io_context context(1);
  tcp::acceptor acceptor(context, tcp::endpoint(net::ip::address_v4::loopback(), 0));
  const std::uint16_t port = acceptor.local_endpoint().port();
  if (::write(ready, &port, sizeof port) != sizeof port) return;
  net::co_spawn(context, accept(std::move(acceptor)), net::detached);
  context.run();
}

}  // namespace laoyou::bench
