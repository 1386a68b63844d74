#include "base/nearest.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace laoyou {
namespace {

/// The characters of UTF-8 text, each as its own piece.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start + 1;
    while (end < text.size() && continues_character(text[end])) ++end;
    pieces.push_back(text.substr(start, end - start));
    start = end;
  }
  return pieces;
}

/// Levenshtein distance, one row kept.
std::size_t edit_distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view text, std::span<const std::string> candidates) {
  const auto wanted = characters(text);
  std::string best;
  // One mistake in a short name is a slip; a single character differing is another name.
  std::size_t best_distance = (wanted.size() < 2 ? 0 : std::max<std::size_t>(1, wanted.size() / 3)) + 1;
  for (const std::string& candidate : candidates) {
    const auto pieces = characters(candidate);
    const std::size_t gap = pieces.size() > wanted.size() ? pieces.size() - wanted.size() : wanted.size() - pieces.size();
    if (gap >= best_distance) continue;
    const std::size_t distance = edit_distance(wanted, pieces);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

}  // namespace laoyou
