#include "accounts/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <vector>

#include "base/check.h"

namespace laoyou::accounts {
namespace {

constexpr std::string_view k_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::int64_t k_step_ms = 30'000;
constexpr std::size_t k_secret_bytes = 20;

/// The bytes of base32 text; a character outside the alphabet is our own mistake, the text is ours.
std::vector<unsigned char> from_base32(std::string_view text) {
  std::vector<unsigned char> bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (char c : text) {
    const std::size_t value = k_alphabet.find(c);
    CHECK(value != std::string_view::npos);
    buffer = (buffer << 5 | static_cast<unsigned>(value)) & 0xFFFF;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<unsigned char>(buffer >> bits & 0xFF));
  }
  return bytes;
}

/// Compares without telling by time where the first difference is.
bool equal_texts(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

}  // namespace

std::string new_totp_secret(Random& random) {
  std::array<std::byte, k_secret_bytes> bytes{};
  random.fill(bytes);
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (std::byte byte : bytes) {
    buffer = (buffer << 8 | std::to_integer<unsigned>(byte)) & 0xFFFF;
    for (bits += 8; bits >= 5; bits -= 5) text += k_alphabet[buffer >> (bits - 5) & 31];
  }
  return text;
}

std::string totp_uri(std::string_view secret, std::string_view account_name) {
  return "otpauth://totp/laoyou:" + std::string(account_name) + "?secret=" + std::string(secret) + "&issuer=laoyou";
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  const std::vector<unsigned char> key = from_base32(secret);
  unsigned char message[8];
  for (int i = 7; i >= 0; --i, step >>= 8) message[i] = static_cast<unsigned char>(step & 0xFF);
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  CHECK(HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message, sizeof message, digest, &length) != nullptr);
  // RFC 4226, 5.3: the last four bits say where the 31-bit number lies.
  const unsigned offset = digest[length - 1] & 0x0F;
  const std::uint32_t number = (static_cast<std::uint32_t>(digest[offset]) & 0x7F) << 24 | static_cast<std::uint32_t>(digest[offset + 1]) << 16 |
                               static_cast<std::uint32_t>(digest[offset + 2]) << 8 | digest[offset + 3];
  return std::to_string(1'000'000 + number % 1'000'000).substr(1);
}

std::optional<std::int64_t> matching_totp_step(std::string_view secret, std::string_view code, Instant now, std::int64_t used) {
  const std::int64_t current = now.milliseconds / k_step_ms;
  std::optional<std::int64_t> match;
  for (std::int64_t step = current - 1; step <= current + 1; ++step)
    if (equal_texts(totp_code(secret, step), code) && step > used) match = step;
  return match;
}

}  // namespace laoyou::accounts
