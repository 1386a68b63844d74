// The words of a text in normal form, without copying.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace laoyou::linkage {

/// At most the first twelve words.
struct Words {
  static constexpr std::size_t k_most = 12;
  std::array<std::string_view, k_most> words;
  std::size_t count = 0;

  explicit Words(std::string_view text) {
    while (!text.empty() && count < k_most) {
      const std::size_t end = std::min(text.find(' '), text.size());
      if (end > 0) words[count++] = text.substr(0, end);
      text.remove_prefix(std::min(text.size(), end + 1));
    }
  }
};

}  // namespace laoyou::linkage
