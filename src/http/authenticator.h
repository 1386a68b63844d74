// How http learns who is calling without knowing what an account is.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "http/caller.h"

namespace laoyou::http {

/// What a request offers as proof; at least one of the two is not empty.
struct Credentials {
  std::string_view session_token;  ///< value of the session cookie
  std::string_view authorization;  ///< value of the Authorization header
  bool in_use = true;              ///< a person does something; false where a page only listens
};

/// Implemented by the room that keeps accounts.
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  /// The account behind the proof, or nothing when the proof is not (or no longer) good. May wait for the database; throws WorldFailure
  /// when it is gone. The credentials live until it has answered.
  virtual boost::asio::awaitable<std::optional<Caller>> authenticate(const Credentials& credentials) = 0;
};

/// Knows nobody; for servers without accounts.
class NobodyAuthenticator final : public Authenticator {
 public:
  boost::asio::awaitable<std::optional<Caller>> authenticate(const Credentials&) override { co_return std::nullopt; }
};

}  // namespace laoyou::http
