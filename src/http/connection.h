// One client's connection: reads requests, has them answered, writes the answers in order, and never waits without a deadline.
#pragma once

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>

#include "http/answer_head.h"
#include "http/body_budget.h"
#include "http/connections.h"
#include "http/dispatcher.h"
#include "http/event_hub.h"
#include "http/places.h"
#include "http/stream_kind.h"

namespace laoyou::http {

/// What a connection is told when it is made.
struct ConnectionFacts {
  std::string peer;              ///< address without port
  bool behind_proxy = false;     ///< the peer is a trusted proxy: X-Forwarded-For and X-Forwarded-Proto count
  std::string_view image_sources;  ///< see HeadFacts
  Places::Place place;             ///< held as long as the connection lives; may be null
};

/// Runs over any stream with a StreamKind. Everything happens on the stream's executor, which is a strand.
template <class Stream>
class Connection final : public Interruptible, public std::enable_shared_from_this<Connection<Stream>> {
 public:
  Connection(Stream stream, Dispatcher& dispatcher, Connections& connections, ConnectionFacts facts);
  ~Connection() override;

  /// Begins; the connection lives until it has ended by itself.
  void start();

  void interrupt_if_late() override;
  void finish_soon() override;
  void cut() override;

 private:
  using Request = boost::beast::http::request_parser<boost::beast::http::string_body>;
  template <class T>
  using Waiting = boost::asio::awaitable<T>;

  /// How reading ended.
  enum class Reading { complete, gone, late, malformed, wrong_version, header_too_large, body_too_large, no_room };
  /// Whether the connection can carry another request.
  enum class After { again, close, linger };

  Waiting<void> run();
  Waiting<void> leave(After after);
  Waiting<After> serve_one();
  Waiting<After> serve(Exchange& exchange, Time request_end);
  Waiting<Reading> read_fields();
  Waiting<Reading> read_body(std::size_t bytes_max, Exchange* streamed);
  Waiting<Reading> receive(std::size_t bytes);
  Waiting<Reading> take_body(Exchange& exchange, std::optional<Answer>& answer, Time request_end);
  Waiting<After> refuse_unread(Reading reading, Exchange& exchange);
  Waiting<bool> write(std::string_view first, std::string_view second);
  Waiting<After> send(Exchange& exchange, Answer& answer, After after);
  Waiting<After> stream_events(Exchange& exchange, Answer& answer);
  Waiting<bool> send_events(Exchange& exchange, EventQueue& queue, Time& heartbeat);
  Waiting<void> wait_for_event(Time until);
  Waiting<void> watch_for_end();

  Exchange make_exchange();
  std::optional<std::pair<int, Refusal>> unclear_fields() const;
  void enter(Phase phase, Limits::Time time) { enter(phase, std::chrono::steady_clock::now() + time); }
  void enter(Phase phase, Time deadline);
  void give_up_place();
  void interrupt();

  Stream stream_;
  Dispatcher& dispatcher_;
  Connections& connections_;
  const Limits& limits_;
  ConnectionFacts facts_;
  boost::beast::flat_buffer buffer_;
  std::optional<Request> request_;
  BodyShare body_share_;
  std::string head_;
  boost::asio::steady_timer timer_;
  boost::asio::cancellation_signal give_up_;
  Phase phase_ = Phase::reading;
  bool late_ = false;
  bool watching_ = false;     ///< watch_for_end() runs
  bool client_gone_ = false;  ///< the client of an event stream
  bool last_answer_ = false;  ///< the place has gone to another, or the account holds too many
};

/// Makes a connection, registers and starts it.
template <class Stream>
void start_connection(Stream stream, Dispatcher& dispatcher, Connections& connections, ConnectionFacts facts) {
  auto connection = std::make_shared<Connection<Stream>>(std::move(stream), dispatcher, connections, std::move(facts));
  connections.add(connection);
  connection->start();
}

extern template class Connection<PlainStream>;
extern template class Connection<SecureStream>;

}  // namespace laoyou::http
