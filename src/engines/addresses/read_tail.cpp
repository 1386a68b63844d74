#include "engines/addresses/read_tail.h"

#include <algorithm>

#include "engines/addresses/words.h"

namespace laoyou::addresses {
namespace {

/// Reads from left to right; what has been read says what a number may mean.
class TailReader {
 public:
  TailReader(const Gazetteer& gazetteer, RegionCode county, const Letters& letters, ParsedAddress& address)
      : gazetteer_(gazetteer), above_(county), letters_(letters), text_(letters.view()), address_(address) {}

  void read() {
    while (at_ < text_.size())
      if (!read_sign() && !read_words() && !read_number() && !read_place() && !read_known()) read_name();
  }

 private:
  [[nodiscard]] std::u32string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] bool has(PartKind kind) const { return (seen_ >> static_cast<unsigned>(kind) & 1U) != 0; }
  [[nodiscard]] bool is_last(PartKind kind) const { return last_ == kind; }

  void take(PartKind kind, std::size_t letters) {
    const std::uint32_t begin = letters_.place(at_), end = letters_.place(at_ + letters);
    std::vector<Part>& parts = address_.parts;
    if (kind == PartKind::other && !parts.empty() && parts.back().kind == kind && parts.back().end == begin) parts.back().end = end;
    else parts.push_back({kind, begin, end});
    if (kind != PartKind::other) {
      seen_ |= 1U << static_cast<unsigned>(kind);
      last_ = kind;
    }
    at_ += letters;
  }

  bool read_sign() {
    if (!is_sign(text_[at_]) || text_[at_] == U'#') return false;
    joins_ = text_[at_] == U'-' || text_[at_] == U'~';
    take(PartKind::other, 1);
    return true;
  }

  bool read_words() {
    if (const std::size_t letters = empty_word_at(rest())) return take(PartKind::other, letters), true;
    if (at_ == 0 || is_last(PartKind::other)) return false;
    if (const std::size_t letters = direction_at(rest())) return take(PartKind::direction, letters), true;
    const char32_t c = text_[at_];
    // 与…交叉口; 路口.
    if ((c == U'与' || c == U'和') && is_last(PartKind::road)) return take(PartKind::direction, 1), true;
    if ((c == U'口' || c == U'内') && (is_last(PartKind::road) || is_last(PartKind::side_road) || is_last(PartKind::estate))) return take(PartKind::direction, 1), true;
    if (is_last(PartKind::road) && std::u32string_view(U"东西南北").find(c) != std::u32string_view::npos && (at_ + 1 == text_.size() || is_figure(text_[at_ + 1]) || is_sign(text_[at_ + 1])))
      return take(PartKind::direction, 1), true;
    if (c == U'段' || (at_ + 1 < text_.size() && text_[at_ + 1] == U'段' && std::u32string_view(U"东西南北中").find(c) != std::u32string_view::npos))
      if (is_last(PartKind::road)) return take(PartKind::side_road, c == U'段' ? 1 : 2), true;
    if (is_last(PartKind::estate) && at_ + 1 < text_.size() && text_[at_ + 1] == U'区' && std::u32string_view(U"东西南北中").find(c) != std::u32string_view::npos) return take(PartKind::inner_place, 2), true;
    if ((c == U'内' || c == U'边' || c == U'后' || c == U'外') && at_ + 1 == text_.size()) return take(PartKind::direction, 1), true;
    return false;
  }

