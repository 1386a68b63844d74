// Decimal digits in text: the two questions every code of the field asks (dates, region codes, identity numbers).
#pragma once

#include <algorithm>
#include <string_view>

namespace laoyou {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True when the text is not empty and holds ASCII digits only.
inline bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// The number that up to nine digits spell; the caller has asked all_digits().
inline int digits_value(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace laoyou
