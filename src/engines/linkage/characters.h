// Chinese characters: simplified forms and pinyin, from a table made of ICU's data when the program is built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace laoyou::linkage {

/// The characters of a UTF-8 text; a byte that is not UTF-8 stands for itself.
std::u32string characters_of(std::string_view text);
std::string utf8_of(std::u32string_view characters);

/// A character that stands in U+4E00 … U+9FFF.
inline bool is_han(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }

/// 張 → 张; what has no simpler form stays.
char32_t simplified(char32_t character);

/// "zhang"; empty for what is no Chinese character. Without tone.
std::string_view pinyin(char32_t character);

/// The family name's length in characters: 2 for 欧阳 and its like, else 1.
std::size_t family_name_length(std::u32string_view name);

/// Each character's pinyin with a blank between, the family name read as a family name (单 shan, 尉迟 yu chi); Latin letters are taken as
/// they stand, in lower case.
std::string name_pinyin(std::u32string_view name);

}  // namespace laoyou::linkage
