#include "engines/linkage/normal_text.h"

#include <algorithm>

#include "base/digits.h"
#include "base/id_number.h"
#include "base/shown_text.h"
#include "engines/linkage/characters.h"

namespace laoyou::linkage {
namespace {

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Lower case, apostrophes dropped, every other sign a blank, one blank between words.
std::string words_of(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  for (const char c : text) {
    const char small = lower(c);
    if (is_letter_or_digit(small)) {
      words += small;
    } else if (small != '\'' && !words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

std::string letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (is_letter_or_digit(lower(c))) kept += lower(c);
  return kept;
}

std::string digits_of(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (is_digit(c)) kept += c;
  return kept;
}

/// 2025-6-3, 2025年6月3日 → 20250603; what is no such date keeps its digits as they stand.
std::string date_digits(std::string_view text) {
  std::string parts[3];
  int part = -1;
  bool in_digits = false;
  for (const char c : text) {
    if (is_digit(c) && !in_digits && ++part > 2) return digits_of(text);
    in_digits = is_digit(c);
    if (in_digits) parts[part] += c;
  }
  if (part != 2 || parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return digits_of(text);
  return parts[0] + std::string(2 - parts[1].size(), '0') + parts[1] + std::string(2 - parts[2].size(), '0') + parts[2];
}

std::string id_text(std::string_view text) {
  std::string kept = letters_and_digits(text);
  if (kept.size() == 15)
    if (const auto completed = IdNumber::parse_import(kept)) kept = completed->text();
  if (!kept.empty() && kept.back() == 'x') kept.back() = 'X';
  return kept;
}

std::string phone_digits(std::string_view text) {
  std::string kept = digits_of(text);
  if (kept.size() == 13 && kept.starts_with("86")) kept.erase(0, 2);
  return kept;
}

std::string chinese_text(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : characters_of(text)) {
    if (c == U'·' || c == U'•' || c == U'　') continue;
    if (c >= 0x80) kept += simplified(c);
    else if (is_letter_or_digit(lower(static_cast<char>(c)))) kept += static_cast<char32_t>(lower(static_cast<char>(c)));
    else if (c == ' ' && !kept.empty() && kept.back() < 0x80) kept += c;
    else if (c == '-' || c == '#') kept += U'-';
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return utf8_of(kept);
}

}  // namespace

std::string normal_text(FieldKind kind, std::string_view text) {
  const std::string half = is_plain(text) ? std::string() : half_width(text);
  const std::string_view plain = half.empty() ? text : std::string_view(half);
  switch (kind) {
    case FieldKind::date: return date_digits(plain);
    case FieldKind::number:
    case FieldKind::code: return letters_and_digits(plain);
    case FieldKind::id_number: return id_text(plain);
    case FieldKind::phone: return phone_digits(plain);
    case FieldKind::chinese_name:
    case FieldKind::address: return chinese_text(trimmed(plain));
    default: return words_of(plain);
  }
}

}  // namespace laoyou::linkage
