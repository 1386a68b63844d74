// The one place where it is decided whether a request may reach its handler. Whatever is not admitted here never runs.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <vector>

#include "http/authenticator.h"
#include "http/exchange.h"

namespace laoyou::http {

/// Holds requests against the access their route declares.
class Admission {
 public:
  /// origins: further sites ("https://laoyou.example.cn") whose pages may change something; the server's own always may.
  Admission(Authenticator& authenticator, std::vector<std::string> origins) : authenticator_(authenticator), origins_(std::move(origins)) {}

  /// Nothing when the request may go on, with its caller set; else the refusal: 403 for a change begun on another site, 401 without an
  /// account, 403 for an account that has something else to do first, or without the power needed (named in the caller's language), 403 for a change by cookie that does not repeat the session's X-CSRF-Token,
  /// then what the route says of bodies (400, 415). The region asked for is held against the caller's scope when the request has been
  /// read (scope.h).
  boost::asio::awaitable<std::optional<Refused>> admit(Exchange& exchange) const;

 private:
  bool is_own_origin(const Headers& headers) const;

  Authenticator& authenticator_;
  std::vector<std::string> origins_;
};

/// What a route says of the body that comes with a request, before the body is read.
std::optional<Refused> refuse_body(const Exchange& exchange);

}  // namespace laoyou::http
