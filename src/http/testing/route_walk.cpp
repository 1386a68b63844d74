#include "http/testing/route_walk.h"

#include <algorithm>

#include "http/testing/loopback_client.h"

namespace laoyou::http {

namespace {

/// No request has a member of this name.
constexpr std::string_view k_unknown_parameter = "no_such_parameter_for_the_walk";

std::string filled_path(const std::string& path, const TextFields& values) {
  std::string out;
  for (std::string_view segment : path_segments(path)) {
    out += '/';
    if (segment.front() != '{') {
      out += segment;
      continue;
    }
    const std::string_view name = segment.substr(1, segment.size() - 2);
    const auto value = std::find_if(values.begin(), values.end(), [&](const auto& field) { return field.first == name; });
    out += value == values.end() ? "1" : value->second;
  }
  return out;
}

ClientRequest request_of(const RouteDescription& route, const WalkingSession* session) {
  ClientRequest request;
  request.method = std::string(text(route.verb));
  request.target = filled_path(route.path, {}) + "?" + std::string(k_unknown_parameter) + "=1";
  if (session != nullptr) {
    request.headers.emplace_back("Cookie", std::string(k_session_cookie) + "=" + session->session_token);
    if (route.verb != Verb::get) request.headers.emplace_back("X-CSRF-Token", session->csrf_token);
  }
  return request;
}

/// What a refusal by the door must look like. Admitted is whatever goes past the door: what the route itself says of a parameter that it does not
/// have, or of a record that is not there, is its own affair.
struct Expected {
  int status;             ///< k_admitted: neither 401 nor 403
  std::string_view code;  ///< empty: any
};

constexpr int k_admitted = 0;

Expected expected_of(const Access& access, const WalkingSession* session) {
  if (!access.needs_caller()) return {k_admitted, {}};
  if (session == nullptr) return {401, "access.signed_out"};
  if (!access.allows(session->powers)) return {403, "access.power_missing"};
  return {k_admitted, {}};
}

class Walk {
 public:
  explicit Walk(std::uint16_t port) : port_(port) {}

  void expect(const RouteDescription& route, const WalkingSession* session, const ClientRequest& request, Expected expected) {
    const ClientAnswer answer = ask_once(port_, request);
    const std::string code = "\"code\":\"" + std::string(expected.code) + "\"";
    if (expected.status == k_admitted && answer.status != 401 && answer.status != 403) return;
    const bool said = expected.code.empty() || answer.body.find(code) != std::string::npos;
    if (answer.status == expected.status && said) return;
    deviations_.push_back(request.method + " " + route.path + " as " + (session ? session->name : "nobody") + ": expected " +
                          (expected.status == k_admitted ? "to be admitted" : std::to_string(expected.status)) + " " + std::string(expected.code) + ", got " + std::to_string(answer.status) + " " +
                          answer.body);
  }

  std::vector<std::string> take() { return std::move(deviations_); }

 private:
  std::uint16_t port_;
  std::vector<std::string> deviations_;
};

void walk_forgery(Walk& walk, const RouteDescription& route, const WalkingSession& session) {
  ClientRequest bare = request_of(route, &session);
  std::erase_if(bare.headers, [](const auto& field) { return field.first == "X-CSRF-Token"; });
  walk.expect(route, &session, bare, {403, "access.csrf"});
  ClientRequest foreign = request_of(route, &session);
  foreign.headers.emplace_back("Origin", "https://elsewhere.example");
  walk.expect(route, &session, foreign, {403, "access.origin"});
}

}  // namespace

std::vector<RouteDescription> describe_routes(const RouteTable& routes) {
  std::vector<RouteDescription> all;
  for (const Route& route : routes) {
    RouteDescription description{route.verb(), route.path(), route.access()};
    boost::json::object components;
    if (route.types().request) {
      for (const DescribedField& field : route.types().request(components)) description.takes_region = description.takes_region || field.name == "region";
    }
    all.push_back(std::move(description));
  }
  return all;
}

std::vector<std::string> walk_routes(std::uint16_t port, const std::vector<RouteDescription>& routes, const std::vector<WalkingSession>& sessions) {
  Walk walk(port);
  for (const RouteDescription& route : routes) {
    walk.expect(route, nullptr, request_of(route, nullptr), expected_of(route.access, nullptr));
    for (const WalkingSession& session : sessions) {
      walk.expect(route, &session, request_of(route, &session), expected_of(route.access, &session));
      if (route.verb != Verb::get && route.access.needs_caller() && route.access.allows(session.powers)) walk_forgery(walk, route, session);
    }
  }
  return walk.take();
}

std::vector<std::string> walk_scopes(std::uint16_t port, const std::vector<RouteDescription>& routes, const std::vector<WalkingSession>& sessions,
                                     RegionCode outside, const TextFields& values) {
  std::vector<std::string> deviations;
  TextFields filled = values;
  filled.emplace_back("region", outside.text());
  for (const RouteDescription& route : routes) {
    if (route.verb != Verb::get || !route.access.scoped() || !route.takes_region) continue;
    const bool in_path = route.path.find("{region}") != std::string::npos;
    for (const WalkingSession& session : sessions) {
      ClientRequest request = request_of(route, &session);
      request.target = filled_path(route.path, filled) + (in_path ? "" : "?region=" + outside.text());
      const ClientAnswer answer = ask_once(port, request);
      if (answer.status >= 400) continue;
      deviations.push_back("GET " + request.target + " as " + session.name + " answers " + std::to_string(answer.status) + " outside its scope");
    }
  }
  return deviations;
}

}  // namespace laoyou::http
