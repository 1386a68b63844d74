#include "http/dispatcher.h"

#include <algorithm>

#include "base/world_failure.h"
#include "http/await_callback.h"
#include "http/content_hash.h"
#include "http/failure.h"
#include "http/gzip.h"
#include "http/kept_body.h"
#include "http/negotiation.h"
#include "http/problem.h"
#include "http/shown_texts.h"
#include "record/json_read.h"

namespace laoyou::http {

Dispatcher::Dispatcher(const Clock& clock, Random& random, const Limits& limits, const Router& router, const Admission& admission,
                       HeavyPool& pool, WaitingPool& waiting_pool, Metrics& metrics, Log& log)
    : clock_(clock), limits_(limits), router_(router), admission_(admission), pool_(pool), waiting_pool_(waiting_pool), metrics_(metrics), log_(log), ids_(random) {}

RequestFacts Dispatcher::facts(const Headers& headers, std::string peer, bool secure) {
  RequestFacts facts;
  const std::string_view offered = headers.find("X-Request-Id");
  facts.request_id = RequestIds::is_acceptable(offered) ? std::string(offered) : ids_.next();
  facts.peer = std::move(peer);
  facts.secure = secure;
  facts.language = preferred_language(headers.find("Accept-Language"));
  facts.headers = headers;
  return facts;
}

Answer Dispatcher::refused_answer(const Exchange& exchange, Refused refused) const {
  if (refused.status == 0) refused.status = exchange.route->status_of(refused.refusals.front().code);
  return problem_answer(refused, exchange.context.request_id(), exchange.context.language());
}

boost::asio::awaitable<std::optional<Answer>> Dispatcher::admit(Exchange& exchange) {
  std::exception_ptr failure;
  try {
    if (std::optional<Answer> placed = router_.place(exchange, limits_.target_bytes)) co_return placed;
    std::optional<Refused> refused = co_await admission_.admit(exchange);
    if (!refused) co_return std::nullopt;
    co_return refused_answer(exchange, std::move(*refused));
  } catch (...) {
    failure = std::current_exception();
  }
  co_return failure_answer(failure, exchange.context, log_);
}

boost::asio::awaitable<Standing> Dispatcher::standing(Exchange& exchange) {
  if (!exchange.context.has_caller()) co_return Standing::good;
  const Caller before = exchange.context.caller();
  bool found_out = false;
  std::optional<Refused> refused;
  try {
    refused = co_await admission_.admit(exchange);
    found_out = true;
  } catch (const std::exception& failure) {
    log_.failure("stream_not_looked_at", failure.what(), exchange.context.request_id());
  }
  if (!found_out) co_return Standing::unknown;
  if (refused) co_return Standing::ended;
  const Caller& now = exchange.context.caller();
  const bool same = now.account == before.account && now.session == before.session && now.powers == before.powers && now.scope == before.scope &&
                    now.unit == before.unit && now.owner == before.owner;
  co_return same ? Standing::good : Standing::ended;
}

std::variant<boost::json::value, Refused> Dispatcher::read_body(const Exchange& exchange, std::string_view body) const {
  if (exchange.route->body_kind() != BodyKind::json || body.empty()) return boost::json::value();
  Result<boost::json::value> json = record::parse_json_text(body);
  if (!json) return Refused{400, {std::move(json.error())}};
  if (!json->is_object()) return Refused{400, {refuse("json.wrong_kind", {"object"})}};
  if (Refusals signs = invisible_texts(*json); !signs.empty()) return Refused{422, std::move(signs)};
  return std::move(*json);
}

Reply Dispatcher::handle(Exchange& exchange, const Incoming& incoming) { return exchange.route->handler()(exchange.context, incoming); }

boost::asio::awaitable<Reply> Dispatcher::handle_apart(Exchange& exchange, const Incoming& incoming) {
  using Delivered = std::variant<Reply, std::exception_ptr>;
  const auto start = [&](auto done) {
    const auto work = [this, &exchange, &incoming, done] {
      std::exception_ptr failure;
      try {
        return done(Delivered(handle(exchange, incoming)));
      } catch (...) {
        failure = std::current_exception();
      }
      done(Delivered(failure));
    };
    const bool taken = exchange.route->workplace() == Workplace::pool ? pool_.run(work) : waiting_pool_.run(work);
    if (!taken) done(Delivered(std::make_exception_ptr(WorldFailure("http.busy", "too much waits for " + exchange.route->path()))));
  };
  Delivered delivered = co_await await_callback<Delivered>(start);
  if (auto* failure = std::get_if<std::exception_ptr>(&delivered)) std::rethrow_exception(*failure);
  co_return std::move(std::get<Reply>(delivered));
}

boost::asio::awaitable<void> Dispatcher::pass_on(Exchange& exchange, std::string_view bytes) {
  if (exchange.body_failure) co_return;
  const auto start = [&](auto done) {
    const auto work = [&exchange, bytes, done] {
      std::exception_ptr failure;
      try {
        if (exchange.context.sink() == nullptr) exchange.context.set_sink(exchange.route->make_sink()(exchange.context));
        exchange.context.sink()->take(bytes);
      } catch (...) {
        failure = std::current_exception();
      }
      done(failure);
    };
    if (!waiting_pool_.run(work)) done(std::make_exception_ptr(WorldFailure("http.busy", "too much waits for " + exchange.route->path())));
  };
  exchange.body_failure = co_await await_callback<std::exception_ptr>(start);
}

boost::asio::awaitable<Reply> Dispatcher::outcome(Exchange& exchange, std::string_view body) {
  const Route& route = *exchange.route;
  Incoming incoming{std::move(exchange.path_fields), nullptr};
  for (auto& field : exchange.parts.query) {
    const auto& names = route.path_fields();
    if (std::find(names.begin(), names.end(), field.first) != names.end() || route.body_kind() == BodyKind::json) {
      co_return Refused{400, {at("/" + field.first, refuse("http.parameter_unknown", {field.first}))}};
    }
    // Left empty it would count as not given, and the answer would speak of another region than the one that was meant.
    if (field.first == "region" && field.second.empty()) co_return Refused{400, {at("/region", refuse("json.missing_field", {"region"}))}};
    incoming.fields.push_back(std::move(field));
  }
  std::variant<boost::json::value, Refused> json = read_body(exchange, body);
  if (Refused* refused = std::get_if<Refused>(&json)) co_return std::move(*refused);
  incoming.body = std::get<boost::json::value>(json).if_object();
  exchange.context.set_body(body);
  if (route.waiting_handler()) {
    Reply waited = co_await route.waiting_handler()(exchange.context, incoming);
    co_return waited;
  }
  if (runs_apart(exchange)) {
    Reply apart = co_await handle_apart(exchange, incoming);
    co_return apart;
  }
  co_return handle(exchange, incoming);
}

boost::asio::awaitable<Answer> Dispatcher::answer(Exchange& exchange, std::string_view body) {
  std::exception_ptr failure;
  try {
    if (exchange.body_failure) std::rethrow_exception(exchange.body_failure);
    Reply came = co_await outcome(exchange, body);
    if (Refused* refused = std::get_if<Refused>(&came)) co_return refused_answer(exchange, std::move(*refused));
    Answer answer = std::move(std::get<Answer>(came));
    if (answer.status == 200) answer.status = exchange.route->success_status();
    if (exchange.route->storing() == Storing::never) answer.storing = Storing::never;
    for (auto& header : exchange.context.take_headers()) answer.headers.push_back(std::move(header));
    co_return answer;
  } catch (...) {
    failure = std::current_exception();
  }
  co_return failure_answer(failure, exchange.context, log_);
}

void Dispatcher::dress(const Exchange& exchange, Answer& answer) const {
  if (answer.events || answer.status != 200) return;
  const Headers& headers = exchange.context.headers();
  if (answer.storing != Storing::never) {
    if (answer.etag.empty()) answer.etag = answer.kept ? answer.kept->etag() : content_etag(answer.bytes());
    const std::string_view held = headers.find("If-None-Match");
    if (!held.empty() && names_etag(held, answer.etag)) {
      answer.status = 304;
      return;
    }
  }
  // What must not be kept is not compressed either: beside reflected input the size of a compressed secret gives it away (BREACH).
  const bool shrinks = !answer.gzipped && answer.storing != Storing::never && answer.standing_body.empty() &&
                       answer.bytes().size() >= k_gzip_bytes_min && is_compressible(answer.content_type);
  if (!shrinks) return;
  answer.varies = true;
  if (!accepts_gzip(headers.find("Accept-Encoding"))) return;
  if (!answer.kept) answer.body = gzipped(answer.body);
  answer.gzipped = true;
}

void Dispatcher::note(const Exchange& exchange, const Answer& answer) {
  const auto duration = std::chrono::steady_clock::now() - exchange.begun;
  metrics_.count_request(exchange.route_index, answer.status, std::chrono::duration<double>(duration).count());
  RequestLine line;
  line.request_id = exchange.context.request_id();
  const bool known = exchange.head_only || exchange.method == text(exchange.verb);
  line.method = known ? exchange.method : std::string_view("other");  // a client may write anything there
  line.route = exchange.route != nullptr ? std::string_view(exchange.route->path()) : exchange.route_index == Metrics::k_static ? "static" : "unknown";
  line.status = answer.status;
  line.answer_bytes = answer.bytes().size();
  line.duration = std::chrono::duration_cast<std::chrono::microseconds>(duration);
  line.refusal_code = answer.refusal_code;
  log_.request(line);
}

}  // namespace laoyou::http
