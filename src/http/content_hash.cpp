#include "http/content_hash.h"

#include <cstdint>
#include <cstring>

namespace laoyou::http {

namespace {

// Odd constants from the fractional parts of square roots (2, 3, 5, 7), as SHA-512 takes them.
constexpr std::uint64_t k_first = 0x6a09e667f3bcc909;
constexpr std::uint64_t k_second = 0xbb67ae8584caa73b;
constexpr std::uint64_t k_third = 0x3c6ef372fe94f82b;
constexpr std::uint64_t k_fourth = 0xa54ff53a5f1d36f1;

/// Both halves of the 128-bit product, folded.
std::uint64_t folded_product(std::uint64_t left, std::uint64_t right) {
  const unsigned __int128 product = static_cast<unsigned __int128>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t word(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

void append_hex(std::string& out, std::uint64_t value) {
  constexpr char k_digits[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += k_digits[(value >> shift) & 15];
}

}  // namespace

std::string content_etag(std::string_view content) {
  std::uint64_t first = k_first ^ content.size();
  std::uint64_t second = k_third + content.size();
  while (content.size() >= 16) {
    const std::uint64_t low = word(content.data());
    const std::uint64_t high = word(content.data() + 8);
    first = folded_product(first ^ low, k_second ^ high);
    second = folded_product(second + high, k_fourth ^ low) + first;
    content.remove_prefix(16);
  }
  char rest[16] = {};
  std::memcpy(rest, content.data(), content.size());
  first = folded_product(first ^ word(rest), k_second ^ word(rest + 8));
  second = folded_product(second + word(rest + 8), k_fourth ^ word(rest)) + first;
  std::string etag = "W/\"";
  append_hex(etag, folded_product(first ^ k_third, second | 1));
  append_hex(etag, folded_product(second ^ k_first, first | 1));
  etag += '"';
  return etag;
}

}  // namespace laoyou::http
