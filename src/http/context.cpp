#include "http/context.h"

#include <algorithm>

#include "base/check.h"
#include "http/negotiation.h"

namespace laoyou::http {

namespace {

bool is_token_char(char letter) {
  if ((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) return true;
  return letter == '-' || letter == '_' || letter == '.' || letter == '=';
}

std::string session_cookie(std::string_view token, std::int64_t lifetime_seconds, bool secure) {
  std::string cookie(secure ? k_secure_session_cookie : k_session_cookie);
  cookie += '=';
  cookie += token;
  cookie += "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime_seconds);
  if (secure) cookie += "; Secure";
  return cookie;
}

}  // namespace

const Caller& Context::caller() const {
  CHECK(caller_.has_value());
  return *caller_;
}

std::string_view Context::session_token() const { return cookie_value(facts_.headers.find("Cookie"), facts_.secure ? k_secure_session_cookie : k_session_cookie); }

void Context::set_session_cookie(std::string_view token, std::int64_t lifetime_seconds) {
  CHECK(!token.empty() && std::all_of(token.begin(), token.end(), is_token_char));
  CHECK(lifetime_seconds > 0);
  add_header("Set-Cookie", session_cookie(token, lifetime_seconds, facts_.secure));
}

void Context::clear_session_cookie() { add_header("Set-Cookie", session_cookie("", 0, facts_.secure)); }

void Context::add_header(std::string name, std::string value) {
  const auto plain = [](unsigned char byte) { return byte >= 0x20 && byte != 0x7f; };
  CHECK(std::all_of(name.begin(), name.end(), plain) && std::all_of(value.begin(), value.end(), plain));
  headers_.emplace_back(std::move(name), std::move(value));
}

}  // namespace laoyou::http
