#include "engines/addresses/part_key.h"

#include <algorithm>
#include <array>

#include "engines/addresses/letters.h"

namespace laoyou::addresses {
namespace {

bool has(std::u32string_view characters, char32_t c) { return characters.find(c) != std::u32string_view::npos; }

/// The value of a Chinese figure below ten; -1: none.
int figure(char32_t c) {
  if (c == U'〇' || c == U'零') return 0;
  if (c == U'两') return 2;
  const std::size_t at = std::u32string_view(U"一二三四五六七八九").find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

void append_number(std::u32string& text, int number) {
  for (const char digit : std::to_string(number)) text += static_cast<char32_t>(digit);
}

/// 十二 → 12, 一百零三 → 103, 二〇一 → 201; other characters stay.
std::u32string with_figures(std::u32string_view text) {
  std::u32string plain;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (figure(text[end]) >= 0 || has(U"十百", text[end]))) ++end;
    if (end == at) {
      plain += text[at++];
      continue;
    }
    const std::u32string_view run = text.substr(at, end - at);
    if (run.find_first_of(U"十百") == std::u32string_view::npos) {
      for (const char32_t c : run) plain += static_cast<char32_t>(U'0' + figure(c));
    } else {
      int number = 0, digit = -1;
      for (const char32_t c : run) {
        if (c == U'百') number += 100 * std::max(1, digit), digit = -1;
        else if (c == U'十') number += 10 * (digit < 0 ? 1 : digit), digit = -1;
        else digit = figure(c);
        if (number > 99'999) number = 99'999;
      }
      append_number(plain, number + std::max(0, digit));
    }
    at = end;
  }
  return plain;
}

template <std::size_t N>
void drop_ending(std::u32string& text, const std::array<std::u32string_view, N>& endings) {
  for (const std::u32string_view ending : endings)
    if (text.size() > ending.size() && std::u32string_view(text).ends_with(ending)) {
      text.resize(text.size() - ending.size());
      return;
    }
}

constexpr std::array<std::u32string_view, 9> k_number_endings = {U"号楼", U"号幢", U"号栋", U"号院", U"号", U"幢", U"栋", U"座", U"楼"};
constexpr std::array<std::u32string_view, 2> k_estate_endings = {U"住宅小区", U"小区"};

}  // namespace

std::u32string plain_part(PartKind kind, std::string_view text) {
  const Letters letters(text, 0);
  const bool is_number = kind == PartKind::road_number || kind == PartKind::building;
  std::u32string plain;
  for (const char32_t c : letters.view()) {
    const bool is_dash = c == U'-' || c == U'~' || c == U'—' || c == U'之';
    if (is_number && is_dash) plain += plain.empty() ? U"" : U"-";
    else if (!is_sign(c)) plain += c;
  }
  if (is_number) {
    drop_ending(plain, k_number_endings);
    if (plain.size() > 1 && plain[0] == U'第') plain.erase(0, 1);
    return with_figures(plain);
  }
  if (kind == PartKind::estate) drop_ending(plain, k_estate_endings);
  return plain;
}

std::uint64_t part_key(PartKind kind, std::string_view text) {
  const std::u32string plain = plain_part(kind, text);
  if (plain.empty()) return 0;
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char32_t c : plain) hash = (hash ^ c) * 0x100000001B3ULL;
  hash ^= hash >> 29;
  return hash == 0 ? 1 : hash;
}

}  // namespace laoyou::addresses
