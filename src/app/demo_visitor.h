// An account of the demonstration that asks the program's own routes, without a server between: the powers that a route needs and all that its handler
// checks hold here too.
#pragma once

#include <boost/json/object.hpp>

#include "http/route.h"

namespace laoyou::app {

class DemoVisitor {
 public:
  /// `routes` and `clock` outlive it. Without a caller: somebody who is not signed in.
  DemoVisitor(const http::RouteTable& routes, const Clock& clock, std::optional<http::Caller> caller) : routes_(routes), clock_(clock), caller_(std::move(caller)) {}

  /// The route's JSON answer. `target`: path and query. Refused as the route refuses (the first of several refusals), "access.power_missing" or
  /// "access.signed_out" by its access, "http.path_unknown".
  Result<boost::json::object> ask(http::Verb verb, const std::string& target, const boost::json::object& body = {}) const;

 private:
  const http::RouteTable& routes_;
  const Clock& clock_;
  std::optional<http::Caller> caller_;
};

}  // namespace laoyou::app
