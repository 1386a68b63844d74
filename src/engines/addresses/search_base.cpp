#include "engines/addresses/search_base.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "engines/addresses/geocode.h"
#include "engines/addresses/letters.h"
#include "engines/addresses/part_key.h"

namespace laoyou::addresses {
namespace {

using Row = AddressBase::Row;

constexpr std::size_t k_words_most = 8;

/// A piece of what is sought: figures with their letters and dashes, or other characters.
struct Word {
  std::string text;
  bool is_number = false;
};

bool goes_into_number(char32_t c) { return is_figure(c) || is_latin(c) || c == U'-'; }

/// 号, 栋 and the like behind a number, which the base may write otherwise; 0: none.
std::size_t number_ending_at(std::u32string_view text) {
  for (const std::u32string_view ending : {U"号楼", U"号院", U"号", U"幢", U"栋", U"座"})
    if (text.starts_with(ending)) return ending.size();
  return 0;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const Letters letters(text, 0);
  const std::u32string_view all = letters.view();
  for (std::size_t at = 0; at < all.size() && words.size() < k_words_most;) {
    std::size_t end = at;
    if (goes_into_number(all[at]) && all[at] != U'-') {
      while (end < all.size() && goes_into_number(all[end])) ++end;
      Word word;
      for (const char32_t c : all.substr(at, end - at)) word.text += static_cast<char>(c);
      word.is_number = std::any_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
      words.push_back(std::move(word));
      if (words.back().is_number) end += number_ending_at(all.substr(end));
    } else if (!is_sign(all[at])) {
      while (end < all.size() && !is_sign(all[end]) && !goes_into_number(all[end])) ++end;
      words.push_back({std::string(text.substr(letters.place(at), letters.place(end) - letters.place(at))), false});
    } else {
      ++end;
    }
    at = end;
  }
  return words;
}

/// How badly a word fits, 0 best.
enum class Fit : int { whole, begins, within, place_only, not_at_all };

Fit fit(const Word& word, std::string_view field) {
  const std::size_t at = field.find(word.text);
  if (at == std::string_view::npos) return Fit::not_at_all;
  if (at > 0) return Fit::within;
  if (field.size() == word.text.size()) return Fit::whole;
  const unsigned char next = static_cast<unsigned char>(field[word.text.size()]);
  // 12 of 12号 is the whole number, of 120号 and 12-3号 it is a beginning.
  return word.is_number && next >= 0x80 ? Fit::whole : Fit::begins;
}

Fit fit(const Word& word, const KnownAddress& known) { return std::min({fit(word, known.road), fit(word, known.estate), fit(word, known.number), fit(word, known.building)}); }

/// Which of the words stand in the names of the place and of what it lies in.
std::vector<bool> named_by(const std::vector<Word>& words, const Gazetteer& gazetteer, RegionCode region) {
  std::vector<bool> named(words.size());
  for (std::optional<RegionCode> place = region; place && place->level() > RegionLevel::country; place = place->parent())
    for (std::size_t i = 0; i < words.size(); ++i) named[i] = named[i] || (!words[i].is_number && gazetteer.name(*place).find(words[i].text) != std::string_view::npos);
  return named;
}

std::int64_t leading_digits(std::string_view number) {
  std::int64_t value = std::numeric_limits<std::int64_t>::max();
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

struct Hit {
  int badness = 0;
  bool is_far = false;
  Row row = 0;
};

std::vector<Hit> hits_of(const AddressBase& base, const Gazetteer& gazetteer, const std::vector<Word>& words, RegionCode within, RegionCode near) {
  std::vector<Hit> hits;
  std::optional<RegionCode> place;
  std::vector<bool> named;
  for (const Row row : base.all_in(within)) {
    const KnownAddress& known = base.row(row);
    if (place != known.region) {
      place = known.region;
      named = named_by(words, gazetteer, known.region);
    }
    Hit hit{0, !near.contains(known.region), row};
    bool holds = true;
    for (std::size_t i = 0; i < words.size() && holds; ++i) {
      const Fit fits = std::min(fit(words[i], known), named[i] ? Fit::place_only : Fit::not_at_all);
      holds = fits != Fit::not_at_all;
      hit.badness += static_cast<int>(fits);
    }
    if (holds) hits.push_back(hit);
  }
  return hits;
}

/// The best of them, in order.
std::vector<Hit> best(const AddressBase& base, std::vector<Hit> hits, std::size_t most) {
  const auto before = [&](const Hit& a, const Hit& b) {
    if (a.badness != b.badness) return a.badness < b.badness;
    if (a.is_far != b.is_far) return b.is_far;
    const KnownAddress &one = base.row(a.row), &other = base.row(b.row);
    // 和平路 before 和平二路 for 和平: the less there is that was not typed, the better.
    if (one.road != other.road) return std::pair(one.road.size(), std::string_view(one.road)) < std::pair(other.road.size(), std::string_view(other.road));
    if (one.estate != other.estate) return std::pair(one.estate.size(), std::string_view(one.estate)) < std::pair(other.estate.size(), std::string_view(other.estate));
    if (const auto number = leading_digits(one.number), its = leading_digits(other.number); number != its) return number < its;
    if (const auto building = leading_digits(one.building), its = leading_digits(other.building); building != its) return building < its;
    return a.row < b.row;
  };
  const std::size_t count = std::min(most, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(count), hits.end(), before);
  hits.resize(count);
  return hits;
}

}  // namespace

std::vector<Row> search_base(const AddressBase& base, const Gazetteer& gazetteer, std::string_view text, RegionCode within, RegionCode near, std::size_t most) {
  const std::vector<Word> words = words_of(text);
  std::vector<Row> found;
  if (words.empty()) return found;
  const auto add = [&](const std::vector<Row>& rows) {
    for (const Row row : rows)
      if (found.size() < most && within.contains(base.row(row).region) && std::find(found.begin(), found.end(), row) == found.end()) found.push_back(row);
  };
  const ParsedAddress address = read_address(gazetteer, text, within);
  const Written written = written_of(address);
  const std::uint64_t road = part_key(PartKind::road, written.road), estate = part_key(PartKind::estate, written.estate);
  add(base.doors(road, part_key(PartKind::road_number, written.long_number)));
  add(base.doors(road, part_key(PartKind::road_number, written.number)));
  add(base.buildings(estate, part_key(PartKind::building, written.building)));
  std::vector<Row> holding;
  for (const Hit& hit : best(base, hits_of(base, gazetteer, words, within, near), most)) holding.push_back(hit.row);
  add(holding);
  if (!found.empty()) return found;
  add(base.of_estate(estate, within));
  add(base.along(road, within));
  return found;
}

}  // namespace laoyou::addresses
