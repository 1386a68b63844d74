#include "accounts/display_name.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace laoyou::accounts {
namespace {

struct Span {
  std::uint32_t first, last;
};

/// Control characters, soft hyphen, fillers, zero-width signs, marks and embeddings of direction, line ends, variation selectors, the byte
/// order mark, tags, and what is no character (Unicode 15, general categories Cc and Cf, and Default_Ignorable_Code_Point).
constexpr std::array<Span, 19> k_hidden{{{0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x34f, 0x34f},   {0x61c, 0x61c},
                                         {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x200b, 0x200f}, {0x2028, 0x202e},
                                         {0x2060, 0x206f}, {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0},
                                         {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0xe0000, 0xe0fff}, {0x2800, 0x2800}}};
constexpr std::array<Span, 7> k_blank{{{0x20, 0x20}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}}};

template <std::size_t N>
bool within(const std::array<Span, N>& spans, std::uint32_t sign) {
  for (const Span& span : spans)
    if (sign >= span.first && sign <= span.last) return true;
  return false;
}

/// Takes the first character off well-formed UTF-8.
std::uint32_t take_sign(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  std::uint32_t sign = length == 1 ? first : first & (0xffu >> (length + 1));
  for (std::size_t index = 1; index < length && index < text.size(); ++index) sign = sign << 6 | (static_cast<unsigned char>(text[index]) & 0x3fu);
  text.remove_prefix(std::min(length, text.size()));
  return sign;
}

}  // namespace

bool has_hidden_sign(std::string_view text) {
  while (!text.empty())
    if (within(k_hidden, take_sign(text))) return true;
  return false;
}

bool is_plainly_shown(std::string_view text) {
  if (has_hidden_sign(text)) return false;
  while (!text.empty()) {
    if (!within(k_blank, take_sign(text))) return true;
  }
  return false;
}

}  // namespace laoyou::accounts
