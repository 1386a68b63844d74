#include "engines/linkage/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/embedded.h"
#include "base/utf8.h"

LAOYOU_EMBEDDED(characters_bin)

namespace laoyou::linkage {
namespace {

/// The table of characters/pack.cpp, read in place.
struct Table {
  std::vector<std::string_view> syllables = {""};
  const unsigned char* forms = nullptr;

  Table() {
    std::string_view bytes = characters_bin();
    std::size_t count = 0;
    const auto line = [&bytes] {
      const std::size_t end = bytes.find('\n');
      const std::string_view text = bytes.substr(0, end);
      bytes.remove_prefix(end + 1);
      return text;
    };
    const std::string_view first = line();
    CHECK(std::from_chars(first.data(), first.data() + first.size(), count).ec == std::errc());
    for (std::size_t i = 0; i < count; ++i) syllables.push_back(line());
    CHECK(bytes.size() == 4 * (0x9FFF - 0x4E00 + 1));
    forms = reinterpret_cast<const unsigned char*>(bytes.data());
  }
  unsigned value(char32_t character, int which) const {
    const unsigned char* const at = forms + 4 * (character - 0x4E00) + 2 * which;
    return at[0] | unsigned{at[1]} << 8;
  }
};

const Table& table() {
  static const Table the_table;
  return the_table;
}

// 百家姓 and 现代汉语词典: characters that are read otherwise where they are a family name.
constexpr std::array<std::pair<char32_t, std::string_view>, 22> k_family_readings = {{
    {U'单', "shan"}, {U'查', "zha"}, {U'解', "xie"}, {U'仇', "qiu"}, {U'区', "ou"}, {U'盖', "ge"}, {U'翟', "zhai"}, {U'朴', "piao"},
    {U'乐', "yue"}, {U'任', "ren"}, {U'曾', "zeng"}, {U'华', "hua"}, {U'召', "shao"}, {U'折', "she"}, {U'缪', "miao"}, {U'覃', "qin"},
    {U'洗', "xian"}, {U'冼', "xian"}, {U'员', "yun"}, {U'繁', "po"}, {U'秘', "bi"}, {U'尉', "wei"}}};

// 百家姓: the family names of two characters in use.
constexpr std::array<std::u32string_view, 24> k_double_names = {
    U"欧阳", U"司马", U"上官", U"诸葛", U"尉迟", U"东方", U"皇甫", U"司徒", U"令狐", U"夏侯", U"慕容", U"公孙",
    U"长孙", U"宇文", U"端木", U"轩辕", U"闻人", U"钟离", U"独孤", U"南宫", U"西门", U"百里", U"东郭", U"呼延"};

}  // namespace

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
    if (length == 1 || i + length > text.size()) {
      characters += lead;
      ++i;
      continue;
    }
    char32_t value = lead & (0x7F >> length);
    for (std::size_t k = 1; k < length; ++k) value = value << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    characters += value;
    i += length;
  }
  return characters;
}

std::string utf8_of(std::u32string_view characters) {
  std::string text;
  for (const char32_t character : characters) append_character(text, character);
  return text;
}

char32_t simplified(char32_t character) { return is_han(character) ? table().value(character, 0) : character; }

std::string_view pinyin(char32_t character) {
  return is_han(character) ? table().syllables[table().value(character, 1)] : std::string_view();
}

std::size_t family_name_length(std::u32string_view name) {
  const bool is_double = name.size() > 2 && std::find(k_double_names.begin(), k_double_names.end(), name.substr(0, 2)) != k_double_names.end();
  return is_double ? 2 : std::min<std::size_t>(1, name.size());
}

std::string name_pinyin(std::u32string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_han(name[i])) {
      if (name[i] < 0x80) text += static_cast<char>(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
      continue;
    }
    if (!text.empty() && text.back() != ' ') text += ' ';
    const auto* const reading = std::find_if(k_family_readings.begin(), k_family_readings.end(), [&](const auto& known) { return known.first == name[i]; });
    const bool in_yu_chi = i == 0 && name.starts_with(U"尉迟");
    text += in_yu_chi ? "yu" : i == 0 && reading != k_family_readings.end() ? reading->second : pinyin(name[i]);
  }
  return text;
}

}  // namespace laoyou::linkage
