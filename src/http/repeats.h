// A request that makes something and is sent again, since its answer was lost on the way, must not make it twice: a client names the request by a key of
// its own choice in the header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header).
#pragma once

#include <optional>
#include <string>

#include "http/route.h"

namespace laoyou::http {

/// A request that bears a key.
struct KeyedRequest {
  std::int64_t account = 0;
  RegionCode region;        ///< the account's
  std::string key;
  std::string fingerprint;  ///< of the address and the body
};

/// Keeps what was answered. Its functions may wait for the database and throw WorldFailure.
class Repeats {
 public:
  virtual ~Repeats() = default;
  /// The answer when the same request was answered before; nothing when this is the first, which has begun now. Refused as
  /// "http.idempotency_key_reused" (another request had the key) or "http.idempotency_unfinished" (nobody knows what came of the first).
  virtual Result<std::optional<std::string>> begin(const KeyedRequest& request) = 0;
  /// What the first was answered.
  virtual void finish(const KeyedRequest& request, const std::string& answer) = 0;
  /// The first was refused and made nothing: its key is free.
  virtual void abandon(const KeyedRequest& request) = 0;
};

/// The same routes; those that make something (Route::creates()) do it once for each key of an account. `repeats` outlives the routes.
RouteTable once_each(RouteTable routes, Repeats& repeats);

}  // namespace laoyou::http
