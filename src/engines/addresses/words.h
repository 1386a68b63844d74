// The words that end a part of an address, or stand between parts, and the numbers beside them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engines/addresses/parts.h"

namespace laoyou::addresses {

/// A number as it begins a text: 12, 3A, 十二, 甲, 5-1, 12之3, 附6, #8.
struct NumberForm {
  std::size_t letters = 0;     ///< 0: none
  bool has_figure = false;     ///< 0 … 9
  bool is_chinese = false;     ///< of 一二三 or 甲乙丙 alone: a number only with its word behind it
};
NumberForm number_at(std::u32string_view text);

/// What a word behind a number makes of it: `road` 路, 街; `lane_road` 巷; `period` 期, 区.
enum class NumberWord { none, gate, lane, building, unit, floor, room, group, period, road, lane_road };
struct WordFound {
  NumberWord word = NumberWord::none;
  std::size_t letters = 0;
};
WordFound number_word_at(std::u32string_view text);

/// A word that ends a named part; `letters` of it, from where it begins.
struct Ending {
  PartKind kind = PartKind::other;
  std::size_t letters = 0;
};
/// Whether a named part of at least so many characters (`before`) ends with the word that begins here.
std::optional<Ending> ending_at(std::u32string_view text, std::size_t at);

/// 门口, 对面, 交叉口 … as they begin a text; 0: none.
std::size_t direction_at(std::u32string_view text);
/// 电联 and other words that say nothing of a place; 0: none.
std::size_t empty_word_at(std::u32string_view text);
/// Where a named place ends and a part of it begins: 花园, 大厦, 市场 …; the word's length, 0: none.
std::size_t estate_ending_at(std::u32string_view text);

}  // namespace laoyou::addresses
