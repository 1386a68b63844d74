// What a handler knows of the request besides its typed fields. Services of other rooms are captured by the handlers themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/messages.h"
#include "http/body_sink.h"
#include "http/caller.h"
#include "http/headers.h"

namespace laoyou::http {

/// The name of the cookie that carries a session's token, over plain HTTP.
inline constexpr std::string_view k_session_cookie = "laoyou_session";
/// Its name over TLS: a browser takes it from this very host alone, never from a neighbouring name or over plain HTTP (RFC 6265bis, 4.1.3.2).
inline constexpr std::string_view k_secure_session_cookie = "__Host-laoyou_session";

/// What is known of a request before anyone has looked at its content.
struct RequestFacts {
  std::string request_id;
  std::string peer;  ///< address of the client, without the port
  bool secure = false;  ///< came over TLS
  Language language = Language::zh;
  Headers headers;
};

/// One request as its handler sees it.
class Context {
 public:
  Context(const Clock& clock, RequestFacts facts) : clock_(clock), facts_(std::move(facts)) {}

  bool has_caller() const { return caller_.has_value(); }
  /// The signed-in account; asked on a route that is open to all it is our own mistake.
  const Caller& caller() const;
  const Clock& clock() const { return clock_; }
  Instant now() const { return clock_.now(); }
  const std::string& request_id() const { return facts_.request_id; }
  Language language() const { return facts_.language; }
  const std::string& peer() const { return facts_.peer; }
  Door door() const { return caller_ ? caller_->door : Door::web; }
  const Headers& headers() const { return facts_.headers; }
  bool secure() const { return facts_.secure; }
  /// The body as it came; for routes that take a file.
  std::string_view body() const { return body_; }
  /// Where the body went; for routes whose body is received by a sink.
  BodySink* sink() const { return sink_.get(); }
  /// The token of the session cookie; empty when there is none.
  std::string_view session_token() const;

  /// Sends personal and sensitive fields in clear. The handler has checked role and purpose, and journals it.
  void show_unmasked() { unmasked_ = true; }
  bool unmasked() const { return unmasked_; }
  /// Hands the browser a session: HttpOnly, SameSite=Strict, Secure over TLS. The token is of hexadecimal digits or base64url.
  void set_session_cookie(std::string_view token, std::int64_t lifetime_seconds);
  void clear_session_cookie();
  /// Any other header field of the answer; control characters are our own mistake.
  void add_header(std::string name, std::string value);

  // What the router fills in and reads back.
  void set_caller(Caller caller) { caller_ = std::move(caller); }
  void set_body(std::string_view body) { body_ = body; }
  void set_sink(std::shared_ptr<BodySink> sink) { sink_ = std::move(sink); }
  void set_language(Language language) { facts_.language = language; }
  std::vector<std::pair<std::string, std::string>> take_headers() { return std::move(headers_); }

 private:
  const Clock& clock_;
  RequestFacts facts_;
  std::optional<Caller> caller_;
  std::string_view body_;
  std::shared_ptr<BodySink> sink_;
  bool unmasked_ = false;
  std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace laoyou::http
