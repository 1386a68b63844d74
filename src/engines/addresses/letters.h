// An address as characters, in one form each, that know where they stand in the text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace laoyou::addresses {

/// The characters from a place of an address on. Full-width letters, digits and signs are their plain forms, small letters large ones; a byte that
/// belongs to no character is one by itself.
class Letters {
 public:
  /// Longer addresses are read so far.
  static constexpr std::size_t k_most = 200;

  Letters(std::string_view text, std::size_t begin);

  [[nodiscard]] std::u32string_view view() const { return {characters_.data(), count_}; }
  /// Where a character begins, in bytes of the whole text; of the one after the last, where reading stopped.
  [[nodiscard]] std::uint32_t place(std::size_t letter) const { return places_[letter]; }

 private:
  std::size_t count_ = 0;
  std::array<char32_t, k_most> characters_;
  std::array<std::uint32_t, k_most + 1> places_;
};

constexpr bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_latin(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool is_chinese_figure(char32_t c) { return std::u32string_view(U"一二三四五六七八九十百零〇两").find(c) != std::u32string_view::npos; }
/// 甲乙丙丁 and the like, which count as numbers do.
constexpr bool is_stem(char32_t c) { return std::u32string_view(U"甲乙丙丁戊己").find(c) != std::u32string_view::npos; }
constexpr bool is_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2FFFF) || c == U'〇'; }
/// Blanks and signs between the parts.
constexpr bool is_sign(char32_t c) { return !is_han(c) && !is_figure(c) && !is_latin(c); }

}  // namespace laoyou::addresses
