// Feeds arbitrary bytes to a connection, as a client would send them. The first byte says in how small pieces they arrive. Whatever
// comes, what goes back must be whole answers of HTTP, none of them an internal error, and the connection must end.
#include <cstdint>
#include <cstdlib>
#include <charconv>
#include <iostream>

#include <boost/asio/io_context.hpp>

#include "http/connection_body.h"
#include "http/small_town_test.h"
#include "scripted_stream.h"

namespace {

using namespace laoyou;
using namespace laoyou::http;

/// The routes of the small town that need no other thread and are meant to succeed.
RouteTable walkable_routes(TownState& state) {
  state.later = [](std::function<void(int)> done) { done(1); };
  RouteTable routes;
  for (Route& route : town_routes(state)) {
    const bool fails = route.path() == "/api/broken" || route.path() == "/api/unknown-failure" || route.path() == "/api/sign-in";
    if (!fails && route.workplace() == Workplace::door) routes.push_back(std::move(route));
  }
  return routes;
}

Limits short_limits() {
  Limits limits;
  limits.header_bytes = 4096;
  limits.target_bytes = 1024;
  limits.stream_time = Limits::Time(0);
  return limits;
}

/// A server without its listener.
struct House {
  SystemClock clock;
  SeededRandom random{1};
  TownAuthenticator authenticator;
  TownState state;
  Limits limits = short_limits();
  Log log{clock, LogTarget::nowhere};
  Router router{walkable_routes(state), StaticFiles()};
  Metrics metrics{router.routes()};
  Admission admission{authenticator, {}};
  HeavyPool pool{1, 1};
  WaitingPool waiting_pool{1, 4, 4};
  Dispatcher dispatcher{clock, random, limits, router, admission, pool, waiting_pool, metrics, log};
};

[[noreturn]] void fail(std::string_view what, std::string_view written) {
  std::cerr << what << "\n" << written << std::endl;
  std::abort();
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view k_name = "\r\nContent-Length: ";
  const std::size_t place = head.find(k_name);
  std::size_t length = 0;
  if (place != std::string_view::npos) std::from_chars(head.data() + place + k_name.size(), head.data() + head.size(), length);
  return length;
}

/// Walks over the answers; each begins with a status line and ends where its length says (at once for HEAD and event streams).
void check_answers(std::string_view written) {
  const std::string_view all = written;
  while (!written.empty()) {
    if (!written.starts_with("HTTP/1.1 ")) fail("not an answer", all);
    if (written.substr(9, 3) == "500") fail("an internal error", all);
    const std::size_t head_end = written.find("\r\n\r\n");
    if (head_end == std::string_view::npos) fail("half an answer", all);
    const std::size_t length = content_length(written.substr(0, head_end));
    const bool streams = written.substr(0, head_end).find("text/event-stream") != std::string_view::npos;
    written.remove_prefix(head_end + 4);
    if (streams) return;
    if (!written.starts_with("HTTP/1.1 ")) written.remove_prefix(std::min(length, written.size()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static House& house = *new House;  // never destroyed: threads of its log would outlive the end of main
  const std::size_t slice = data[0] == 0 ? 4096 : data[0];
  const std::string_view script(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::string written;
  boost::asio::io_context context(1);
  Connections connections;
  start_connection(ScriptedStream(context.get_executor(), script, slice, written), house.dispatcher, connections, ConnectionFacts{"192.0.2.1", false, {}, {}});
  context.run();
  if (connections.count() != 0) fail("a connection that does not end", written);
  check_answers(written);
  return 0;
}
