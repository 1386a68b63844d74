#include "engines/linkage/compare_chinese.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/digits.h"
#include "engines/linkage/alike.h"
#include "engines/linkage/characters.h"

namespace laoyou::linkage {
namespace {

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string sorted_characters(std::string text) {
  std::sort(text.begin(), text.end());
  return text;
}

bool has_han(std::u32string_view name) { return std::any_of(name.begin(), name.end(), is_han); }

/// Numbers of an address in their order: "12-3-501".
std::string numbers_of(std::u32string_view address) {
  std::string numbers;
  bool in_number = false;
  for (const char32_t c : address) {
    const bool is_figure = c >= '0' && c <= '9';
    if (is_figure && !in_number && !numbers.empty()) numbers += '-';
    if (is_figure) numbers += static_cast<char>(c);
    in_number = is_figure;
  }
  return numbers;
}

/// The address without its figures and the words that only say what a figure counts.
std::u32string names_of(std::u32string_view address) {
  std::u32string names;
  for (const char32_t c : address)
    if (is_han(c) && std::u32string_view(U"省市区县镇乡村街路道号幢栋楼单元室弄组").find(c) == std::u32string_view::npos) names += c;
  return names;
}

/// The share of the shorter text's characters that stand in the longer in the same order.
double share_in_order(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return 0;
  std::array<std::uint8_t, 65> row{};
  if (a.size() >= row.size()) a = a.substr(0, row.size() - 1);
  if (b.size() > 200) b = b.substr(0, 200);
  for (const char32_t c : b) {
    std::uint8_t diagonal = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::uint8_t above = row[i];
      row[i] = a[i - 1] == c ? static_cast<std::uint8_t>(diagonal + 1) : std::max(row[i], row[i - 1]);
      diagonal = above;
    }
  }
  return static_cast<double>(row[a.size()]) / static_cast<double>(a.size());
}

/// Two Chinese names without one character or sound in common in the same place, and of which none is the other turned round: most pairs.
bool are_far(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size() || a.size() < 2 || !std::all_of(a.begin(), a.end(), is_han) || !std::all_of(b.begin(), b.end(), is_han)) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (pinyin(a[i]).substr(0, 1) == pinyin(b[i]).substr(0, 1) || b.find(a[i]) != std::u32string_view::npos) return false;
  return true;
}

}  // namespace

Level level_of_chinese_name(std::string_view a_text, std::string_view b_text) {
  const std::u32string a = characters_of(a_text), b = characters_of(b_text);
  if (are_far(a, b)) return Level::differs;
  const std::string a_sound = name_pinyin(a), b_sound = name_pinyin(b);
  if (a_sound == b_sound || without_blanks(a_sound) == without_blanks(b_sound)) return Level::alias;
  const bool both_han = has_han(a) && has_han(b);
  if (!both_han) {  // Latin letters: family name last, or a slip
    if (a_sound.size() == b_sound.size() && sorted_characters(a_sound) == sorted_characters(b_sound)) return Level::crossed;
    const std::string first = without_blanks(a_sound), second = without_blanks(b_sound);
    if (sorted_characters(first) == sorted_characters(second)) return Level::crossed;
    return likeness(first, second) >= 0.8 ? Level::close : Level::differs;
  }
  if (a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin())) return Level::crossed;
  const std::size_t family = family_name_length(a);
  const bool same_family = family == family_name_length(b) && a.substr(0, family) == b.substr(0, family);
  const std::size_t longer = std::max(a.size(), b.size());
  const bool one_apart = edits_between(std::u32string_view(a), std::u32string_view(b), 1) == 1;
  if (one_apart && longer >= 3) return same_family || a.back() == b.back() ? Level::close : Level::similar;
  if (edits_between(a_sound, b_sound, 1) == 1) return Level::similar;
  return same_family ? Level::faint : Level::differs;
}

Level level_of_address(std::string_view a_text, std::string_view b_text) {
  const std::u32string a = characters_of(a_text), b = characters_of(b_text);
  const std::string a_numbers = numbers_of(a), b_numbers = numbers_of(b);
  const std::u32string a_names = names_of(a), b_names = names_of(b);
  const double share = share_in_order(a_names, b_names);
  const bool same_numbers = a_numbers == b_numbers;
  const bool numbers_within = !a_numbers.empty() && !b_numbers.empty() && (a_numbers.starts_with(b_numbers) || b_numbers.starts_with(a_numbers));
  if (share >= 0.99 && same_numbers) return Level::contained;  // one is written shorter
  if (share >= 0.6 && (same_numbers || numbers_within)) return Level::close;
  if (share >= 0.8 && edits_between(a_numbers, b_numbers, 1) <= 1) return Level::similar;
  return share >= 0.8 ? Level::faint : Level::differs;
}

}  // namespace laoyou::linkage
