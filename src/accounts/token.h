// Secrets that open something are kept as hashes alone.
#pragma once

#include <string>
#include <string_view>

namespace laoyou::accounts {

/// The hash under which a token is kept: 256 bits of BLAKE2b, hexadecimal.
std::string token_hash(std::string_view token);

}  // namespace laoyou::accounts
