// Characters of UTF-8 text as the lexer tells them apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace laoyou::rules {

/// One character of a text: its code point and its length in bytes; length 0 at the end. The text is well-formed UTF-8.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};

Character character_at(std::string_view text, std::size_t offset);

/// A to Z, a to z, underscore.
bool is_word_start(char32_t code);
/// Han characters, 〇 and 々.
bool is_chinese(char32_t code);
bool is_ascii_digit(char32_t code);
/// Blanks and line ends, full-width ones too.
bool is_blank(char32_t code);

/// Bytes from `offset` on whose characters all satisfy the question.
template <class Question>
std::size_t run_length(std::string_view text, std::size_t offset, Question&& question) {
  std::size_t end = offset;
  for (Character next = character_at(text, end); next.bytes > 0 && question(next.code); next = character_at(text, end)) end += next.bytes;
  return end - offset;
}

}  // namespace laoyou::rules
