#include "engines/linkage/alike.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <tuple>
#include <utility>
#include <vector>

namespace laoyou::linkage {
namespace {

/// Optimal string alignment by bits, for at most 64 characters of `a` (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and
/// Damerau edit distances").
template <class View>
int edits_by_bits(View a, View b) {
  std::uint64_t table[128] = {};
  for (std::size_t i = 0; i < a.size(); ++i) table[static_cast<unsigned char>(a[i]) & 127] |= std::uint64_t{1} << i;
  std::uint64_t up = ~std::uint64_t{0}, down = 0, zero = 0, last_match = 0;
  const std::uint64_t top = std::uint64_t{1} << (a.size() - 1);
  int distance = static_cast<int>(a.size());
  for (const auto c : b) {
    const std::uint64_t match = table[static_cast<unsigned char>(c) & 127];
    const std::uint64_t exchanged = (((~zero) & match) << 1) & last_match;
    zero = ((((match & up) + up) ^ up) | match | down) | exchanged;
    std::uint64_t right = down | ~(zero | up);
    std::uint64_t left = up & zero;
    distance += (right & top) != 0 ? 1 : 0;
    distance -= (left & top) != 0 ? 1 : 0;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(zero | right);
    down = right & zero;
    last_match = match;
  }
  return distance;
}

template <class View>
int edits_by_table(View a, View b) {
  std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

template <class View>
std::pair<View, View> without_common_ends(View a, View b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  return {a, b};
}

}  // namespace

int edits_between(std::string_view a, std::string_view b, int most) {
  const int difference = std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size()));
  if (difference > most) return most + 1;
  std::tie(a, b) = without_common_ends(a, b);
  if (a.empty() || b.empty()) return difference;
  // Bytes beyond ASCII would fall together with others in the table of 128.
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 128; };
  const bool by_bits = a.size() <= 64 && std::all_of(a.begin(), a.end(), is_plain) && std::all_of(b.begin(), b.end(), is_plain);
  return std::min(by_bits ? edits_by_bits(a, b) : edits_by_table(a, b), most + 1);
}

int edits_between(std::u32string_view a, std::u32string_view b, int most) {
  const int difference = std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size()));
  if (difference > most) return most + 1;
  std::tie(a, b) = without_common_ends(a, b);
  if (a.empty() || b.empty()) return difference;
  return std::min(edits_by_table(a, b), most + 1);
}

double likeness(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1 : 1 - static_cast<double>(edits_between(a, b, static_cast<int>(longer))) / static_cast<double>(longer);
}

}  // namespace laoyou::linkage
