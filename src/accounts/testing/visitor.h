// A signed-in browser for tests: keeps the session cookie and the CSRF token, and asks a server on this machine.
#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "http/context.h"
#include "http/testing/loopback_client.h"

namespace laoyou::accounts {

class Visitor {
 public:
  /// Nobody: no session.
  explicit Visitor(std::uint16_t port) : port_(port) {}

  /// Signs in; answer() tells how that went.
  Visitor(std::uint16_t port, std::string_view name, std::string_view password, std::string_view code = {}) : port_(port) {
    boost::json::object request{{"name", name}, {"password", password}};
    if (!code.empty()) request["code"] = code;
    answer_ = post("/api/accounts/sign-in", request);
    if (answer_.status != 200) return;
    const std::string cookie(answer_.header("Set-Cookie"));
    const std::size_t equals = cookie.find('=');
    token_ = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
    csrf_token_ = boost::json::parse(answer_.body).at("csrf_token").as_string().c_str();
  }

  http::ClientAnswer get(const std::string& target) const { return ask("GET", target, ""); }
  http::ClientAnswer post(const std::string& target, const boost::json::object& body = {}) const { return ask("POST", target, boost::json::serialize(body)); }
  http::ClientAnswer put(const std::string& target, const boost::json::object& body) const { return ask("PUT", target, boost::json::serialize(body)); }
  http::ClientAnswer remove(const std::string& target) const { return ask("DELETE", target, ""); }

  http::ClientAnswer ask(const std::string& method, const std::string& target, std::string body, const std::string& content_type = "application/json") const {
    return ask_with(method, target, std::move(body), {}, content_type);
  }
  /// With further header fields.
  http::ClientAnswer ask_with(const std::string& method, const std::string& target, std::string body, std::vector<std::pair<std::string, std::string>> headers,
                              const std::string& content_type = "application/json") const {
    http::ClientRequest request{method, target, std::move(headers), std::move(body)};
    request.headers.emplace_back("Content-Type", content_type);
    if (!token_.empty()) request.headers.emplace_back("Cookie", std::string(http::k_session_cookie) + "=" + token_);
    if (!token_.empty() && method != "GET") request.headers.emplace_back("X-CSRF-Token", csrf_token_);
    return http::ask_once(port_, request);
  }

  /// Of the sign-in.
  const http::ClientAnswer& answer() const { return answer_; }
  const std::string& token() const { return token_; }
  const std::string& csrf_token() const { return csrf_token_; }

 private:
  std::uint16_t port_;
  http::ClientAnswer answer_;
  std::string token_, csrf_token_;
};

/// The code of a problem answer; empty for another answer.
inline std::string code_of(const http::ClientAnswer& answer) {
  if (answer.status < 400 || answer.body.empty()) return {};
  return boost::json::parse(answer.body).at("code").as_string().c_str();
}

/// "401 accounts.wrong_password", or "200".
inline std::string said(const http::ClientAnswer& answer) {
  const std::string code = code_of(answer);
  return std::to_string(answer.status) + (code.empty() ? "" : " " + code);
}

/// The first place a problem answer names ("/phone"); empty when it names none.
inline std::string place_of(const http::ClientAnswer& answer) {
  const auto errors = boost::json::parse(answer.body).at("errors").as_array();
  return errors.empty() ? std::string() : std::string(errors[0].at("place").as_string());
}

}  // namespace laoyou::accounts
