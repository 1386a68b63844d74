// Passwords are kept as Argon2id (RFC 9106) through libsodium; the hash carries its own salt and cost.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::accounts {

/// How dear one hash is. `interactive` takes 64 MiB and some tens of milliseconds; `least` is for tests.
enum class PasswordCost { interactive, least };

/// At least 10 characters, at most 128 bytes, not the sign-in name, and of at least two kinds (letters, digits, others).
/// Nor one that common words, runs of the keyboard and repetitions nearly make up. Refused as "accounts.weak_password".
Result<void> check_password_rules(std::string_view password, std::string_view sign_in_name);

/// Takes its time on purpose. Throws std::bad_alloc when memory is short.
std::string hash_password(std::string_view password, PasswordCost cost);

/// Takes as long as hashing did, whether the password is right or wrong. Throws std::bad_alloc when memory is short.
bool verify_password(const std::string& hash, std::string_view password);

}  // namespace laoyou::accounts