  /// A town or village of the gazetteer, under what is known so far.
  bool read_known() {
    if (has(PartKind::road) || has(PartKind::estate) || has(PartKind::community) || above_ == RegionCode()) return false;
    const Gazetteer::Found found = gazetteer_.below(above_, rest());
    if (found.letters == 0) return false;
    const RegionLevel level = found.code.level();
    if (level == RegionLevel::street && has(PartKind::town) && address_.region && address_.region->level() >= RegionLevel::street) return false;
    std::size_t letters = found.letters;
    if (!found.is_whole) {
      // 下沙 of 下沙街道, and not 下沙路; 柳市 before 镇 is whole.
      const std::u32string_view after = text_.substr(at_ + letters);
      const auto ending = after.empty() ? std::nullopt : ending_at(text_.substr(at_), letters);
      if (ending && ending->kind == (level == RegionLevel::street ? PartKind::town : PartKind::community)) letters += ending->letters;
      else if (ending || estate_ending_at(after) > 0 || (level == RegionLevel::village && !number_starts(after)) || goes_on(after)) return false;
    }
    address_.region = found.code;
    above_ = found.code;
    take(level == RegionLevel::street ? PartKind::town : PartKind::community, letters);
    return true;
  }

  static bool number_starts(std::u32string_view text) { return number_at(text).letters > 0 && !number_at(text).is_chinese; }
  /// Whether a short name is only the beginning of another: 临平 of 临平大道, 下沙 of 下沙东路.
  static bool goes_on(std::u32string_view after) {
    for (std::size_t letters = 0; letters < std::min<std::size_t>(after.size(), 3); ++letters)
      if (const auto ending = ending_at(after, letters); ending && letters < 2) return ending->kind == PartKind::road || ending->kind == PartKind::community || ending->kind == PartKind::zone;
    return false;
  }

  bool read_number();
  void take_number(const NumberForm& form, const WordFound& found);
  bool take_plain_number(const NumberForm& form);
  [[nodiscard]] PartKind gate_kind(std::size_t letters) const;
  bool read_place();
  bool read_known_first(std::size_t end);
  bool read_estate_first(std::size_t end);
  void read_name();
  [[nodiscard]] PartKind name_kind() const;
  [[nodiscard]] std::size_t name_end() const;

