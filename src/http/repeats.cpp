#include "http/repeats.h"

#include <algorithm>

#include "base/check.h"
#include "http/content_hash.h"

namespace laoyou::http {
namespace {

constexpr int k_created = 201;

bool well_shaped(std::string_view key) {
  constexpr std::size_t k_length_max = 100;
  return key.size() <= k_length_max && std::all_of(key.begin(), key.end(), [](unsigned char letter) { return letter > 0x20 && letter < 0x7f; });
}

KeyedRequest keyed_request(const Context& context, const Incoming& incoming, const std::string& path, std::string_view key) {
  // Each part with its length, so that no two requests read alike.
  std::string all = path;
  const auto add = [&](std::string_view part) { all += "\n" + std::to_string(part.size()) + ":" + std::string(part); };
  for (const auto& [name, text] : incoming.fields) {
    add(name);
    add(text);
  }
  add(context.body());
  return {context.caller().account, context.caller().scope, std::string(key), content_etag(all)};
}

Reply answer_once(const Route::Handler& handler, Repeats& repeats, Context& context, const Incoming& incoming, const KeyedRequest& request) {
  const Result<std::optional<std::string>> known = repeats.begin(request);
  if (!known) return Refused{known.error().code == "http.idempotency_unfinished" ? 409 : 422, {known.error()}};
  if (*known) {
    Answer again;
    again.body = **known;
    return again;
  }
  // A handler that throws leaves the request unfinished: whether it made something nobody knows.
  Reply reply = handler(context, incoming);
  if (const Answer* answer = std::get_if<Answer>(&reply))
    repeats.finish(request, std::string(answer->bytes()));
  else
    repeats.abandon(request);
  return reply;
}

}  // namespace

RouteTable once_each(RouteTable routes, Repeats& repeats) {
  for (Route& route : routes) {
    if (route.success_status() != k_created || !route.access().needs_caller()) continue;
    CHECK(route.handler());  // one that waits by itself would need a keeper that does
    static_cast<void>(std::move(route).handled_by([handler = route.handler(), path = route.path(), &repeats](Context& context, const Incoming& incoming) -> Reply {
      const std::string_view key = context.headers().find("Idempotency-Key");
      if (key.empty()) return handler(context, incoming);
      if (!well_shaped(key)) return Refused{400, {refuse("http.idempotency_key_malformed")}};
      return answer_once(handler, repeats, context, incoming, keyed_request(context, incoming, path, key));
    }));
  }
  return routes;
}

}  // namespace laoyou::http
