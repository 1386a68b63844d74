#include "rules/text/character.h"

#include <algorithm>

namespace laoyou::rules {

Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (offset + length > text.size()) return {first, 1};
  char32_t code = length == 1 ? first : first & (0xFF >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(i) & 0x3F);
  return {code, length};
}

bool is_word_start(char32_t code) { return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code == U'_'; }

bool is_chinese(char32_t code) {
  return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) || (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x323AF) ||
         code == 0x3005 || code == 0x3007;
}

bool is_ascii_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

bool is_blank(char32_t code) { return code == U' ' || code == U'\n' || code == U'\r' || code == U'\t' || code == 0x3000 || code == 0xA0; }

}  // namespace laoyou::rules
