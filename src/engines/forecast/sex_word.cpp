#include "engines/forecast/sex_word.h"

#include <algorithm>
#include <string>

namespace laoyou::forecast {

std::optional<Sex> read_sex(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower == "m" || lower == "male" || lower == "男") return Sex::male;
  if (lower == "f" || lower == "female" || lower == "女") return Sex::female;
  return std::nullopt;
}

}  // namespace laoyou::forecast
