// One-time codes from a phone (RFC 6238: HMAC-SHA-1, 30 seconds, six digits).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/random.h"

namespace laoyou::accounts {

/// A new secret of 160 bits in base32 (RFC 4648).
std::string new_totp_secret(Random& random);

/// The address that an authenticator app reads from a picture or takes as text.
std::string totp_uri(std::string_view secret, std::string_view account_name);

/// The code of one time step.
std::string totp_code(std::string_view secret, std::int64_t step);

/// The time step that the code is good for: now, one before or one after, and later than `used`. Nothing when it is good for none.
std::optional<std::int64_t> matching_totp_step(std::string_view secret, std::string_view code, Instant now, std::int64_t used);

}  // namespace laoyou::accounts
