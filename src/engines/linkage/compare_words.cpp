#include "engines/linkage/compare_words.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/embedded.h"
#include "engines/linkage/alike.h"
#include "engines/linkage/compare.h"
#include "engines/linkage/values.h"
#include "engines/linkage/words.h"

LAOYOU_EMBEDDED(short_names_csv)

namespace laoyou::linkage {
namespace {

std::uint64_t pair_hash(std::string_view a, std::string_view b) {
  if (b < a) std::swap(a, b);
  return mixed(hash_of(a), hash_of(b));
}

/// Every pair of names within a line of short_names.csv.
std::unordered_set<std::uint64_t> read_short_forms() {
  std::unordered_set<std::uint64_t> pairs;
  std::string_view csv = short_names_csv();
  while (!csv.empty()) {
    std::string line(csv.substr(0, csv.find('\n')));
    csv.remove_prefix(std::min(csv.size(), line.size() + 1));
    std::replace(line.begin(), line.end(), ',', ' ');
    const Words names(line);
    for (std::size_t i = 0; i < names.count; ++i)
      for (std::size_t k = i + 1; k < names.count; ++k) pairs.insert(pair_hash(names.words[i], names.words[k]));
  }
  return pairs;
}

/// How close two words are: 0 nothing alike, 1 alike, 2 the same but for a slip.
int word_match(std::string_view a, std::string_view b) {
  if (a == b) return 2;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter <= 1) return a.front() == b.front() ? 1 : 0;
  if (are_short_forms(a, b)) return 2;
  if (shorter < 3) return 0;
  const double like = likeness(a, b);
  return like >= 0.8 ? 2 : like >= 0.6 ? 1 : 0;
}

struct Matched {
  std::size_t fewer = 0;    // words of the text that has fewer
  std::size_t matched = 0;  // of them found in the other
  std::size_t longest = 0;  // letters of the longest found
};

Matched match_words(std::string_view a, std::string_view b) {
  const Words first(a), second(b);
  const Words& few = first.count <= second.count ? first : second;
  const Words& many = first.count <= second.count ? second : first;
  Matched result{few.count, 0, 0};
  bool taken[Words::k_most] = {};
  for (std::size_t i = 0; i < few.count; ++i)
    for (std::size_t k = 0; k < many.count; ++k) {
      if (taken[k] || word_match(few.words[i], many.words[k]) < 2) continue;
      taken[k] = true;
      ++result.matched;
      result.longest = std::max(result.longest, few.words[i].size());
      break;
    }
  return result;
}

}  // namespace

bool are_short_forms(std::string_view a, std::string_view b) {
  static const std::unordered_set<std::uint64_t> pairs = read_short_forms();
  return pairs.contains(pair_hash(a, b));
}

Level level_of_name(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 1) return a.front() == b.front() ? Level::contained : Level::differs;
  if (are_short_forms(a, b)) return Level::alias;
  const double like = likeness(a, b);
  const std::size_t longer = std::max(a.size(), b.size());
  if (like >= 0.8 || (longer <= 5 && longer > 2 && edits_between(a, b, 1) <= 1)) return Level::close;
  const bool has_blank = a.find(' ') != std::string_view::npos || b.find(' ') != std::string_view::npos;
  if (shorter >= 3 && (a.starts_with(b) || b.starts_with(a))) return Level::contained;
  if (has_blank) {
    const Matched words = match_words(a, b);
    if (words.matched == words.fewer || words.longest >= 3) return Level::contained;
  }
  if (like >= 0.6) return Level::similar;
  return like >= 0.4 && a.front() == b.front() ? Level::faint : Level::differs;
}

Level level_of_names(std::string_view a, std::string_view b) {
  const Matched words = match_words(a, b);
  const double like = likeness(a, b);
  if (like >= 0.9) return Level::close;
  if (words.matched == words.fewer && words.fewer >= 2) return Level::contained;
  if (words.matched >= 2 || like >= 0.75) return Level::similar;
  return words.matched == 1 && words.longest >= 3 ? Level::faint : Level::differs;
}

Level level_of_text(std::string_view a, std::string_view b) {
  const double like = likeness(a, b);
  if (like >= 0.85) return Level::close;
  const Matched words = match_words(a, b);
  if (words.matched == words.fewer && words.longest >= 3) return Level::contained;
  if (like >= 0.65) return Level::similar;
  return words.longest >= 4 || like >= 0.5 ? Level::faint : Level::differs;
}

}  // namespace laoyou::linkage
