#include "record/shown_cell.h"

namespace laoyou::record {

std::string grouped_number(std::string_view digits) {
  const std::size_t whole_end = std::min(digits.find('.'), digits.size());
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  std::string text(digits);
  for (std::size_t at = whole_end; at > begin + 3;) text.insert(at -= 3, ",");
  return text;
}

std::string beijing_minute(Instant at) {
  constexpr std::int64_t k_beijing_ms = 8 * 3'600'000;
  const Instant beijing = at.plus_milliseconds(k_beijing_ms);
  if (!at.in_calendar() || !beijing.in_calendar()) return {};
  std::string text = beijing.text().substr(0, 16);
  text[10] = ' ';
  return text;
}

std::optional<ShownText> ShownColumn::text(const Cell& cell) const {
  std::optional<ShownText> plain = shown(cell);
  if (!plain || !masked) return plain;
  return ShownText{record::masked(plain->zh, entry->mask), record::masked(plain->en, entry->mask)};
}

}  // namespace laoyou::record
