#include "http/router.h"

#include <algorithm>

#include "base/check.h"
#include "http/negotiation.h"
#include "http/problem.h"

namespace laoyou::http {

namespace {

Answer refusal(const Exchange& exchange, int status, Refusal refusal) {
  return problem_answer(status, std::move(refusal), exchange.context.request_id(), exchange.context.language());
}

/// Sets verb and head_only; false for a method no route can be declared for.
bool read_method(Exchange& exchange) {
  exchange.head_only = exchange.method == "HEAD";
  if (exchange.head_only) return true;
  for (int index = 0; index < k_verb_count; ++index) {
    exchange.verb = static_cast<Verb>(index);
    if (text(exchange.verb) == exchange.method) return true;
  }
  return false;
}

Answer method_not_allowed(const Exchange& exchange, const RoutesOfPath& routes) {
  std::string allowed;
  for (int index = 0; index < k_verb_count; ++index) {
    if (routes[static_cast<std::size_t>(index)] < 0) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += text(static_cast<Verb>(index));
    if (static_cast<Verb>(index) == Verb::get) allowed += ", HEAD";
  }
  Answer answer = refusal(exchange, 405, refuse("http.method_not_allowed", {allowed}));
  answer.headers.emplace_back("Allow", allowed);
  return answer;
}

/// Takes ?language= out of the query; refused when it is not spoken here.
std::optional<Refusal> take_language(Exchange& exchange) {
  TextFields& query = exchange.parts.query;
  const auto found = std::find_if(query.begin(), query.end(), [](const auto& field) { return field.first == "language"; });
  if (found == query.end()) return std::nullopt;
  if (found->second != "zh" && found->second != "en") return at("/language", refuse("http.language_unknown", {found->second}));
  exchange.context.set_language(found->second == "zh" ? Language::zh : Language::en);
  query.erase(found);
  return std::nullopt;
}

}  // namespace

Router::Router(RouteTable routes, StaticFiles pages) : routes_(std::move(routes)), pages_(std::move(pages)) {
  for (std::size_t index = 0; index < routes_.size(); ++index) {
    const Route& route = routes_[index];
    CHECK(static_cast<bool>(route.handler()) != static_cast<bool>(route.waiting_handler()));
    tree_.add(route.verb(), route.path(), static_cast<int>(index));
  }
}

std::optional<Answer> Router::place(Exchange& exchange, std::size_t target_bytes_max) const {
  if (exchange.target.size() > target_bytes_max) {
    return refusal(exchange, 414, refuse("http.target_too_long", {std::to_string(target_bytes_max)}));
  }
  Result<Target> parts = parse_target(exchange.target);
  if (!parts) return refusal(exchange, 400, std::move(parts.error()));
  exchange.parts = std::move(*parts);
  if (std::optional<Refusal> refused = take_language(exchange)) return refusal(exchange, 400, std::move(*refused));
  std::vector<std::string_view> values;
  const RoutesOfPath* routes = tree_.find(exchange.parts.path, values);
  if (routes != nullptr) return place_route(exchange, *routes, values);
  return place_page(exchange);
}

std::optional<Answer> Router::place_route(Exchange& exchange, const RoutesOfPath& routes, const std::vector<std::string_view>& values) const {
  const bool known = read_method(exchange);
  const int index = known ? routes[static_cast<std::size_t>(exchange.verb)] : -1;
  if (index < 0) return method_not_allowed(exchange, routes);
  exchange.route_index = index;
  exchange.route = &routes_[static_cast<std::size_t>(index)];
  const std::vector<std::string>& names = exchange.route->path_fields();
  CHECK(names.size() == values.size());
  for (std::size_t field = 0; field < names.size(); ++field) {
    std::optional<std::string> value = percent_decoded(values[field], PlusMeans::plus);
    if (!value) return refusal(exchange, 400, at("/" + names[field], refuse("http.target_malformed")));
    exchange.path_fields.emplace_back(names[field], std::move(*value));
  }
  return std::nullopt;
}

Answer Router::place_page(Exchange& exchange) const {
  const Headers& headers = exchange.context.headers();
  const StaticFile* file = pages_.find(exchange.parts.path);
  const bool reads = read_method(exchange) && exchange.verb == Verb::get;
  if (file != nullptr && !reads) return method_not_allowed(exchange, {0, -1, -1, -1});
  if (file == nullptr && reads && !exchange.parts.path.starts_with("/api/") && accepts_html(headers.find("Accept"))) file = pages_.index();
  if (file == nullptr) return refusal(exchange, 404, refuse("http.path_unknown"));
  exchange.route_index = Metrics::k_static;
  return StaticFiles::answer(*file, accepts_gzip(headers.find("Accept-Encoding")));
}

}  // namespace laoyou::http
