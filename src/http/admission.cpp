#include "http/admission.h"

#include <algorithm>

#include "http/negotiation.h"
#include "record/dictionary.h"
#include "record/enum_leaf.h"

namespace laoyou::http {

namespace {

Refused refused(int status, Refusal refusal) { return Refused{status, {std::move(refusal)}}; }

/// "https://host:port" without its scheme: before a proxy that ends TLS, ours and the browser's differ.
std::string_view host_of(std::string_view origin) {
  const std::size_t scheme_end = origin.find("://");
  return scheme_end == std::string_view::npos ? std::string_view{} : origin.substr(scheme_end + 3);
}

Refusal undone(Duty duty) { return refuse(duty == Duty::new_password ? "accounts.password_change_needed" : "accounts.code_setup_needed"); }

/// Names what is missing as people call it.
Refusal missing_power(const powers::Powers& missing, Language language) {
  std::string names;
  for (const powers::Power power : missing.list()) {
    if (!names.empty()) names += " / ";
    names += record::dictionary().entry("power", record::Leaf<powers::Power>::to_json_text(power)).label(language);
  }
  return refuse("access.power_missing", {names});
}

}  // namespace

bool Admission::is_own_origin(const Headers& headers) const {
  const std::string_view origin = headers.find("Origin");
  if (std::find(origins_.begin(), origins_.end(), origin) != origins_.end() && !origin.empty()) return true;
  const std::string_view site = headers.find("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  return origin.empty() || host_of(origin) == headers.find("Host");
}

boost::asio::awaitable<std::optional<Refused>> Admission::admit(Exchange& exchange) const {
  const Route& route = *exchange.route;
  const Headers& headers = exchange.context.headers();
  const bool changes = route.verb() != Verb::get;
  if (changes && !is_own_origin(headers)) co_return refused(403, refuse("access.origin"));
  if (route.access().needs_caller()) {
    // An open stream of events is no sign that somebody still sits there.
    const bool in_use = route.types().answer_content_type != "text/event-stream";
    const Credentials credentials{exchange.context.session_token(), headers.find("Authorization"), in_use};
    std::optional<Caller> caller;
    if (!credentials.session_token.empty() || !credentials.authorization.empty()) {
      caller = co_await authenticator_.authenticate(credentials);
    }
    if (!caller) co_return refused(401, refuse("access.signed_out"));
    if (route.access().is_in_person() && caller->door != Door::web) co_return refused(403, refuse("access.in_person"));
    if (!route.access().open_before(caller->duty)) co_return refused(403, undone(caller->duty));
    const powers::Powers missing = route.access().missing(caller->powers);
    if (!missing.empty()) co_return refused(403, missing_power(missing, exchange.context.language()));
    const std::string_view csrf_token = headers.find("X-CSRF-Token");
    if (changes && caller->door == Door::web && (csrf_token.empty() || !equal_in_constant_time(csrf_token, caller->csrf_token))) {
      co_return refused(403, refuse("access.csrf"));
    }
    exchange.context.set_caller(std::move(*caller));
  }
  co_return refuse_body(exchange);
}

std::optional<Refused> refuse_body(const Exchange& exchange) {
  if (!exchange.has_body) return std::nullopt;
  const Route& route = *exchange.route;
  // Taken for what it is not, a packed body would be stored or refused as nonsense.
  if (exchange.context.headers().count("Content-Encoding") > 0) return refused(415, refuse("http.content_encoding"));
  const std::string_view type = exchange.context.headers().find("Content-Type");
  switch (route.body_kind()) {
    case BodyKind::none: return refused(400, refuse("http.body_unwanted"));
    case BodyKind::json:
      if (is_media_type(type, "application/json")) return std::nullopt;
      return refused(415, refuse("http.content_type", {"application/json"}));
    case BodyKind::file: break;
  }
  std::string taken;
  for (const std::string& each : route.media_types()) {
    if (is_media_type(type, each)) return std::nullopt;
    if (!taken.empty()) taken += ", ";
    taken += each;
  }
  return refused(415, refuse("http.content_type", {taken}));
}

}  // namespace laoyou::http