  const Gazetteer& gazetteer_;
  RegionCode above_;
  const Letters& letters_;
  std::u32string_view text_;
  ParsedAddress& address_;
  std::size_t at_ = 0;
  std::uint32_t seen_ = 0;
  PartKind last_ = PartKind::other;
  bool joins_ = false;  // a dash stands before this character
};

/// What 12号 is, after what has been read.
PartKind TailReader::gate_kind(std::size_t letters) const {
  if (has(PartKind::unit) || has(PartKind::floor)) return PartKind::room;
  // 3栋16号: the sixteenth door of the building; a long number is a room's.
  if (has(PartKind::building)) return letters > 3 ? PartKind::room : PartKind::unit;
  if (is_last(PartKind::side_road)) return PartKind::side_number;
  if (is_last(PartKind::inner_place)) return PartKind::building;
  if (has(PartKind::road_number)) return PartKind::building;
  return PartKind::road_number;
}

void TailReader::take_number(const NumberForm& form, const WordFound& found) {
  const std::size_t letters = form.letters + found.letters;
  switch (found.word) {
    case NumberWord::gate: return take(gate_kind(letters), letters);
    case NumberWord::lane: return take(has(PartKind::road_number) ? PartKind::side_number : PartKind::road_number, letters);
    case NumberWord::building: return take(PartKind::building, letters);
    case NumberWord::unit: return take(PartKind::unit, letters);
    case NumberWord::floor:
      // 4A楼 is a building, 4楼 a floor.
      return take(!has(PartKind::building) && is_latin(text_[at_ + form.letters - 1]) ? PartKind::building : PartKind::floor, letters);
    case NumberWord::room: return take(PartKind::room, letters);
    case NumberWord::road:
      // 国际商贸城四区97街 is a row of stalls.
      if (has(PartKind::floor) || has(PartKind::inner_place)) return take(PartKind::unit, letters);
      return take(has(PartKind::road) ? PartKind::side_road : PartKind::road, letters);
    case NumberWord::lane_road: return take(has(PartKind::road) ? PartKind::side_road : PartKind::road, letters);
    case NumberWord::group: return take(has(PartKind::road) ? PartKind::side_road : PartKind::road, letters);
    default: return take(PartKind::inner_place, letters);
  }
}

/// 29-31 and 103-104, but not 720-12, which is a door within a door.
bool is_range(std::u32string_view first, std::u32string_view second) { return first.size() < second.size() || (first.size() == second.size() && first < second); }

/// Numbers alone: 1-2-301, 文三路12, 302.
bool TailReader::take_plain_number(const NumberForm& form) {
  constexpr std::size_t k_room_figures = 3;
  const std::u32string_view after = text_.substr(at_ + form.letters);
  const bool chain = after.size() > 1 && (after[0] == U'-' || after[0] == U'_' || after[0] == U'/') && (is_figure(after[1]) || is_latin(after[1]));
  if (is_last(PartKind::road)) return take(PartKind::road_number, form.letters), true;
  if (is_last(PartKind::side_road)) return take(PartKind::side_number, form.letters), true;
  if (is_last(PartKind::unit) || is_last(PartKind::floor)) return take(PartKind::room, form.letters), true;
  if (has(PartKind::building) && !has(PartKind::room)) {
    const bool is_unit = !has(PartKind::unit) && !has(PartKind::floor) && (chain || (form.letters < k_room_figures && !joins_));
    return take(is_unit ? PartKind::unit : PartKind::room, form.letters), true;
  }
  if (is_last(PartKind::road_number) && joins_) return take(PartKind::building, form.letters), true;
  if (has(PartKind::room) || has(PartKind::occupant)) return false;
  if (is_last(PartKind::estate) || is_last(PartKind::inner_place) || is_last(PartKind::road_number) || is_last(PartKind::community)) {
    const bool is_room = !chain && form.letters >= k_room_figures;
    if (is_last(PartKind::community) && !chain) return take(PartKind::road_number, form.letters), true;
    return take(is_room ? PartKind::room : PartKind::building, form.letters), true;
  }
  return false;
}

bool TailReader::read_number() {
  const NumberForm form = number_at(rest());
  if (form.letters == 0) return false;
  const std::u32string_view after = text_.substr(at_ + form.letters);
  const WordFound found = number_word_at(after);
  const bool is_named_place = found.word == NumberWord::period && at_ == 0;
  if (found.word != NumberWord::none && !is_named_place) {
    if ((found.word == NumberWord::road || found.word == NumberWord::lane_road) && form.is_chinese) return false;  // 三路, 八一街: names
    if (found.word == NumberWord::period && !(has(PartKind::estate) || has(PartKind::inner_place))) return false;
    // 12-1号, 103-104号: one number.
    take_number(form, found);
    joins_ = false;
    return true;
  }
  if (form.is_chinese) return false;
  // 29-31号: the doors from one number to another.
  if (form.has_figure && after.size() > 1 && (after[0] == U'-' || after[0] == U'~' || after[0] == U'、') && !has(PartKind::road_number) && (is_last(PartKind::road) || is_last(PartKind::community))) {
    const NumberForm second = number_at(after.substr(1));
    if (second.letters > 0 && second.has_figure) {
      const WordFound word = number_word_at(after.substr(1 + second.letters));
      if ((word.word == NumberWord::gate || word.word == NumberWord::none) && is_range(text_.substr(at_, form.letters), after.substr(1, second.letters))) {
        take(PartKind::road_number, form.letters + 1 + second.letters + word.letters);
        return true;
      }
    }
  }
  if (!form.has_figure && !after.empty() && is_han(after[0])) return false;  // CRC创意园
  // 320国道, 58同城: a name that begins with a number.
  if (!after.empty() && is_han(after[0])) {
    if (const auto ending = after.size() > 1 ? ending_at(rest(), form.letters + 1) : std::nullopt; ending && ending->kind == PartKind::road) return false;
    if (!is_last(PartKind::road) && !has(PartKind::building)) return false;
  }
  const bool taken = take_plain_number(form);
  joins_ = false;
  return taken;
}

/// Roads have short names: what stands before the last three characters of a long one, or before the last four where they end with 北路, 二路, 大道, is
/// the name of a place that the gazetteer does not have. 临平迎宾路 → 2.
std::size_t front_of_road(std::u32string_view name) {
  constexpr std::size_t k_usual = 4, k_with_side = 5;
  if (name.size() <= k_usual || std::any_of(name.begin(), name.end(), [](char32_t c) { return !is_han(c) || is_chinese_figure(c); })) return 0;
  const char32_t before = name[name.size() - 2];
  const bool has_side = std::u32string_view(U"东西南北中大环横直村外内支公").find(before) != std::u32string_view::npos;
  if (name.size() <= (has_side ? k_with_side : k_usual)) return 0;
  return name.size() - (has_side ? k_usual : k_usual - 1);
}

/// A part that a word ends: 北小镇, 新华社区, 文三路, 高新区.
bool TailReader::read_place() {
  if (has(PartKind::building) || has(PartKind::room)) return false;
  const std::u32string_view text = rest();
  for (std::size_t letters = 0; letters < text.size(); ++letters) {
    const char32_t c = text[letters];
    if (is_sign(c)) break;
    if (letters > 0) {
      const NumberForm form = number_at(text.substr(letters));
      if (form.letters > 0) {
        const WordFound word = number_word_at(text.substr(letters + form.letters));
        if (word.word != NumberWord::none && word.word < NumberWord::period && (!form.is_chinese || word.word != NumberWord::floor)) break;
        if (!form.is_chinese && form.has_figure && letters >= 2 && !ending_at(text, std::min(text.size() - 1, letters + form.letters)) &&
            !(letters + form.letters + 1 < text.size() && ending_at(text, letters + form.letters + 1))) break;
      }
    }
    const auto ending = ending_at(text, letters);
    if (!ending) continue;
    const std::size_t whole = letters + ending->letters;
    PartKind kind = ending->kind;
    const bool is_low = has(PartKind::road) || has(PartKind::road_number) || has(PartKind::estate);
    if (kind == PartKind::town && (is_low || has(PartKind::community) || whole > 8)) continue;
    if (kind == PartKind::town && has(PartKind::town)) kind = PartKind::other;
    if (kind == PartKind::community && is_low) continue;
    if (kind == PartKind::zone && is_low) continue;
    if (kind == PartKind::road && whole > 10) continue;
    if (kind == PartKind::road && has(PartKind::road)) {
      if (has(PartKind::road_number) && has(PartKind::estate)) continue;
      kind = PartKind::side_road;
    }
    if (kind == PartKind::road && c == U'组' && !has(PartKind::community) && !has(PartKind::town)) continue;
    if ((kind == PartKind::road || kind == PartKind::town) && read_known_first(whole)) return true;
    if ((kind == PartKind::road || kind == PartKind::side_road) && read_estate_first(whole)) return true;
    if (kind == PartKind::town || kind == PartKind::community)
      if (const Gazetteer::Found found = above_ == RegionCode() ? Gazetteer::Found{} : gazetteer_.below(above_, text.substr(0, whole)); found.letters == whole) {
        address_.region = found.code;
        above_ = found.code;
        if (found.code.level() == RegionLevel::village) kind = PartKind::community;
      }
    if (kind == PartKind::road && !has(PartKind::estate)) {
      const std::size_t front = front_of_road(text.substr(0, whole));
      if (front > 0) take(has(PartKind::town) || has(PartKind::community) ? PartKind::community : PartKind::town, front);
      take(kind, whole - front);
    } else {
      take(kind, whole);
    }
    joins_ = false;
    return true;
  }
  return false;
}

/// A short name of a known town or village before a road of three characters and more: 下沙文泽路.
bool TailReader::read_known_first(std::size_t end) {
  if (has(PartKind::road) || has(PartKind::estate) || above_ == RegionCode()) return false;
  const Gazetteer::Found found = gazetteer_.below(above_, rest());
  if (found.letters == 0 || found.letters >= end || (!found.is_whole && found.letters + 3 > end)) return false;
  if (!found.is_whole && estate_ending_at(rest().substr(found.letters)) > 0) return false;
  const bool is_street = found.code.level() == RegionLevel::street;
  if (has(is_street ? PartKind::town : PartKind::community)) return false;
  address_.region = above_ = found.code;
  take(is_street ? PartKind::town : PartKind::community, found.letters);
  return true;
}

/// 东区, 三区; 0: none.
std::size_t quarter_at(std::u32string_view text) {
  return text.size() > 1 && text[1] == U'区' && std::u32string_view(U"东西南北中一二三四五六七八九十").find(text[0]) != std::u32string_view::npos ? 2 : 0;
}

/// A named place before a road of three characters and more: 金星工业区江背路. An industrial zone by whose roads one finds the way is a zone.
bool TailReader::read_estate_first(std::size_t end) {
  const std::u32string_view text = rest().substr(0, end);
  std::size_t cut = 0;
  for (std::size_t at = 1; at + 2 < end; ++at)
    if (const std::size_t word = std::max(estate_ending_at(text.substr(at)), quarter_at(text.substr(at))); word > 0 && at + word + 3 <= end) cut = at + word;
  if (cut == 0 || std::u32string_view(U"东西南北中").find(text[cut]) != std::u32string_view::npos) {
    if (cut == 0 || cut + 1 >= end || text[cut + 1] != U'区') return false;
  }
  take(name_kind(), cut);
  joins_ = false;
  return true;
}

PartKind TailReader::name_kind() const {
  if (has(PartKind::building) && !has(PartKind::estate) && !has(PartKind::unit) && !has(PartKind::floor) && !has(PartKind::room)) return PartKind::estate;
  if (has(PartKind::building) || has(PartKind::unit) || has(PartKind::floor) || has(PartKind::room)) return PartKind::occupant;
  if (has(PartKind::estate)) return PartKind::inner_place;
  return PartKind::estate;
}

/// Where a name that nothing ends gives way to a sign, a number with its word, or words of direction; or to what lies within the place.
std::size_t TailReader::name_end() const {
  const std::u32string_view text = rest();
  for (std::size_t letters = 1; letters < text.size(); ++letters) {
    if (is_sign(text[letters])) return letters;
    const NumberForm form = number_at(text.substr(letters));
    if (form.letters > 0) {
      const WordFound word = number_word_at(text.substr(letters + form.letters));
      if (word.word != NumberWord::none && word.word < NumberWord::period && letters >= 2) return letters;
      if (word.word != NumberWord::none && word.word < NumberWord::period && form.has_figure) return letters;
      if (!form.is_chinese && letters + form.letters == text.size()) return letters;
      if (form.has_figure && letters >= 2 && is_sign(text[std::min(text.size() - 1, letters + form.letters)])) return letters;
    }
    if (letters >= 2 && direction_at(text.substr(letters)) > 0) return letters;
    if (letters >= 2 && empty_word_at(text.substr(letters)) > 0) return letters;
    if (const std::size_t word = letters >= 1 ? estate_ending_at(text.substr(letters)) : 0; word > 0) {
      const std::u32string_view after = text.substr(letters + word);
      if (after.size() >= 2 && estate_ending_at(after) == 0 && !is_chinese_figure(after[0]) && after[0] != U'期' && after[0] != U'有' && after[0] != U'区') return letters + word;
      letters += word - 1;
    }
  }
  return text.size();
}

void TailReader::read_name() {
  const std::size_t end = name_end();
  take(name_kind(), end);
  joins_ = false;
}

}  // namespace

void read_tail(const Gazetteer& gazetteer, RegionCode county, const Letters& letters, ParsedAddress& address) { TailReader(gazetteer, county, letters, address).read(); }

}  // namespace laoyou::addresses
