#include "record/mask.h"

#include <algorithm>

#include "base/utf8.h"

namespace laoyou::record {
namespace {

constexpr std::size_t k_hidden_min = 4;   // characters: fewer hidden ones could be tried out
constexpr std::size_t k_address_max = 6;  // characters: a city and a district

/// The text from its `skipped`-th character on (characters, not bytes, of UTF-8 text).
std::string_view after(std::string_view text, std::size_t skipped) {
  std::size_t start = 0;
  for (; skipped > 0 && start < text.size(); --skipped)
    do ++start;
    while (start < text.size() && continues_character(text[start]));
  return text.substr(start);
}

std::string first(std::string_view text, std::size_t count) { return std::string(text.substr(0, text.size() - after(text, count).size())); }

std::string keep_ends(std::string_view text, std::size_t head, std::size_t tail, const std::string& stars) {
  const std::size_t characters = character_count(text);
  if (characters < head + tail + k_hidden_min) return stars;
  return first(text, head) + stars + std::string(after(text, characters - tail));
}

}  // namespace

std::string masked(std::string_view text, Mask mask) {
  if (text.empty()) return {};
  switch (mask) {
    case Mask::name: return first(text, 1) + "*";
    case Mask::phone: return keep_ends(text, 3, 4, "****");
    case Mask::id_number: return keep_ends(text, 6, 4, "********");
    case Mask::address: return first(text, std::min(k_address_max, character_count(text) / 2)) + "****";
    case Mask::all: break;
  }
  return "****";
}

}  // namespace laoyou::record
