#include "store/base64.h"

#include <array>
#include <cstdint>

namespace laoyou::store {
namespace {

constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t k_no_letter = 64;

constexpr std::array<std::uint8_t, 256> k_values = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(k_no_letter);
  for (std::size_t i = 0; i < k_letters.size(); ++i) values[static_cast<unsigned char>(k_letters[i])] = static_cast<std::uint8_t>(i);
  return values;
}();

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() * 4 + 2) / 3, '\0');
  std::size_t at = 0;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char byte : bytes) {
    held = held << 8 | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6; bits -= 6) text[at++] = k_letters[held >> (bits - 6) & 63];
  }
  if (bits > 0) text[at] = k_letters[held << (6 - bits) & 63];
  return text;
}

bool read_base64(std::string_view text, std::string& bytes) {
  if (text.size() % 4 == 1) return false;
  bytes.resize(text.size() * 3 / 4);
  std::size_t at = 0;
  std::uint32_t held = 0;
  int bits = 0;
  std::uint8_t wrong = 0;
  for (const char letter : text) {
    const std::uint8_t value = k_values[static_cast<unsigned char>(letter)];
    wrong |= value;
    held = held << 6 | (value & 63);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = static_cast<char>(held >> bits & 255);
  }
  // No letter, or bits behind the last byte.
  return (wrong & k_no_letter) == 0 && (held & ((1U << bits) - 1)) == 0;
}

}  // namespace laoyou::store
