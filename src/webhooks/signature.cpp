#include "webhooks/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/check.h"

namespace laoyou::webhooks {

std::string signature(std::string_view secret, std::int64_t seconds, std::string_view body) {
  const std::string text = std::to_string(seconds) + "." + std::string(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  CHECK(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), bytes.data(), &size) != nullptr);
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string all = "v1=";
  for (unsigned i = 0; i < size; ++i) {
    all += k_digits[bytes[i] >> 4];
    all += k_digits[bytes[i] & 15];
  }
  return all;
}

}  // namespace laoyou::webhooks
