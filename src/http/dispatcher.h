// What a connection hands its requests to: router, admission, handler, and the form an answer takes outside (headers, language, problem documents).
#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>

#include "http/admission.h"
#include "http/body_budget.h"
#include "http/exchange.h"
#include "http/heavy_pool.h"
#include "http/limits.h"
#include "http/log.h"
#include "http/metrics.h"
#include "http/request_ids.h"
#include "http/router.h"
#include "http/waiting_pool.h"

namespace laoyou::http {

/// How a caller stands while its event stream is open.
enum class Standing { good, ended, unknown };

/// Answers requests; knows nothing of sockets. Shared by all connections and threads.
class Dispatcher {
 public:
  Dispatcher(const Clock& clock, Random& random, const Limits& limits, const Router& router, const Admission& admission, HeavyPool& pool,
             WaitingPool& waiting_pool, Metrics& metrics, Log& log);

  const Limits& limits() const { return limits_; }
  const Clock& clock() const { return clock_; }
  Metrics& metrics() { return metrics_; }
  BodyBudget& body_budget() { return body_budget_; }
  Log& log() { return log_; }

  /// The facts of a request. Its id is the client's X-Request-Id where that is 1..64 letters, digits, '.', '_' or '-', else a new one.
  RequestFacts facts(const Headers& headers, std::string peer, bool secure);

  /// First half, before the body is read: an answer that does not need the body, or nothing when the body is wanted.
  boost::asio::awaitable<std::optional<Answer>> admit(Exchange& exchange);
  /// Whether the caller still is who it was when it was admitted: same session, role and place. Unknown while that cannot be found out.
  boost::asio::awaitable<Standing> standing(Exchange& exchange);
  /// In between, for a route with a sink: hands it the next part of the body. A failure is kept for answer().
  boost::asio::awaitable<void> pass_on(Exchange& exchange, std::string_view bytes);
  /// Second half: the handler's answer.
  boost::asio::awaitable<Answer> answer(Exchange& exchange, std::string_view body);
  /// Whether answer() runs on a pool, where a deadline cannot reach it.
  bool runs_apart(const Exchange& exchange) const { return exchange.route != nullptr && exchange.route->workplace() != Workplace::door; }

  /// Adds ETag and compression, or makes it 304, as the request's fields ask.
  void dress(const Exchange& exchange, Answer& answer) const;
  /// Counts the request and writes its line.
  void note(const Exchange& exchange, const Answer& answer);

 private:
  Answer refused_answer(const Exchange& exchange, Refused refused) const;
  std::variant<boost::json::value, Refused> read_body(const Exchange& exchange, std::string_view body) const;
  Reply handle(Exchange& exchange, const Incoming& incoming);
  boost::asio::awaitable<Reply> handle_apart(Exchange& exchange, const Incoming& incoming);
  boost::asio::awaitable<Reply> outcome(Exchange& exchange, std::string_view body);

  const Clock& clock_;
  const Limits& limits_;
  const Router& router_;
  const Admission& admission_;
  HeavyPool& pool_;
  WaitingPool& waiting_pool_;
  Metrics& metrics_;
  Log& log_;
  RequestIds ids_;
  BodyBudget body_budget_{limits_.bodies_bytes};
};

}  // namespace laoyou::http
