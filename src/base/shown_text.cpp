#include "base/shown_text.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "base/utf8.h"

namespace laoyou {
namespace {

struct Span {
  std::uint32_t first, last;
};

// Unicode 15, PropList.txt: White_Space; the braille blank and the Hangul fillers show as blanks too.
constexpr Span k_blanks[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},     {0x115F, 0x1160}, {0x1680, 0x1680}, {0x2000, 0x200A},
                             {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0}};

// DerivedCoreProperties.txt: Default_Ignorable_Code_Point without the shaping ones, and the controls but the line ends.
constexpr Span k_invisible[] = {{0x00, 0x08},     {0x0E, 0x1F},     {0x7F, 0x84},     {0x86, 0x9F},     {0xAD, 0xAD},       {0x034F, 0x034F},  {0x061C, 0x061C},
                                {0x17B4, 0x17B5}, {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},  {0xFEFF, 0xFEFF},
                                {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE00FF}};

// Joiners and variation selectors: they belong to the sign before them.
constexpr Span k_shaping[] = {{0x180B, 0x180D}, {0x180F, 0x180F}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}, {0xE0100, 0xE0FFF}};

template <std::size_t count>
bool within(const Span (&spans)[count], std::uint32_t sign) {
  return std::any_of(std::begin(spans), std::end(spans), [sign](const Span& span) { return sign >= span.first && sign <= span.last; });
}

/// The bytes of the sign that begins the text: at least one.
std::size_t sign_bytes(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && bytes < 4 && continues_character(text[bytes])) ++bytes;
  return bytes;
}

/// The code point that the bytes of one sign spell; what is not UTF-8 gives something, which is no blank.
std::uint32_t code_of(std::string_view sign) {
  const auto lead = static_cast<unsigned char>(sign[0]);
  if (sign.size() == 1) return lead < 0x80 ? lead : 0xFFFD;
  std::uint32_t code = lead & (0xFFu >> (sign.size() + 1));
  for (char c : sign.substr(1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3F);
  return code;
}

/// Bytes that the plain text of most cells begins and ends with: nothing to look up.
bool plainly_visible(char c) { return c > 0x20 && c < 0x7F; }

/// Chinese characters lie in a wide span that has neither: most text is done here.
bool is_between_the_spans(std::uint32_t sign) { return sign > 0x3164 && sign < 0xFE00; }

bool shows_nothing(std::uint32_t sign) { return !is_between_the_spans(sign) && (within(k_blanks, sign) || within(k_invisible, sign)); }

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && !plainly_visible(text.front())) {
    const std::size_t bytes = sign_bytes(text);
    if (!shows_nothing(code_of(text.substr(0, bytes)))) break;
    text.remove_prefix(bytes);
  }
  while (!text.empty() && !plainly_visible(text.back())) {
    std::size_t bytes = 1;
    while (bytes < text.size() && bytes < 4 && continues_character(text[text.size() - bytes])) ++bytes;
    if (!shows_nothing(code_of(text.substr(text.size() - bytes)))) break;
    text.remove_suffix(bytes);
  }
  // Joiners alone join nothing.
  for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(sign_bytes(rest))) {
    const std::uint32_t sign = code_of(rest.substr(0, sign_bytes(rest)));
    if (!shows_nothing(sign) && !within(k_shaping, sign)) return text;
  }
  return {};
}

std::string invisible_sign(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(sign_bytes(text))) {
    if (plainly_visible(text.front())) continue;
    const std::uint32_t sign = code_of(text.substr(0, sign_bytes(text)));
    if (!within(k_invisible, sign)) continue;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(sign));
    return name;
  }
  return {};
}

std::string half_width(std::string_view text) {
  std::string plain;
  for (; !text.empty(); text.remove_prefix(sign_bytes(text))) {
    const std::string_view sign = text.substr(0, sign_bytes(text));
    const std::uint32_t code = code_of(sign);
    constexpr std::uint32_t first = 0xFF01, last = 0xFF5E, distance = 0xFEE0;  // Unicode, Halfwidth and Fullwidth Forms
    if (sign.size() == 3 && code >= first && code <= last)
      plain += static_cast<char>(code - distance);
    else if (code == 0x3000)
      plain += ' ';
    else
      plain += sign;
  }
  return plain;
}

}  // namespace laoyou
