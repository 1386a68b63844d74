#include "engines/addresses/gazetteer.h"

#include <algorithm>
#include <array>

#include "engines/addresses/letters.h"
#include "engines/linkage/values.h"

namespace laoyou::addresses {
namespace {

constexpr std::size_t k_longest_name = 16, k_shortest_name = 2;

// The words after the proper name in the national list of streets, towns, villages and communities, the longest first.
constexpr std::array<std::u32string_view, 17> k_endings = {U"社区居民委员会", U"街道办事处", U"村民委员会", U"居民委员会", U"社区居委会", U"社区村委会", U"民族乡", U"居委会", U"村委会",
                                                           U"苏木", U"街道", U"社区", U"嘎查", U"镇", U"乡", U"村", U"地区"};

/// FNV-1a over the characters, begun with the place above; goes on character by character.
constexpr std::uint64_t k_prime = 0x100000001B3ULL;
std::uint64_t begun(RegionCode above) { return linkage::mixed(0xCBF29CE484222325ULL, static_cast<std::uint64_t>(above.number())); }
std::uint64_t with(std::uint64_t hash, char32_t c) { return (hash ^ c) * k_prime; }

std::uint64_t key_of(RegionCode above, std::u32string_view name) {
  std::uint64_t hash = begun(above);
  for (const char32_t c : name) hash = with(hash, c);
  return hash;
}

/// The place of that level that a place lies in; a city without counties stands for its county.
std::optional<RegionCode> above_of(RegionCode code, RegionLevel level) {
  std::optional<RegionCode> above = code;
  while (above && above->level() > level) above = above->parent();
  return above && above->level() >= RegionLevel::city ? above : std::nullopt;
}

}  // namespace

std::u32string_view short_name(std::u32string_view name) {
  for (const std::u32string_view ending : k_endings)
    if (name.size() >= ending.size() + k_shortest_name && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

Gazetteer::Gazetteer(const std::vector<Place>& places) : heads_(places) {
  for (const Place& place : places) {
    names_.emplace(place.code.number(), place.name);
    if (place.code.level() == RegionLevel::county) counties_.emplace_back(place.code.number(), place.name);
    if (place.code.level() < RegionLevel::street) continue;
    const Letters letters(place.name, 0);
    const std::u32string_view name = letters.view(), brief = short_name(name);
    const std::size_t word = name.find(U"居委会"), village_word = name.find(U"村委会");
    std::vector<std::pair<std::u32string_view, bool>> names = {{name, true}};
    if (brief != name) names.emplace_back(brief, false);
    // 白云社区居委会 is written 白云社区, 大山村委会 大山村.
    if (word != std::u32string_view::npos && word > k_shortest_name) names.emplace_back(name.substr(0, word), true);
    if (village_word != std::u32string_view::npos && village_word >= k_shortest_name) names.emplace_back(name.substr(0, village_word + 1), true);
    if (name.ends_with(U"街道办事处")) names.emplace_back(name.substr(0, name.size() - 3), true);
    for (const RegionLevel level : {RegionLevel::county, RegionLevel::street})
      if (const auto above = place.code.level() > level ? above_of(place.code, level) : std::nullopt)
        for (const auto& [called, is_whole] : names) call(*above, called, place.code, is_whole);
  }
  std::sort(counties_.begin(), counties_.end());
}

std::size_t Gazetteer::slot(std::uint64_t key) const {
  std::size_t at = (key ^ key >> 32) & (below_.size() - 1);
  while (below_[at].key != 0 && below_[at].key != key) at = (at + 1) & (below_.size() - 1);
  return at;
}

void Gazetteer::make_room() {
  std::vector<Named> before(std::max<std::size_t>(1024, below_.size() * 2));
  before.swap(below_);
  for (const Named& named : before)
    if (named.key != 0) below_[slot(named.key)] = named;
}

void Gazetteer::call(RegionCode above, std::u32string_view name, RegionCode code, bool is_whole) {
  if ((named_ + 1) * 2 > below_.size()) make_room();
  const std::uint64_t key = key_of(above, name);
  Named& named = below_[slot(key)];
  if (named.key == 0) {
    named = {key, code.number(), is_whole, false};
    ++named_;
    return;
  }
  if (named.code == code.number()) return;
  // A street's name goes before a village's, a whole name before a short one; two villages of one name are told by their town alone.
  const auto rank = [](RegionCode place, bool whole) { return (place.level() == RegionLevel::street ? 2 : 0) + (whole ? 1 : 0); };
  const int before = rank(RegionCode::from_number(named.code), named.is_whole), now = rank(code, is_whole);
  if (now > before) named = {key, code.number(), is_whole, false};
  else if (now == before) named.is_doubtful = true;
}

Gazetteer::Found Gazetteer::below(RegionCode above, std::u32string_view text) const {
  Found found;
  if (below_.empty()) return found;
  std::uint64_t hash = begun(above);
  for (std::size_t letters = 1; letters <= std::min(text.size(), k_longest_name); ++letters) {
    if (!is_han(text[letters - 1])) break;
    hash = with(hash, text[letters - 1]);
    if (letters < k_shortest_name) continue;
    const Named& named = below_[slot(hash)];
    if (named.key != 0 && !named.is_doubtful) found = {RegionCode::from_number(named.code), letters, named.is_whole};
  }
  return found;
}

std::optional<RegionCode> Gazetteer::county(RegionCode within, std::string_view name) const {
  std::optional<RegionCode> found;
  const auto first = std::lower_bound(counties_.begin(), counties_.end(), std::pair(within.number(), std::string()));
  for (auto at = first; at != counties_.end() && at->first < within.end_number(); ++at) {
    if (at->second != name) continue;
    if (found) return std::nullopt;
    found = RegionCode::from_number(at->first);
  }
  return found;
}

std::string_view Gazetteer::name(RegionCode code) const {
  const auto at = names_.find(code.number());
  return at == names_.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace laoyou::addresses
