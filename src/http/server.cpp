#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <thread>

#include "base/thread_turns.h"
#include "http/built_in_routes.h"
#include "http/connection.h"
#include "http/listener.h"
#include "http/openapi.h"
#include "http/tls.h"

namespace laoyou::http {

namespace {

/// For databases, plans and connections on their way out.
constexpr rlim_t k_other_descriptors = 2048;

std::size_t thread_count(int wanted) {
  if (wanted > 0) return static_cast<std::size_t>(wanted);
  return std::max(1u, std::thread::hardware_concurrency());
}

RouteTable whole_table(RouteTable routes, const BuiltIn& shown) {
  for (Route& route : built_in_routes(shown)) routes.push_back(std::move(route));
  return routes;
}

/// The limits as the system lets them be. As many descriptors are asked for as connections and files need; where it gives fewer, there are
/// fewer places: a connection that is turned away by its place is answered, one without a descriptor is not.
ServerOptions within_descriptors(ServerOptions options) {
  rlimit descriptors{};
  if (::getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return options;
  const rlim_t wanted = options.limits.connections + k_other_descriptors;
  if (descriptors.rlim_cur < wanted) {
    descriptors.rlim_cur = std::min(wanted, descriptors.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
  }
  if (descriptors.rlim_cur < wanted) options.limits.connections = descriptors.rlim_cur / 2;
  return options;
}

}  // namespace

/// Everything that runs. Members are in the order in which they are needed: what stands below may speak of what stands above.
class Server::Machinery {
 public:
  Machinery(ServerOptions options, ServerParts parts)
      : options_(within_descriptors(std::move(options))),
        log_(parts.log),
        router_(whole_table(std::move(parts.routes), built_in_), std::move(parts.pages)),
        metrics_(router_.routes()),
        admission_(parts.authenticator, options_.origins),
        pool_(thread_count(options_.heavy_threads), options_.limits.heavy_waiting),
        waiting_pool_(options_.limits.waiting_threads, options_.limits.waiting_requests, options_.limits.waiting_waiting),
        dispatcher_(parts.clock, parts.random, options_.limits, router_, admission_, pool_, waiting_pool_, metrics_, log_),
        context_(static_cast<int>(thread_count(options_.threads))),
        listener_(context_, options_.address, options_.port),
        sweep_(context_),
        signals_(context_),
        hangups_(context_) {
    built_in_.metrics = &metrics_;
    built_in_.openapi = boost::json::serialize(openapi_document(router_.routes()));
    built_in_.metrics_for_all = options_.metrics_for_all;
    built_in_.probe = std::move(parts.probe);
    if (options_.tls) tls_.emplace(tls_context(*options_.tls));
  }

  std::uint16_t port() const { return listener_.port(); }
  Metrics& metrics() { return metrics_; }

  void start() {
    const auto welcome = [this](PlainStream socket, Places::Place place) { receive(std::move(socket), std::move(place)); };
    // The listener and all that is not a connection's own runs on one strand.
    boost::asio::co_spawn(house_, listener_.accept(places_, metrics_, log_, welcome), boost::asio::detached);
    boost::asio::co_spawn(house_, sweep(), boost::asio::detached);
    if (options_.stop_on_signals) await_signal();
    if (options_.stop_on_signals) await_hangup();
    log_.info("listening", options_.address + ":" + std::to_string(port()));
    for (std::size_t index = 0; index < thread_count(options_.threads); ++index) threads_.emplace_back([this] {
        take_short_turns();
        context_.run();
      });
  }

  void stop() {
    boost::asio::post(house_, [this] { begin_end(); });
  }

  void wait() {
    for (std::thread& thread : threads_) thread.join();
    if (!threads_.empty()) log_.info("stopped", "");
    threads_.clear();
    log_.flush();
  }

  bool started() const { return !threads_.empty(); }

 private:
  void receive(PlainStream socket, Places::Place place) {
    boost::system::error_code gone;
    const auto peer = socket.remote_endpoint(gone);
    if (gone) return;
    const bool behind_proxy = options_.trusts_proxy && peer.address().is_loopback();
    ConnectionFacts facts{peer.address().to_string(), behind_proxy, options_.image_sources, std::move(place)};
    if (tls_) {
      start_connection(SecureStream(std::move(socket), *tls_), dispatcher_, connections_, std::move(facts));
    } else {
      start_connection(std::move(socket), dispatcher_, connections_, std::move(facts));
    }
  }

  void await_signal() {
    hangups_.add(SIGHUP);
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait(boost::asio::bind_executor(house_, [this](boost::system::error_code failure, int) {
      if (!failure) begin_end();
    }));
  }

  /// SIGHUP: the log was moved away.
  void await_hangup() {
    hangups_.async_wait(boost::asio::bind_executor(house_, [this](boost::system::error_code failure, int) {
      if (failure) return;
      log_.reopen();
      await_hangup();
    }));
  }

  void begin_end() {
    if (connections_.stopping()) return;
    log_.info("stopping", std::to_string(connections_.count()) + " connections open");
    cut_at_ = std::chrono::steady_clock::now() + options_.limits.draining_time;
    listener_.close();
    boost::system::error_code ignored;
    signals_.cancel(ignored);
    hangups_.cancel(ignored);
    connections_.finish_all_soon();
    sweep_.cancel();
  }

  /// Puts the log out and looks at the deadlines of all connections, until the server has stopped and the last one has gone.
  boost::asio::awaitable<void> sweep() {
    while (!connections_.stopping() || connections_.count() > 0) {
      const auto now = std::chrono::steady_clock::now();
      connections_.interrupt_late(now);
      if (connections_.stopping() && now >= cut_at_) connections_.cut_all();
      if (now >= flush_log_at_) {
        log_.flush();
        flush_log_at_ = now + k_log_waiting_time;
      }
      const auto pause = connections_.stopping() ? std::min(options_.limits.sweep_time, k_stopping_sweep_time) : options_.limits.sweep_time;
      sweep_.expires_after(pause);
      boost::system::error_code woken;
      co_await sweep_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, woken));
    }
    pool_.join();
    waiting_pool_.join();
  }

  static constexpr Limits::Time k_stopping_sweep_time{20};
  static constexpr Limits::Time k_log_waiting_time{1000};  // how long a line may wait to be seen in the file

  ServerOptions options_;
  Log& log_;
  BuiltIn built_in_;
  Router router_;
  Metrics metrics_;
  Admission admission_;
  HeavyPool pool_;
  WaitingPool waiting_pool_;
  Dispatcher dispatcher_;
  Places places_{options_.limits};
  Connections connections_;
  boost::asio::io_context context_;
  boost::asio::strand<boost::asio::io_context::executor_type> house_{boost::asio::make_strand(context_)};
  std::optional<boost::asio::ssl::context> tls_;
  Listener listener_;
  boost::asio::steady_timer sweep_;
  boost::asio::signal_set signals_;
  boost::asio::signal_set hangups_;
  std::chrono::steady_clock::time_point cut_at_;
  std::chrono::steady_clock::time_point flush_log_at_{};
  std::vector<std::thread> threads_;
};

Server::Server(ServerOptions options, ServerParts parts) : machinery_(std::make_unique<Machinery>(std::move(options), std::move(parts))) {}

Server::~Server() {
  if (!machinery_->started()) return;
  stop();
  wait();
}

std::uint16_t Server::port() const { return machinery_->port(); }
prometheus::Registry& Server::metrics() { return machinery_->metrics().registry(); }
void Server::start() { machinery_->start(); }
void Server::stop() { machinery_->stop(); }
void Server::wait() { machinery_->wait(); }

}  // namespace laoyou::http
