// Makes rows of a route table from typed handlers:
//
//   get("/api/plans/{plan}", signed_in(), {"一个方案", "One plan"},
//       [&store](Context& context, const PlanRequest& request) -> Result<PlanHead> { ... })
//
// The handler's request is a described record, filled from path, query and JSON body (a handler without one takes only the Context); its
// answer is a described record, a list of them, one of these written already (Kept), FileAnswer, EventStream, a finished Answer, or void. It returns Result or CheckedResult, at once or as
// awaitable. A member named `region` (RegionCode, or an optional one) must lie within the caller's scope unless the access is unscoped().
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <type_traits>

#include "base/check.h"
#include "http/kept_body.h"
#include "http/route.h"
#include "http/scope.h"
#include "record/fields.h"
#include "record/schema.h"

namespace laoyou::http {

/// The request of a handler that asks for nothing.
struct NoRequest {};
LAOYOU_EMPTY_RECORD(NoRequest, "no_request")

namespace declare {

/// What a handler returns, taken apart: the answer's type and whether it is waited for.
template <class Returned>
struct Returning;
template <class T, class E>
struct Returning<boost::system::result<T, E>> {
  using Value = T;
  static constexpr bool waits = false;
};
template <class T, class E>
struct Returning<boost::asio::awaitable<boost::system::result<T, E>>> {
  using Value = T;
  static constexpr bool waits = true;
};

/// The types of a handler, from its function type.
template <class Function>
struct Signature;
template <class Returned>
struct Signature<std::function<Returned(Context&)>> {
  using Request = NoRequest;
  using Value = typename Returning<Returned>::Value;
  static constexpr bool waits = Returning<Returned>::waits;
  static constexpr bool asks = false;
};
template <class Returned, class AnyRequest>
struct Signature<std::function<Returned(Context&, AnyRequest)>> {
  using Request = std::remove_cvref_t<AnyRequest>;
  using Value = typename Returning<Returned>::Value;
  static constexpr bool waits = Returning<Returned>::waits;
  static constexpr bool asks = true;
};

template <class Handler>
using SignatureOf = Signature<decltype(std::function{std::declval<Handler>()})>;

/// The type an answer is described by.
template <class Value>
struct AnswerOf {
  using Type = Value;
  static constexpr bool kept = false;
};
template <class T>
struct AnswerOf<Kept<T>> {
  using Type = T;
  static constexpr bool kept = true;
};

inline Refusals listed(Refusal refusal) { return {std::move(refusal)}; }
inline Refusals listed(Refusals refusals) { return refusals; }

template <class Value>
Answer to_answer(Context& context, Value value) {
  if constexpr (std::is_same_v<Value, Answer>) {
    return value;
  } else if constexpr (std::is_same_v<Value, FileAnswer>) {
    return file_answer(std::move(value));
  } else if constexpr (std::is_same_v<Value, EventStream>) {
    Answer answer;
    answer.content_type = "text/event-stream";
    answer.events = std::move(value.events);
    return answer;
  } else if constexpr (AnswerOf<Value>::kept) {
    CHECK(!context.unmasked());
    Answer answer;
    answer.kept = std::move(value.body);
    return answer;
  } else {
    Answer answer;
    record::write_json(answer.body, value, record::View{context.unmasked()});
    return answer;
  }
}

/// The handler's outcome as the router takes it.
template <class Value, class Error>
Reply to_outcome(Context& context, boost::system::result<Value, Error> result) {
  if (!result) return Refused{0, listed(std::move(result.error()))};
  if constexpr (std::is_void_v<Value>) {
    Answer answer;
    answer.body = "{}";
    return answer;
  } else {
    return to_answer(context, std::move(*result));
  }
}

template <class Request>
std::optional<Refused> refuse_scope(const Access& access, const Context& context, const Request& request) {
  if constexpr (requires { outside_scope(access, context, request.region); }) return outside_scope(access, context, request.region);
  return std::nullopt;
}

/// The typed request, or why it cannot be.
template <class Request>
std::variant<Request, Refused> take_request(const Access& access, const Context& context, const Incoming& incoming) {
  CheckedResult<Request> filled = record::from_fields<Request>(incoming.fields, incoming.body);
  if (!filled) return Refused{400, std::move(filled.error())};
  if (std::optional<Refused> outside = refuse_scope(access, context, *filled)) return std::move(*outside);
  return std::move(*filled);
}

template <class Types, class Handler>
auto call(const Handler& handler, Context& context, const typename Types::Request& request) {
  if constexpr (Types::asks) {
    return handler(context, request);
  } else {
    return handler(context);
  }
}

template <class Types, class Handler>
Route::Handler at_once(Handler handler, Access access) {
  using Request = typename Types::Request;
  return [handler = std::move(handler), access](Context& context, const Incoming& incoming) -> Reply {
    std::variant<Request, Refused> request = take_request<Request>(access, context, incoming);
    if (Refused* refused = std::get_if<Refused>(&request)) return std::move(*refused);
    return to_outcome(context, call<Types>(handler, context, std::get<Request>(request)));
  };
}

template <class Types, class Handler>
Route::WaitingHandler waiting(Handler handler, Access access) {
  using Request = typename Types::Request;
  // The closure lives in the route as long as the server does, so the coroutine may speak of its captures.
  return [handler = std::move(handler), access](Context& context, const Incoming& incoming) -> boost::asio::awaitable<Reply> {
    std::variant<Request, Refused> request = take_request<Request>(access, context, incoming);
    if (Refused* refused = std::get_if<Refused>(&request)) co_return std::move(*refused);
    auto result = co_await call<Types>(handler, context, std::get<Request>(request));
    co_return to_outcome(context, std::move(result));
  };
}

template <class Request>
std::vector<DescribedField> describe_request(boost::json::object& components) {
  std::vector<DescribedField> fields;
  const auto& entries = record::member_entries<Request>();
  record::for_each_member<Request>([&](std::size_t index, std::string_view name, auto pointer) {
    using Member = typename record::MemberOf<decltype(pointer)>::Type;
    const record::DictionaryEntry& entry = *entries[index];
    fields.push_back({std::string(name), entry.zh, entry.en, !record::may_be_missing<Member>, record::schema<Member>(components)});
  });
  return fields;
}

template <class Types>
RouteTypes describe_types() {
  using Value = typename Types::Value;
  RouteTypes types;
  if constexpr (Types::asks) types.request = describe_request<typename Types::Request>;
  if constexpr (std::is_same_v<Value, Answer>) {
    types.answer_content_type = "*/*";
  } else if constexpr (std::is_same_v<Value, FileAnswer>) {
    types.answer_content_type = "application/octet-stream";
  } else if constexpr (std::is_same_v<Value, EventStream>) {
    types.answer_content_type = "text/event-stream";
  } else if constexpr (std::is_void_v<Value>) {
    types.answer = [](boost::json::object&) { return boost::json::object{{"type", "object"}}; };
  } else {
    types.answer = [](boost::json::object& components) { return record::schema<typename AnswerOf<Value>::Type>(components); };
  }
  return types;
}

template <class Handler>
Route route(Verb verb, std::string path, Access access, Summary summary, Handler handler) {
  using Types = SignatureOf<Handler>;
  Route made(verb, std::move(path), access, std::move(summary), describe_types<Types>());
  if constexpr (Types::waits) {
    return std::move(made).handled_by(waiting<Types>(std::move(handler), access));
  } else {
    return std::move(made).handled_by(at_once<Types>(std::move(handler), access));
  }
}

}  // namespace declare

template <class Handler>
Route get(std::string path, Access access, Summary summary, Handler handler) {
  return declare::route(Verb::get, std::move(path), access, std::move(summary), std::move(handler));
}
template <class Handler>
Route post(std::string path, Access access, Summary summary, Handler handler) {
  return declare::route(Verb::post, std::move(path), access, std::move(summary), std::move(handler));
}
template <class Handler>
Route put(std::string path, Access access, Summary summary, Handler handler) {
  return declare::route(Verb::put, std::move(path), access, std::move(summary), std::move(handler));
}
template <class Handler>
Route remove(std::string path, Access access, Summary summary, Handler handler) {
  return declare::route(Verb::remove, std::move(path), access, std::move(summary), std::move(handler));
}

}  // namespace laoyou::http
