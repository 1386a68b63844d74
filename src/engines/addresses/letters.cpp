#include "engines/addresses/letters.h"

namespace laoyou::addresses {
namespace {

/// The character at a place and its bytes; a byte that begins none is U+FFFD.
std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t place) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned lead = byte(place);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 && lead < 0xF8 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (length == 1 || lead >= 0xF8 || place + length > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(place + at) & 0xC0U) != 0x80) return {0xFFFD, 1};
    value = value << 6 | (byte(place + at) & 0x3FU);
  }
  return {value, length};
}

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= U'a' && c <= U'z') c -= 32;
  return c;
}

}  // namespace

Letters::Letters(std::string_view text, std::size_t begin) {
  std::size_t place = begin;
  while (place < text.size() && count_ < k_most) {
    const auto [character, bytes] = character_at(text, place);
    characters_[count_] = plain(character);
    places_[count_++] = static_cast<std::uint32_t>(place);
    place += bytes;
  }
  places_[count_] = static_cast<std::uint32_t>(place);
}

}  // namespace laoyou::addresses
