// Characters of UTF-8 text (RFC 3629). Whether text is well formed: is_utf8() of csv.h.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace laoyou {

/// Whether the byte continues the character before it.
constexpr bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// How many characters (code points, not bytes) the text has.
inline std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

/// The beginning of the text, at most so many bytes, cut between characters.
inline std::string_view beginning(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && continues_character(text[bytes_max])) --bytes_max;
  return text.substr(0, bytes_max);
}

inline void append_character(std::string& text, char32_t character) {
  const auto continuing = [&](int shift) { text += static_cast<char>(0x80 | (character >> shift & 0x3F)); };
  if (character < 0x80) {
    text += static_cast<char>(character);
  } else if (character < 0x800) {
    text += static_cast<char>(0xC0 | character >> 6);
    continuing(0);
  } else if (character < 0x10000) {
    text += static_cast<char>(0xE0 | character >> 12);
    continuing(6);
    continuing(0);
  } else {
    text += static_cast<char>(0xF0 | character >> 18);
    continuing(12);
    continuing(6);
    continuing(0);
  }
}

}  // namespace laoyou
