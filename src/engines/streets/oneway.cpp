#include "engines/streets/oneway.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace laoyou::streets {

std::optional<Oneway> read_oneway(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Oneway>, 22> k_words = {{
      {"yes", Oneway::forward},   {"true", Oneway::forward},      {"1", Oneway::forward},          {"1.0", Oneway::forward},      {"y", Oneway::forward},
      {"t", Oneway::forward},     {"是", Oneway::forward},        {"-1", Oneway::backward},        {"-1.0", Oneway::backward},    {"reverse", Oneway::backward},
      {"反向", Oneway::backward}, {"", Oneway::both},             {"no", Oneway::both},            {"false", Oneway::both},       {"0", Oneway::both},
      {"0.0", Oneway::both},      {"n", Oneway::both},            {"f", Oneway::both},             {"否", Oneway::both},          {"reversible", Oneway::both},
      {"alternating", Oneway::both}, {"单向", Oneway::forward},
  }};
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto known = std::find_if(k_words.begin(), k_words.end(), [&](const auto& one) { return one.first == lower; });
  return known == k_words.end() ? std::nullopt : std::optional(known->second);
}

}  // namespace laoyou::streets
