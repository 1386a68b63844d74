#include "procedures/version.h"

#include <openssl/sha.h>

#include <array>

namespace laoyou::procedures {

std::string version_of(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string version;
  for (std::size_t byte = 0; byte < 8; ++byte) {
    version += k_digits[digest[byte] >> 4];
    version += k_digits[digest[byte] & 15];
  }
  return version;
}

}  // namespace laoyou::procedures
